import type { Site } from '../site/site.ts'
import { finishAll } from './apply-finish.ts'
import { makeAll } from './apply-make.ts'
import { type Change, kindOf } from './changes/registry.ts'
import type { Run } from './changes/run.ts'
import { Dependencies, type Unit } from './dependencies.ts'
import { Lanes } from './lanes.ts'
import type { Outcome, Plan } from './plan-types.ts'
import { RunState } from './run-state.ts'
import type { Result, SiteState } from './types.ts'
import type { UnderWay } from './under-way.ts'
import { UntilEnded } from './until-ended.ts'

export interface ApplyOptions {
  /** Called after each change, for whoever is waiting; again where it turns out later that it failed. */
  readonly onOutcome?: (outcome: Outcome) => void
}

/**
 * Carries out a plan: the only place from which a site is changed.
 *
 * First all is made that others refer to: terms, pictures, and every new post as a draft, so that all ids and
 * addresses are known. Then each post is completed in one write, and links to posts that moved meanwhile are
 * mended. A post is public only when it is complete. An interruption leaves drafts that the next run finds and
 * completes. What does not need each other is under way at the same time (lanes.ts); no post ever has two writers.
 *
 * Every error of one change stays on its outcome, bugs of this program included; what needs a change that failed
 * is skipped, and everything else goes on. Only where the site cannot be reached, knows us no more, or gives answers
 * that nothing can be built on, the run ends: every later change is skipped.
 *
 * @returns one outcome for each change, in the order of the plan
 */
export async function applyPlan(
  plan: Plan,
  site: SiteState,
  client: Site,
  options: ApplyOptions = {},
): Promise<Outcome[]> {
  const run: Run = { site: client, state: new RunState(plan, site) }
  return await applyAll(plan, run, options)
}

/** Carries out one change that stands alone, outside of any plan. */
export async function applyChange(change: Change, client: Site): Promise<Result> {
  const nothing = { unchanged: [], drift: [], conflicts: [], refused: [] }
  const state = new RunState(
    { ...nothing, changes: [change] },
    {
      user: client.user,
      terms: [],
      posts: [],
      media: new Map(),
      authors: new Map(),
      markers: new Map(),
      publishers: { everywhere: new Set(), authors: new Map() },
    },
  )
  const [outcome] = await applyAll({ changes: [change], together: [] }, { site: client, state }, {})
  return outcome ?? { status: 'skipped' }
}

async function applyAll(
  plan: Pick<Plan, 'changes' | 'together'>,
  run: Run,
  options: ApplyOptions,
): Promise<Outcome[]> {
  const results = new Map<Change, Result>()
  const underWay: UnderWay = {
    dependencies: new Dependencies(plan.changes),
    run,
    steps: new UntilEnded(),
    lanes: new Lanes(run.site),
    results,
    settle: (change, result) => {
      results.set(change, result)
      options.onOutcome?.({ change, ...result })
    },
  }
  await makeAll(underWay)
  const rest = plan.changes.filter((change) => !results.has(change))
  await finishAll(toUnits(rest, plan.together), underWay)
  const applied = plan.changes.filter((one) => results.get(one)?.status === 'applied')
  await Promise.all(applied.map((change) => mendOne(change, underWay)))
  return plan.changes.map((change) => ({ change, ...(results.get(change) ?? { status: 'skipped' }) }))
}

/** What was written stays applied where the run ends, and the next plan shows the links that are still to be mended. */
async function mendOne(change: Change, { run, steps, lanes, settle }: UnderWay): Promise<void> {
  const { lane, mend } = kindOf(change)
  if (mend === undefined) return
  const result = await lanes.run(lane, () => steps.attempt(() => mend(change, run)))
  if (result.error !== undefined) settle(change, result)
}

/** The changes that end at once or not at all: those of a pair, and each other one alone. */
function toUnits(changes: readonly Change[], together: Plan['together']): Unit[] {
  const pairOf = (change: Change): readonly string[] | undefined =>
    'after' in change ? together.find((keys) => keys.includes(change.after.key)) : undefined
  const pairs = together.map((keys) => ({
    size: keys.length,
    changes: changes.filter((change) => pairOf(change) === keys),
  }))
  const alone = changes.filter((change) => pairOf(change) === undefined)
  return [
    ...pairs.filter(({ changes: { length } }) => length > 0),
    ...alone.map((change) => ({ size: 1, changes: [change] })),
  ]
}
