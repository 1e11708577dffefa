import { type Draft, textOf } from '../posts/draft.ts'

/** The keys that share a slug or an id with each article, which is what the rules compare articles by. */
export function findRivals(drafts: readonly Draft[]): ReadonlyMap<string, string> {
  const groups = new Map<string, string[]>()
  const names = (draft: Draft): string[] => [`slug ${draft.slug}`, `id ${textOf(draft.fields, 'id') ?? ''}`]
  for (const draft of drafts) {
    for (const name of names(draft)) {
      const group = groups.get(name)
      if (group === undefined) groups.set(name, [draft.source.key])
      else group.push(draft.source.key)
    }
  }
  return new Map(
    drafts.map((draft) => {
      const shared = names(draft).filter((name) => name !== 'id ')
      return [draft.source.key, shared.map((name) => groups.get(name)?.join(' ')).join('|')]
    }),
  )
}
