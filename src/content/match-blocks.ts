import { type ListChange, listChanges } from './list-changes.ts'
import { type Pairs, pairsOf, similarity } from './similarity.ts'

/** A block as far as it decides which one it is. */
export interface Matchable {
  readonly name: string
  /** The same for blocks that say the same. */
  readonly key: string
  readonly html: string
}

/** Two versions of one block, as places in their lists. */
export interface Match {
  readonly before: number
  readonly after: number
  readonly isSame: boolean
}

/** From here on a block in the place of another one is that block, changed. */
const ALIKE_IN_PLACE = 0.3
/** The same anywhere else. */
const ALIKE = 0.5

/** Blocks up to which those that moved or changed are looked for elsewhere; the time grows with the square. */
const MOST_SOUGHT = 100

/**
 * Finds for the blocks of one version what became of them in another: the same block, wherever it moved to, or one of the
 * same kind that says much the same, first of all where it stood.
 *
 * @param isWanted which of the blocks before it matters for; changed and moved ones are looked for only of these
 */
export function matchBlocks(
  before: readonly Matchable[],
  after: readonly Matchable[],
  isWanted: (index: number) => boolean = () => true,
): Match[] {
  const matches: Match[] = []
  const lost = new Set<number>()
  const free = new Set<number>()
  const runs: { readonly removed: number[]; readonly added: number[] }[] = []
  const take = (match: Match): void => {
    matches.push(match)
    lost.delete(match.before)
    free.delete(match.after)
  }
  let [left, right] = [0, 0]
  const changes = listChanges(
    before.map(({ key }) => key),
    after.map(({ key }) => key),
  )
  const next = (kind: ListChange['kind'], count: number): number[] => {
    const from = kind === 'removed' ? left : right
    return Array.from({ length: count }, (_, step) => from + step)
  }
  for (const { kind, items } of changes) {
    const { length } = items
    if (kind === 'same') {
      for (let step = 0; step < length; step += 1)
        matches.push({ before: left + step, after: right + step, isSame: true })
      left += length
      right += length
      runs.push({ removed: [], added: [] })
      continue
    }
    const run = runs.at(-1) ?? { removed: [], added: [] }
    if (runs.length === 0) runs.push(run)
    for (const index of next(kind, length)) {
      const [own, all] = kind === 'removed' ? [run.removed, lost] : [run.added, free]
      own.push(index)
      all.add(index)
    }
    if (kind === 'removed') left += length
    else right += length
  }

  const likeness = createLikeness()
  const sought = [...lost].filter(isWanted).slice(0, MOST_SOUGHT)
  for (const index of sought) {
    const moved = [...free].find((other) => after[other]?.key === before[index]?.key)
    if (moved !== undefined) take({ before: index, after: moved, isSame: true })
  }
  const isAlike = (index: number, other: number, least: number): boolean =>
    likeness(before[index], after[other]) >= least
  for (const { removed, added } of runs) {
    const [own, others] = [
      removed.filter((index) => lost.has(index)),
      added.filter((index) => free.has(index)),
    ]
    if (own.length !== others.length) continue
    for (const [step, index] of own.entries()) {
      const other = others[step]
      if (other !== undefined && isWanted(index) && isAlike(index, other, ALIKE_IN_PLACE))
        take({ before: index, after: other, isSame: false })
    }
  }
  for (const index of sought.filter((own) => lost.has(own))) {
    const [best] = [...free]
      .slice(0, MOST_SOUGHT)
      .map((other) => ({ other, alike: likeness(before[index], after[other]) }))
      .toSorted((a, b) => b.alike - a.alike)
    if (best !== undefined && best.alike >= ALIKE) take({ before: index, after: best.other, isSame: false })
  }
  return matches.toSorted((a, b) => a.before - b.before)
}

/** Reads the text of each block once. */
function createLikeness(): (a: Matchable | undefined, b: Matchable | undefined) => number {
  const known = new Map<Matchable, Pairs>()
  const read = (block: Matchable): Pairs => {
    const pairs = known.get(block) ?? pairsOf(block.html)
    known.set(block, pairs)
    return pairs
  }
  return (a, b) =>
    a === undefined || b === undefined || a.name !== b.name ? 0 : similarity(read(a), read(b))
}
