import { amountOf } from '../language/count.ts'
import { listAll, listItems, listParts } from '../language/lists.ts'
import { say } from '../language/say.ts'
import type { Count } from '../sync/changes/kind.ts'
import { CHANGE_KINDS } from '../sync/changes/registry.ts'
import type { Plan } from '../sync/plan-types.ts'
import { leftOrphans } from './plan.ts'

/** "1 to create, 2 to update, 3 unchanged; 1 picture and 0 terms to add" */
export function planSummary(plan: Plan): string {
  const counted = CHANGE_KINDS.map(({ kind, count: { among, one, many } }) => {
    const amount = plan.changes.filter((change) => change.kind === kind).length
    return { among, amount, text: amountOf(amount, amount === 1 ? one : many) }
  })
  const textsOf = (place: Count['among']): string[] =>
    counted
      .filter(({ among, amount }) => among === place && (place !== 'others' || amount > 0))
      .map(({ text }) => text)
  const left = [
    [plan.refused.length, say`${plan.refused.length} refused`],
    [plan.held.length, say`${plan.held.length} waiting for the other language`],
    [plan.drift.length, say`${plan.drift.length} drifted`],
    [plan.conflicts.length, say`${plan.conflicts.length} in conflict`],
    [leftOrphans(plan).length, say`${leftOrphans(plan).length} without a file`],
  ] as const
  return listParts([
    listItems([...textsOf('posts'), say`${plan.unchanged.length} unchanged`]),
    say`${listAll(textsOf('added'))} to add`,
    ...textsOf('others'),
    ...left.filter(([number]) => number > 0).map(([, text]) => text),
  ])
}
