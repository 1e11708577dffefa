import type { Draft } from './draft.ts'
import { itemsOf } from './draft.ts'
import { cleanTermName, looseTermKey } from './terms.ts'

/** One way to spell a tag, and the first article that does. */
export interface TagSpelling {
  readonly name: string
  readonly path: string
  /** Number of articles that spell it so. */
  readonly count: number
}

/** The spellings of every tag of the folder, by loose key; the most usual first, then the first by path. */
export function listTagSpellings(drafts: readonly Draft[]): Map<string, TagSpelling[]> {
  const byKey = new Map<string, Map<string, TagSpelling>>()
  for (const { source, fields } of drafts) {
    for (const name of new Set(itemsOf(fields, 'tags').map(({ text }) => cleanTermName(text)))) {
      const key = looseTermKey(name)
      const spellings = byKey.get(key) ?? new Map<string, TagSpelling>()
      const { path, count } = spellings.get(name) ?? { path: source.file.path, count: 0 }
      byKey.set(key, spellings.set(name, { name, path, count: count + 1 }))
    }
  }
  return new Map(
    [...byKey].map(([key, spellings]) => [key, [...spellings.values()].sort((a, b) => b.count - a.count)]),
  )
}
