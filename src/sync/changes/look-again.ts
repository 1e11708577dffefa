import { say } from '../../language/say.ts'
import { staleAnswer } from '../../site/caches.ts'
import type { Site } from '../../site/site.ts'
import type { Result } from '../types.ts'
import { attempt } from './attempt.ts'
import type { Make } from './kind.ts'
import type { Run } from './run.ts'

/** How a kind of change finds what another run made for the same thing. */
export interface Duplicates<C, R extends { readonly id: number }> {
  /** Asks the site once for all that could be one. */
  readonly list: (changes: readonly C[], run: Run) => Promise<readonly R[]>
  /** What the change itself made. */
  readonly ours: (change: C, run: Run) => R | undefined
  /** Whether something on the site is for what the change is for; ours is. */
  readonly isSame: (found: R, ours: R, change: C, run: Run) => boolean
  /** Whether another run has taken ours over, which then counts as its own. */
  readonly isTaken: (found: R, ours: R) => boolean
  /** Takes ours back from what is known, so that nothing refers to it: it may not be the one that stays. */
  readonly forget: (change: C, run: Run) => void
  /**
   * Puts the one that stays in the place of ours, and removes ours where that is safe.
   *
   * @returns what became of the change; `undefined` where ours stays after all
   */
  readonly giveWay: (change: C, ours: R, staying: R, run: Run) => Promise<Result | undefined>
}

/**
 * Looks again after creating: WordPress gives two clients that create the same thing at the same moment two of
 * them. The one with the lower id stays, for every run that looks.
 */
export function lookAgain<C, R extends { readonly id: number }>(
  duplicates: Duplicates<C, R>,
): NonNullable<Make<C>['lookAgain']> {
  return async (changes, run) => {
    const found = await attempt(async () => {
      const list = await duplicates.list(changes, run)
      for (const ours of changes.map((change) => duplicates.ours(change, run)))
        assertListed(ours, list, run.site)
      return list
    })
    const results = new Map<C, Result>()
    for (const change of changes) {
      const result = 'status' in found ? found : await attempt(() => giveWay(duplicates, change, found, run))
      if (result?.status === 'failed') duplicates.forget(change, run)
      if (result !== undefined) results.set(change, result)
    }
    return results
  }
}

/**
 * A list without what was just made is older than that, and so may every other one be.
 *
 * @param ours what this run has made, as the site answered
 * @throws SiteError which ends the run
 */
export function assertListed(
  ours: { readonly id: number } | undefined,
  list: readonly { readonly id: number }[],
  { url }: Pick<Site, 'url'>,
): void {
  if (ours === undefined || list.some(({ id }) => id === ours.id)) return
  throw staleAnswer(url, say`does not list what it has just made (id ${ours.id})`)
}

async function giveWay<C, R extends { readonly id: number }>(
  { ours: find, isSame, isTaken, giveWay: yieldTo }: Duplicates<C, R>,
  change: C,
  found: readonly R[],
  run: Run,
): Promise<Result | undefined> {
  const ours = find(change, run)
  if (ours === undefined) return undefined
  const [first] = found.filter((other) => isSame(other, ours, change, run)).sort((a, b) => a.id - b.id)
  if (first === undefined || first.id > ours.id) return undefined
  if (first.id === ours.id && !isTaken(first, ours)) return undefined
  return await yieldTo(change, ours, first, run)
}
