import type { Outcome, Plan } from './plan-types.ts'
import type { RememberedPost } from './remembered.ts'

/** What a run leaves to be remembered: what it knew before, and every post that it found or wrote. */
export function postsToRemember(
  known: ReadonlyMap<string, RememberedPost>,
  plan: Pick<Plan, 'unchanged' | 'drift' | 'conflicts'>,
  outcomes: readonly Outcome[],
): ReadonlyMap<string, RememberedPost> {
  const edited = plan.conflicts.filter(({ reason }) => reason === 'both-edited')
  const found = [...plan.unchanged, ...plan.drift, ...edited]
  return new Map([
    ...known,
    ...found.map(({ key, id, slug }): [string, RememberedPost] => [key, { id, slug }]),
    ...outcomes.flatMap(({ change, status, id }): [string, RememberedPost][] => {
      if (!('after' in change) || status !== 'applied' || id === undefined) return []
      return [[change.after.key, { id, slug: change.after.slug }]]
    }),
  ])
}
