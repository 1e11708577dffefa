import { deserialize, serialize } from 'node:v8'
import type { Config } from '../config/types.ts'
import { articleKey, openArticle } from '../posts/articles.ts'
import type { SourceBody } from '../posts/types.ts'
import { sha256 } from '../standards/sha256.ts'

/** Bytes of the trees that a thread keeps; each takes some five times the room of its text, and as objects thirty times. */
const MOST_BYTES = 64 * 2 ** 20

interface KeptSource {
  /** sha256 of the text. */
  readonly hash: string
  readonly bytes: Uint8Array
}

/** Parsed articles of this thread, by their names, until they are rendered; a thread lives for one folder. */
const sources = new Map<string, KeptSource>()

let room = MOST_BYTES

/** Keeps a parsed article, as long as there is room. */
export function keepSource(name: string, text: string, { fields, unreadable, tree }: SourceBody): void {
  drop(name)
  const bytes = serialize({ fields, unreadable, tree } satisfies Kept)
  if (bytes.length > room) return
  sources.set(name, { hash: sha256(text), bytes })
  room -= bytes.length
}

/** The parsed article of this name and text, which is not kept any longer. */
export function takeSource(name: string, text: string, config: Config): SourceBody | undefined {
  const kept = drop(name)
  if (kept?.hash !== sha256(text)) return undefined
  return {
    ...(deserialize(kept.bytes) as Kept),
    key: articleKey(name, config),
    file: openArticle(name, text, config),
  }
}

function drop(name: string): KeptSource | undefined {
  const kept = sources.get(name)
  sources.delete(name)
  room += kept?.bytes.length ?? 0
  return kept
}

type Kept = Omit<SourceBody, 'key' | 'file'>
