import { isStopped } from '../errors.ts'
import { applyPair } from './apply-pairs.ts'
import { attempt } from './changes/attempt.ts'
import type { Act } from './changes/kind.ts'
import { type Change, kindOf } from './changes/registry.ts'
import type { Unit } from './dependencies.ts'
import type { Result } from './types.ts'
import type { UnderWay } from './under-way.ts'

/**
 * Does the last step of all changes, each behind those that it needs, and what does not need each other at the same
 * time. What gives up a slug or takes one keeps to its turn, and what leaves the site goes when all else is done.
 */
export async function finishAll(units: readonly Unit[], underWay: UnderWay): Promise<void> {
  const { dependencies, run } = underWay
  const isLast = ({ changes }: Unit): boolean => changes.some((change) => turnOf(change) === 'last')
  await finishInTurn(
    dependencies.inCircles(
      units.filter((unit) => !isLast(unit)),
      run.state,
    ),
    underWay,
  )
  await finishInTurn(dependencies.inCircles(units.filter(isLast), run.state), underWay)
}

async function finishInTurn(circles: readonly (readonly Unit[])[], underWay: UnderWay): Promise<void> {
  const { dependencies, run } = underWay
  const done = new Map<Change, Promise<void>>()
  let turn: Promise<void> | undefined
  // A circle stands behind all that it needs, so that what it waits for is under way.
  for (const circle of circles) {
    const changes = circle.flatMap((unit) => unit.changes)
    const needs = changes.flatMap((change) => dependencies.lacking(change, run.state))
    const before = needs.filter((need) => !changes.includes(need)).map((need) => done.get(need))
    const hasTurn = changes.some((change) => turnOf(change) === 'in-turn')
    const end = Promise.all(hasTurn ? [...before, turn] : before).then(() =>
      finishCircle(circle, hasTurn, underWay),
    )
    if (hasTurn) turn = end
    for (const change of changes) done.set(change, end)
  }
  await Promise.all(done.values())
}

function turnOf(change: Change): 'any' | 'in-turn' | 'last' {
  return kindOf(change).finish?.turn(change) ?? 'any'
}

/**
 * Does the last step of changes that wait for each other, since their articles link to each other; mostly it is only
 * one. Where one of them fails, those that would be public with a link to it are hidden again.
 */
async function finishCircle(circle: readonly Unit[], hasTurn: boolean, underWay: UnderWay): Promise<void> {
  const { dependencies, run, results, settle } = underWay
  const all = circle.flatMap(({ changes }) => changes)
  if (hasTurn) for (const unit of circle) await finishUnit(unit, all, underWay)
  else await Promise.all(circle.map((unit) => finishUnit(unit, all, underWay)))
  await Promise.all(all.map((change) => readEdited(change, underWay)))
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

/** What somebody else has written meanwhile may be public by now: another run, which does the same. */
async function readEdited(change: Change, { run, results }: UnderWay): Promise<void> {
  const { error } = results.get(change) ?? {}
  const known = 'after' in change ? run.state.post(change.after.key) : undefined
  if (known === undefined || !isStopped(error)) return
  const now = await attempt(() => run.site.readPost(known.id))
  if ('id' in now && 'after' in change) run.state.addPost(change.after.key, now)
}

/** @param circle the changes of which an article may be taken for public already */
async function finishUnit(
  { size, changes }: Unit,
  circle: readonly Change[],
  { dependencies, run, steps, lanes, results, settle }: UnderWay,
): Promise<void> {
  const end = async (change: Change, act: Act<Change> | undefined): Promise<Result> =>
    await steps.attempt(async () => {
      const needs = kindOf(change).finish?.needs(change) ?? []
      const coming = circle.filter((one) => (results.get(one)?.status ?? 'applied') === 'applied')
      const lack = dependencies.lackOf(change, needs, run.state, coming)
      return lack ?? (await act?.(change, run)) ?? { status: 'skipped' }
    })
  if (size === 1) {
    for (const change of changes) {
      settle(change, await lanes.run(kindOf(change).lane, () => end(change, kindOf(change).finish?.run)))
    }
    return
  }
  const ends = await lanes.run('posts', () =>
    applyPair(changes, size, async (change, step) => end(change, kindOf(change).together?.[step])),
  )
  for (const [index, change] of changes.entries()) settle(change, ends[index] ?? { status: 'skipped' })
}
