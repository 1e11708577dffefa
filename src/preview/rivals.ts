import { type Draft, textOf } from '../posts/draft.ts'

/**
 * The keys that share a slug or an id with each article, which is what the rules compare articles by; the empty
 * string for the many that share neither.
 */
export function findRivals(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>()
  const shared: [string, string[][]][] = drafts.map((draft) => {
    const id = textOf(draft.fields, 'id')
    const names = id === undefined ? [`slug ${draft.slug}`] : [`slug ${draft.slug}`, `id ${id}`]
    return [draft.source.key, names.map((name) => join(groups, name, draft.source.key))]
  })
  return new Map(
    shared.map(([key, own]) => {
      const crowded = own.filter(({ length }) => length > 1)
      return [key, crowded.map((keys) => keys.join(' ')).join('|')]
    }),
  )
}

function join(groups: Map<string, string[]>, name: string, key: string): string[] {
  const group = groups.get(name) ?? []
  group.push(key)
  groups.set(name, group)
  return group
}
