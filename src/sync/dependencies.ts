import { dependsOn } from './changes/errors.ts'
import { type Change, kindOf } from './changes/registry.ts'
import { isSameThing, type Thing } from './changes/things.ts'
import type { Known } from './resolve.ts'
import type { Result } from './types.ts'

/** Sorts changes so that each comes behind those that make what it needs; otherwise their order stays. */
export function inOrder(changes: readonly Change[]): Change[] {
  const makers = indexMakers(changes)
  const sorted = new Set<Change>()
  const open = new Set<Change>()
  const add = (change: Change): void => {
    if (open.has(change)) return
    open.add(change)
    for (const need of kindOf(change).make?.needs(change) ?? []) {
      for (const maker of findMakers(need, makers)) add(maker.change)
    }
    sorted.add(change)
  }
  for (const change of changes) add(change)
  return [...sorted]
}

/** Whether any of the needs is made by one of the changes. */
export function needsOneOf(needs: readonly Thing[], changes: readonly Change[]): boolean {
  const makers = indexMakers(changes)
  return needs.some((need) => findMakers(need, makers).length > 0)
}

/**
 * Why a change cannot be carried out: what it needs is not on the site, neither from before nor from this run.
 *
 * @param changes all of the plan, by which the missing things are named
 * @returns `undefined` where all is there
 */
export function lackingFor(
  change: Change,
  needs: readonly Thing[],
  changes: readonly Change[],
  known: Known,
): Result | undefined {
  const missing = needs.filter((need) => !need.isThere(known))
  if (missing.length === 0) return undefined
  const makers = indexMakers(changes)
  const names = missing.map((need) => findMakers(need, makers)[0]?.thing.name ?? need.name)
  return { status: 'skipped', error: dependsOn(subjectOf(change), names) }
}

/** A change, and one of the things that it makes. */
interface Maker {
  readonly change: Change
  readonly thing: Thing
}

/** By what is the same in every path to a thing: its last part. */
function indexMakers(changes: readonly Change[]): ReadonlyMap<string, readonly Maker[]> {
  const makers = changes.flatMap((change) =>
    kindOf(change)
      .provides(change)
      .map((thing): Maker => ({ change, thing })),
  )
  const index = new Map<string, Maker[]>()
  for (const maker of makers) {
    const known = index.get(lastPart(maker.thing))
    if (known === undefined) index.set(lastPart(maker.thing), [maker])
    else known.push(maker)
  }
  return index
}

function findMakers(need: Thing, makers: ReadonlyMap<string, readonly Maker[]>): Maker[] {
  return (makers.get(lastPart(need)) ?? []).filter(({ thing }) => isSameThing(thing, need))
}

function lastPart({ sort, path }: Thing): string {
  return `${sort} ${path.at(-1)}`
}

function subjectOf(change: Change): string {
  const { what, name, nameIs } = kindOf(change).describe(change)
  if (nameIs === 'slug') return `"${name}"`
  return `The ${what} ${nameIs === 'path' ? name : `"${name}"`}`
}
