import { say } from '../language/say.ts'
import { dependsOn } from './changes/errors.ts'
import { type Change, kindOf } from './changes/registry.ts'
import { isSameThing, type Thing } from './changes/things.ts'
import { inCircles } from './circles.ts'
import type { StateView } from './resolve.ts'
import type { Result } from './types.ts'

/** Changes that end at once or not at all. */
export interface Unit {
  /** How many there should be; where fewer are left, one failed before. */
  readonly size: number
  readonly changes: readonly Change[]
}

/** What the changes of a plan need of each other. */
export class Dependencies {
  readonly #changes: readonly Change[]
  readonly #makers: ReadonlyMap<string, readonly Maker[]>

  constructor(changes: readonly Change[]) {
    this.#changes = changes
    this.#makers = indexMakers(changes)
  }

  /** The changes, each behind those that make what it needs in order to be made; otherwise their order stays. */
  inOrder(): Change[] {
    const sorted = new Set<Change>()
    const open = new Set<Change>()
    const add = (change: Change): void => {
      if (open.has(change)) return
      open.add(change)
      for (const maker of this.makersOf(kindOf(change).make?.needs(change) ?? [])) add(maker)
      sorted.add(change)
    }
    for (const change of this.#changes) add(change)
    return [...sorted]
  }

  /** The units, each behind those whose changes it lacks in order to end; those that lack each other stand together. */
  inCircles(units: readonly Unit[], known: StateView): Unit[][] {
    const unitOf = new Map(
      units.flatMap((unit) => unit.changes.map((change): [Change, Unit] => [change, unit])),
    )
    return inCircles(units, ({ changes }) =>
      changes.flatMap((change) => this.lacking(change, known)).flatMap((maker) => unitOf.get(maker) ?? []),
    )
  }

  /** The changes that make what a change lacks in order to end. */
  lacking(change: Change, known: StateView): Change[] {
    return this.makersOf((kindOf(change).finish?.needs(change) ?? []).filter((need) => !need.isThere(known)))
  }

  /** The changes that make any of these things. */
  makersOf(needs: readonly Thing[]): Change[] {
    return needs.flatMap((need) => this.#find(need).map(({ change }) => change))
  }

  /**
   * Why a change cannot be carried out: what it needs is not on the site, neither from before nor from this run.
   *
   * @param needs those of the step that comes next
   * @param coming changes of which an article may be taken for public already: they wait for this one in turn
   * @returns `undefined` where all is there
   */
  lackOf(
    change: Change,
    needs: readonly Thing[],
    known: StateView,
    coming: readonly Change[] = [],
  ): Result | undefined {
    const isComing = (need: Thing): boolean =>
      need.sort === 'article' && this.makersOf([need]).some((maker) => coming.includes(maker))
    const missing = needs.filter((need) => !need.isThere(known) && !isComing(need))
    if (missing.length === 0) return undefined
    // Who makes a thing knows more of it than who needs it: the path of a picture.
    const names = missing.map((need) => this.#find(need)[0]?.thing.name ?? need.name)
    return { status: 'skipped', error: dependsOn(subjectOf(change), names) }
  }

  #find(need: Thing): Maker[] {
    return (this.#makers.get(lastPart(need)) ?? []).filter(({ thing }) => isSameThing(thing, need))
  }
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

function lastPart({ sort, path }: Thing): string {
  return `${sort} ${path.at(-1)}`
}

function subjectOf(change: Change): string {
  const { what, name } = kindOf(change).describe(change)
  switch (what) {
    case 'post':
      return say`"${name}"`
    case 'picture':
      return say`The picture ${name}`
    case 'category':
      return say`The category "${name}"`
    case 'tag':
      return say`The tag "${name}"`
  }
}
