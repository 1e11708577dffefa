import type { SourcePost } from '../posts/types.ts'

/** UTF-16 units of the articles whose trees a thread keeps; these take thirty times the room. */
const MOST_TEXT = 2 ** 20

/** Parsed articles of this thread, by their names, until they are rendered; a thread lives for one folder. */
const sources = new Map<string, { readonly text: string; readonly source: SourcePost }>()

let length = 0

/** Keeps a parsed article, as long as there is room. */
export function keepSource(name: string, text: string, source: SourcePost): void {
  if (length + text.length > MOST_TEXT) return
  takeSource(name, text)
  sources.set(name, { text, source })
  length += text.length
}

/** The parsed article of this name and text, which is not kept any longer. */
export function takeSource(name: string, text: string): SourcePost | undefined {
  const kept = sources.get(name)
  if (kept === undefined) return undefined
  sources.delete(name)
  length -= kept.text.length
  return kept.text === text ? kept.source : undefined
}
