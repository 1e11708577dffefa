import type { Site } from '../site/site.ts'
import { publishedTwice } from './apply-errors.ts'
import { applyMedia, applyMediaTexts, dropMediaTwins } from './apply-media.ts'
import { applyPair } from './apply-pairs.ts'
import {
  type CreatePost,
  completePost,
  draftPost,
  dropTwins,
  relinkPost,
  type UpdatePost,
  updatePost,
} from './apply-posts.ts'
import { applyTerm, type CreateTerm, dropTermTwins } from './apply-terms.ts'
import { applyTrash } from './apply-trash.ts'
import { attempt } from './attempt.ts'
import { Ledger } from './ledger.ts'
import type { Change, Outcome, Plan, SiteState } from './types.ts'

export interface ApplyOptions {
  /** Called after each change, for whoever is waiting. */
  readonly onOutcome?: (outcome: Outcome) => void
}

/**
 * Carries out a plan: the only place that changes a site.
 *
 * Terms and pictures come first, then every new post as a draft, so that all ids and addresses are known;
 * then each post is completed in one request, and links to posts that moved meanwhile are mended. A post is
 * public only when it is complete. What depends on a failed change is skipped; an interruption leaves drafts that
 * the next run finds and completes; posts go to the trash last. After each kind of create it looks again for what
 * another run created at the same moment.
 *
 * @returns one outcome for each change, in the order of the plan
 */
export async function applyPlan(
  plan: Plan,
  site: SiteState,
  client: Site,
  options: ApplyOptions = {},
): Promise<Outcome[]> {
  const ledger = new Ledger(plan, site)
  const outcomes = new Map<Change, Outcome>()
  const settle = (change: Change, outcome: Omit<Outcome, 'change'>): void => {
    outcomes.set(change, { change, ...outcome })
    options.onOutcome?.({ change, ...outcome })
  }

  const terms = plan.changes.filter((change) => change.kind === 'create-term')
  const unsettled: CreateTerm[] = []
  for (const change of terms) {
    // WordPress moves the children of a category that goes, so none may be made below a twin.
    if (change.parent !== undefined) await dropTermTwins(unsettled.splice(0), ledger, client)
    settle(change, await attempt(() => applyTerm(change, ledger, client)))
    unsettled.push(change)
  }
  await dropTermTwins(unsettled, ledger, client)
  const pictures = plan.changes.filter((change) => change.kind === 'upload-media')
  for (const change of pictures) settle(change, await attempt(() => applyMedia(change, ledger, client)))
  await dropMediaTwins(pictures, ledger, client)
  for (const change of plan.changes) {
    if (change.kind !== 'update-media') continue
    settle(change, await attempt(() => applyMediaTexts(change, ledger, client)))
  }

  const drafted: CreatePost[] = []
  for (const change of plan.changes) {
    if (change.kind !== 'create-post') continue
    const outcome = await attempt(() => draftPost(change, ledger, client))
    if (outcome.status !== 'applied') settle(change, outcome)
    else drafted.push(change)
  }
  for (const change of await dropTwins(drafted, ledger, client)) {
    settle(change, { status: 'failed', error: publishedTwice(change.after) })
  }
  const posts = plan.changes.filter(
    (change): change is CreatePost | UpdatePost => 'after' in change && !outcomes.has(change),
  )
  for (const keys of plan.together) {
    const pair = posts.filter(({ after }) => keys.includes(after.key))
    const results = await applyPair(pair, ledger, client, keys.length)
    for (const [index, change] of pair.entries()) settle(change, results[index] ?? { status: 'skipped' })
  }
  for (const change of plan.changes) {
    if (outcomes.has(change)) continue
    if (change.kind === 'create-post')
      settle(change, await attempt(() => completePost(change, ledger, client)))
    if (change.kind === 'update-post') settle(change, await attempt(() => updatePost(change, ledger, client)))
    if (change.kind === 'trash-post') settle(change, await attempt(() => applyTrash(change, client)))
  }
  for (const change of plan.changes) {
    if (!('after' in change) || outcomes.get(change)?.status !== 'applied') continue
    const outcome = await attempt(() => relinkPost(change, ledger, client))
    if (outcome.status !== 'applied') settle(change, outcome)
  }
  return plan.changes.flatMap((change) => outcomes.get(change) ?? [])
}
