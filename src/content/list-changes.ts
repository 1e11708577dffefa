import { diffArrays } from 'diff'

/** A stretch of two lists that is the same in both, or only in the first, or only in the second. */
export interface ListChange {
  readonly kind: 'same' | 'removed' | 'added'
  readonly items: readonly string[]
}

/** Removed and added items up to which the fewest changes are looked for; the time grows with the square of them. */
const MOST_CHANGES = 400

/**
 * What turns one list into another, the removed before the added in each place.
 *
 * The changes are the fewest where they are few. Lists that have little in common are first aligned by the items that
 * each of them has once, as patience diff does, so that the time is in proportion to their lengths.
 */
export function listChanges(before: readonly string[], after: readonly string[]): ListChange[] {
  let start = 0
  while (start < before.length && start < after.length && before[start] === after[start]) start += 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end += 1
  return joined([
    { kind: 'same', items: before.slice(0, start) },
    ...changesBetween(before.slice(start, before.length - end), after.slice(start, after.length - end)),
    { kind: 'same', items: before.slice(before.length - end) },
  ])
}

function changesBetween(before: readonly string[], after: readonly string[]): ListChange[] {
  const fewest = fewestChanges(before, after)
  if (fewest !== undefined) return fewest
  const changes: ListChange[] = []
  let [left, right] = [0, 0]
  for (const [l, r] of [...anchors(before, after), [before.length, after.length] as const]) {
    const [removed, added] = [before.slice(left, l), after.slice(right, r)]
    changes.push(...(fewestChanges(removed, added) ?? replaced(removed, added)))
    if (l < before.length) changes.push({ kind: 'same', items: [before[l] ?? ''] })
    left = l + 1
    right = r + 1
  }
  return changes
}

/** `undefined` where there are too many. */
function fewestChanges(before: readonly string[], after: readonly string[]): ListChange[] | undefined {
  if (before.length === 0 || after.length === 0) return replaced(before, after)
  const parts = diffArrays([...before], [...after], { maxEditLength: MOST_CHANGES })
  return parts?.map(({ added, removed, value }) => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', items: value }
  })
}

function replaced(before: readonly string[], after: readonly string[]): ListChange[] {
  return [
    { kind: 'removed', items: before },
    { kind: 'added', items: after },
  ]
}

/** Where items stand that each list has once, as many of them as come in the same order in both. */
function anchors(before: readonly string[], after: readonly string[]): (readonly [number, number])[] {
  const places = onlyPlaces(after)
  const shared = [...onlyPlaces(before)].flatMap(([item, left]) => {
    const right = places.get(item)
    return right === undefined ? [] : [[left, right] as const]
  })
  return longestRising(shared.sort(([a], [b]) => a - b))
}

function onlyPlaces(items: readonly string[]): Map<string, number> {
  const places = new Map<string, number>()
  const repeated = new Set<string>()
  items.forEach((item, index) => {
    if (places.has(item)) repeated.add(item)
    places.set(item, index)
  })
  for (const item of repeated) places.delete(item)
  return places
}

interface Pile {
  readonly pair: readonly [number, number]
  readonly below: Pile | undefined
}

/** The longest part of the pairs whose second numbers rise, by patience sorting. */
function longestRising(pairs: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  const tops: Pile[] = []
  for (const pair of pairs) {
    let [low, high] = [0, tops.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((tops[middle]?.pair[1] ?? 0) < pair[1]) low = middle + 1
      else high = middle
    }
    tops[low] = { pair, below: tops[low - 1] }
  }
  const rising: (readonly [number, number])[] = []
  for (let pile = tops.at(-1); pile !== undefined; pile = pile.below) rising.push(pile.pair)
  return rising.reverse()
}

/** Neighbours of one kind are one, removed items come before added ones, and nothing is empty. */
function joined(changes: readonly ListChange[]): ListChange[] {
  const parts: ListChange[] = []
  let [removed, added]: [string[], string[]] = [[], []]
  let same: string[] = []
  const flushChanged = (): void => {
    if (removed.length > 0) parts.push({ kind: 'removed', items: removed })
    if (added.length > 0) parts.push({ kind: 'added', items: added })
    removed = []
    added = []
  }
  const flushSame = (): void => {
    if (same.length > 0) parts.push({ kind: 'same', items: same })
    same = []
  }
  for (const { kind, items } of changes) {
    if (items.length === 0) continue
    if (kind === 'same') flushChanged()
    else flushSame()
    const target = kind === 'same' ? same : kind === 'removed' ? removed : added
    for (const item of items) target.push(item)
  }
  flushChanged()
  flushSame()
  return parts
}
