import { type Change, kindOf } from './changes/registry.ts'
import type { Run } from './changes/run.ts'
import type { Dependencies } from './dependencies.ts'
import type { Result } from './types.ts'
import type { UnderWay } from './under-way.ts'

/** Changes of one kind that need the same others. */
interface Group {
  readonly kind: Change['kind']
  readonly changes: Change[]
  readonly needs: ReadonlySet<Group>
}

/**
 * Makes what others refer to, each thing behind what it needs, and what does not need each other at the same time.
 *
 * After each group that others need, and in the end after the rest of each kind, it looks for what another run made at
 * the same moment: WordPress moves the children of a category that goes, so none may be made below one that gives way.
 */
export async function makeAll(underWay: UnderWay): Promise<void> {
  const groups = toGroups(underWay.dependencies)
  const needed = new Set(groups.flatMap(({ needs }) => [...needs]))
  const done = new Map<Group, Promise<Change[]>>()
  for (const group of groups) {
    const before = [...group.needs].map((need) => done.get(need))
    done.set(
      group,
      Promise.all(before).then(async () => {
        const made = await makeGroup(group, underWay)
        if (!needed.has(group)) return made
        await look(made, underWay)
        return []
      }),
    )
  }
  const rest = (await Promise.all(done.values())).flat()
  for (const kind of new Set(rest.map((change) => change.kind))) {
    await look(
      rest.filter((change) => change.kind === kind),
      underWay,
    )
  }
}

function toGroups(dependencies: Dependencies): Group[] {
  const groups: Group[] = []
  const groupOf = new Map<Change, Group>()
  for (const change of dependencies.inOrder()) {
    const { make } = kindOf(change)
    if (make === undefined) continue
    const makers = dependencies.makersOf(make.needs(change))
    const needs = new Set(makers.flatMap((maker) => groupOf.get(maker) ?? []))
    const known = groups.find(
      (group) =>
        group.kind === change.kind &&
        group.needs.size === needs.size &&
        [...needs].every((need) => group.needs.has(need)),
    )
    const group = known ?? { kind: change.kind, changes: [], needs }
    if (known === undefined) groups.push(group)
    group.changes.push(change)
    groupOf.set(change, group)
  }
  return groups
}

/** @returns those that were made */
async function makeGroup({ changes }: Group, underWay: UnderWay): Promise<Change[]> {
  const { dependencies, run, steps, lanes, settle } = underWay
  const made = await Promise.all(
    changes.map(async (change) => {
      const { lane, make, finish } = kindOf(change)
      if (make === undefined) return []
      const result = await lanes.run(lane, () =>
        steps.attempt(
          async () =>
            dependencies.lackOf(change, make.needs(change), run.state) ?? (await make.run(change, run)),
        ),
      )
      if (result.status !== 'applied' || finish === undefined) settle(change, result)
      return result.status === 'applied' ? [change] : []
    }),
  )
  return made.flat()
}

/** Looks again at changes of one kind. */
async function look(changes: readonly Change[], { run, steps, results, settle }: UnderWay): Promise<void> {
  const found = steps.hasEnded ? new Map<Change, Result>() : await lookAgain(changes, run)
  for (const [change, given] of found) {
    const result = steps.note(given)
    if (result.status === 'applied') results.set(change, result)
    else settle(change, result)
  }
}

async function lookAgain(changes: readonly Change[], run: Run): Promise<ReadonlyMap<Change, Result>> {
  const [first] = changes
  const again = first === undefined ? undefined : kindOf(first).make?.lookAgain
  return again === undefined ? new Map() : await again(changes, run)
}
