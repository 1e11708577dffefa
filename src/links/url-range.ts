import type { Definition, Link } from 'mdast'

/** Offsets in the file, UTF-16 units, `end` exclusive. */
export interface TextRange {
  readonly start: number
  readonly end: number
}

/** What stands between where the search begins and the address itself. */
const BEFORE = {
  inline: /^[\s\S]*?\]\(\s*<?$/,
  reference: /^\[[\s\S]*?\]:\s*<?$/,
  autolink: /^<?$/,
} as const

/**
 * Finds the address of a link or definition in the text of its file.
 *
 * @returns `undefined` where it does not stand there as it is meant: written with escapes or character
 *   references, or completed by the parser, as `www.` is
 */
export function urlRange(
  node: Link | Definition,
  form: keyof typeof BEFORE,
  text: string,
): TextRange | undefined {
  const { position, url } = node
  const from = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined
  const begin = position?.start.offset
  const end = position?.end.offset
  if (begin === undefined || end === undefined || url === '') return undefined
  // The words of an autolink are its address; those of other links come before it.
  const search = form === 'autolink' ? begin : (from ?? begin)
  for (let at = text.indexOf(url, search); at !== -1 && at < end; at = text.indexOf(url, at + 1)) {
    if (BEFORE[form].test(text.slice(search, at))) return { start: at, end: at + url.length }
  }
  return undefined
}
