import type { Site } from '../site/site.ts'
import { applyPair } from './apply-pairs.ts'
import { attempt } from './changes/attempt.ts'
import type { Act } from './changes/kind.ts'
import { type Change, kindOf } from './changes/registry.ts'
import type { Run } from './changes/run.ts'
import { Dependencies, type Unit } from './dependencies.ts'
import type { Outcome, Plan } from './plan-types.ts'
import { RunState } from './run-state.ts'
import type { Result, SiteState } from './types.ts'
import { UntilEnded } from './until-ended.ts'

export interface ApplyOptions {
  /** Called after each change, for whoever is waiting; again where it turns out later that it failed. */
  readonly onOutcome?: (outcome: Outcome) => void
}

/**
 * Carries out a plan: the only place from which a site is changed.
 *
 * First all is made that others refer to: terms, pictures, and every new post as a draft, so that all ids and
 * addresses are known. Then each post is completed in one request, and links to posts that moved meanwhile are
 * mended. A post is public only when it is complete. An interruption leaves drafts that the next run finds and
 * completes.
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
  const steps = new UntilEnded()
  const settle: Settle = (change, result) => {
    results.set(change, result)
    options.onOutcome?.({ change, ...result })
  }
  const dependencies = new Dependencies(plan.changes)
  await makeAll(dependencies, run, steps, results, settle)
  const rest = plan.changes.filter((change) => !results.has(change))
  for (const circle of dependencies.inCircles(toUnits(rest, plan.together), run.state)) {
    await finishCircle(circle, dependencies, run, steps, results, settle)
  }
  for (const change of plan.changes.filter((one) => results.get(one)?.status === 'applied')) {
    // What was written stays applied, and the next plan shows the links that are still to be mended.
    if (steps.hasEnded) break
    const { mend } = kindOf(change)
    const result = mend === undefined ? undefined : await steps.attempt(() => mend(change, run))
    if (result !== undefined && result.status !== 'applied') settle(change, result)
  }
  return plan.changes.map((change) => ({ change, ...(results.get(change) ?? { status: 'skipped' }) }))
}

type Settle = (change: Change, result: Result) => void

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

/**
 * Does the last step of changes that wait for each other, since their articles link to each other; mostly it is only
 * one. Where one of them fails, those that would be public with a link to it are hidden again.
 */
async function finishCircle(
  circle: readonly Unit[],
  dependencies: Dependencies,
  run: Run,
  steps: UntilEnded,
  results: Map<Change, Result>,
  settle: Settle,
): Promise<void> {
  const all = circle.flatMap(({ changes }) => changes)
  const end = async (change: Change, act: Act<Change> | undefined): Promise<Result> =>
    await steps.attempt(async () => {
      const needs = kindOf(change).finish?.needs(change) ?? []
      const coming = all.filter((one) => (results.get(one)?.status ?? 'applied') === 'applied')
      const lack = dependencies.lackOf(change, needs, run.state, coming)
      return lack ?? (await act?.(change, run)) ?? { status: 'skipped' }
    })
  for (const { size, changes } of circle) {
    if (size === 1) {
      for (const change of changes) settle(change, await end(change, kindOf(change).finish?.run))
      continue
    }
    const ends = await applyPair(changes, size, async (change, step) =>
      end(change, kindOf(change).together?.[step]),
    )
    for (const [index, change] of changes.entries()) settle(change, ends[index] ?? { status: 'skipped' })
  }
  for (let isDone = false; !isDone; ) {
    isDone = true
    for (const change of all.filter((one) => results.get(one)?.status === 'applied')) {
      const lack = dependencies.lackOf(change, kindOf(change).finish?.needs(change) ?? [], run.state)
      if (lack === undefined) continue
      // Tried even where the run has ended: a link that leads nowhere is public otherwise.
      const hidden = await attempt(async () => await kindOf(change).together?.hide(change, run))
      settle(change, hidden?.status === 'failed' ? hidden : lack)
      // What links to this one is looked at again, and not this one.
      isDone = false
    }
  }
}

/**
 * Makes what others refer to, each thing before what needs it. After the last one of a kind, and before something
 * that needs one of them, it looks for what another run made at the same moment: WordPress moves the children of
 * a category that goes, so none may be made below one that gives way.
 */
async function makeAll(
  dependencies: Dependencies,
  run: Run,
  steps: UntilEnded,
  results: Map<Change, Result>,
  settle: Settle,
): Promise<void> {
  const fresh = new Set<Change>()
  const look = async (): Promise<void> => {
    const found = steps.hasEnded ? new Map<Change, Result>() : await lookAgain([...fresh], run)
    fresh.clear()
    for (const [change, given] of found) {
      const result = steps.note(given)
      if (result.status === 'applied') results.set(change, result)
      else settle(change, result)
    }
  }
  for (const change of dependencies.inOrder()) {
    const { make, finish } = kindOf(change)
    if (make === undefined) continue
    const needs = make.needs(change)
    const [first = change] = fresh
    if (first.kind !== change.kind || dependencies.makersOf(needs).some((maker) => fresh.has(maker)))
      await look()
    const result = await steps.attempt(
      async () => dependencies.lackOf(change, needs, run.state) ?? (await make.run(change, run)),
    )
    if (result.status === 'applied') fresh.add(change)
    if (result.status !== 'applied' || finish === undefined) settle(change, result)
  }
  await look()
}

/** Looks again at changes of one kind. */
async function lookAgain(changes: readonly Change[], run: Run): Promise<ReadonlyMap<Change, Result>> {
  const [first] = changes
  const look = first === undefined ? undefined : kindOf(first).make?.lookAgain
  return look === undefined ? new Map() : await look(changes, run)
}
