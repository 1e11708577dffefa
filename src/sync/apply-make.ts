import { isStopped } from '../errors.ts'
import { type Change, kindOf } from './changes/registry.ts'
import type { Run } from './changes/run.ts'
import type { Dependencies } from './dependencies.ts'
import type { Result } from './types.ts'
import type { UnderWay } from './under-way.ts'

/** Changes of one kind that need the same others. */
interface Group {
  readonly kind: Change['kind']
  readonly changes: Change[]
  readonly needs: Set<Group>
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

/** Each behind those that it needs; posts are one group, at the end, since nothing that is made needs one. */
function toGroups(dependencies: Dependencies): Group[] {
  const groups: Group[] = []
  const groupOf = new Map<Change, Group>()
  let posts: Group | undefined
  for (const change of dependencies.inOrder()) {
    const { lane, make } = kindOf(change)
    if (make === undefined) continue
    const makers = dependencies.makersOf(make.needs(change))
    const needs = new Set(makers.flatMap((maker) => groupOf.get(maker) ?? []))
    if (lane === 'posts') {
      posts ??= { kind: change.kind, changes: [], needs: new Set() }
      posts.changes.push(change)
      for (const need of needs) posts.needs.add(need)
      continue
    }
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
  return posts === undefined ? groups : [...groups, posts]
}

/** @returns those that were made and are still to be looked at */
async function makeGroup({ changes }: Group, underWay: UnderWay): Promise<Change[]> {
  const isClaimed = changes.some((change) => kindOf(change).lane === 'posts')
  const { made, rest } = isClaimed ? await claim(changes, underWay) : { made: [], rest: changes }
  if (rest.length === 0) return []
  const others = await Promise.all(rest.map((change) => makeOne(change, underWay)))
  return [...made, ...rest.filter((_, index) => others[index] === 'applied')]
}

/**
 * Makes posts one after another until one is there, and looks whether it is the only one. Where another run publishes the
 * same, all else is left to it: of posts that both make at once, each would get some, and neither would get through.
 *
 * @returns what was made, and what is still to be made
 */
async function claim(
  changes: readonly Change[],
  underWay: UnderWay,
): Promise<{ readonly made: readonly Change[]; readonly rest: readonly Change[] }> {
  for (const [index, change] of changes.entries()) {
    const status = await makeOne(change, underWay)
    if (status === 'applied') await look([change], underWay)
    const { error } = underWay.results.get(change) ?? {}
    const rest = changes.slice(index + 1)
    if (isStopped(error)) {
      // The one that lost says why; that these come from the other run is no fault of theirs.
      for (const left of rest) underWay.settle(left, { status: 'skipped' })
      return { made: [], rest: [] }
    }
    if (status === 'applied' && error === undefined) return { made: [change], rest }
  }
  return { made: [], rest: [] }
}

async function makeOne(change: Change, underWay: UnderWay): Promise<Result['status']> {
  const { dependencies, run, steps, lanes, settle } = underWay
  const { lane, make, finish } = kindOf(change)
  if (make === undefined) return 'skipped'
  const result = await lanes.run(lane, () =>
    steps.attempt(
      async () => dependencies.lackOf(change, make.needs(change), run.state) ?? (await make.run(change, run)),
    ),
  )
  if (result.status !== 'applied' || finish === undefined) settle(change, result)
  return result.status
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
