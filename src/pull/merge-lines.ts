import { listChanges } from '../content/list-changes.ts'

/** A stretch of a merge: lines that both sides have or one of them wrote, or what both made of the same place. */
export type MergedLines =
  | { readonly kind: 'settled'; readonly lines: readonly string[] }
  | { readonly kind: 'conflict'; readonly mine: readonly string[]; readonly theirs: readonly string[] }

/** What one side made of a stretch of the base; `length` lines from `start` on. */
interface Hunk {
  readonly side: 'mine' | 'theirs'
  readonly start: number
  readonly length: number
  readonly lines: readonly string[]
}

/**
 * Merges two edits of the same lines (diff3). What both sides changed alike is no conflict; edits that touch are.
 *
 * @param base what both began with
 */
export function mergeLines(
  mine: readonly string[],
  base: readonly string[],
  theirs: readonly string[],
): MergedLines[] {
  const hunks = [...hunksOf(base, mine, 'mine'), ...hunksOf(base, theirs, 'theirs')].sort(
    (a, b) => a.start - b.start,
  )
  const merged: MergedLines[] = []
  let at = 0
  for (let index = 0; index < hunks.length; ) {
    const first = hunks[index]
    if (first === undefined) break
    const region = [first]
    let end = first.start + first.length
    for (index += 1; index < hunks.length; index += 1) {
      const next = hunks[index]
      if (next === undefined || next.start > end) break
      region.push(next)
      end = Math.max(end, next.start + next.length)
    }
    merged.push(
      { kind: 'settled', lines: base.slice(at, first.start) },
      settle(region, base, first.start, end),
    )
    at = end
  }
  return [...merged, { kind: 'settled', lines: base.slice(at) }]
}

function settle(region: readonly Hunk[], base: readonly string[], start: number, end: number): MergedLines {
  const [mine, theirs] = (['mine', 'theirs'] as const).map((side) => {
    const own = region.filter((hunk) => hunk.side === side)
    return own.length === 0 ? undefined : applied(own, base, start, end)
  })
  if (mine === undefined || theirs === undefined) return { kind: 'settled', lines: mine ?? theirs ?? [] }
  const isSame = mine.length === theirs.length && mine.every((line, index) => line === theirs[index])
  return isSame ? { kind: 'settled', lines: mine } : { kind: 'conflict', mine, theirs }
}

/** A stretch of the base as one side has it. */
function applied(hunks: readonly Hunk[], base: readonly string[], start: number, end: number): string[] {
  let at = start
  const parts = hunks.map((hunk) => {
    const before = base.slice(at, hunk.start)
    at = hunk.start + hunk.length
    return [...before, ...hunk.lines]
  })
  return [...parts.flat(), ...base.slice(at, end)]
}

function hunksOf(base: readonly string[], changed: readonly string[], side: Hunk['side']): Hunk[] {
  const hunks: Hunk[] = []
  let at = 0
  const changes = listChanges(base, changed)
  for (const [index, { kind, items }] of changes.entries()) {
    if (kind === 'same') at += items.length
    if (kind === 'added' && changes[index - 1]?.kind !== 'removed')
      hunks.push({ side, start: at, length: 0, lines: items })
    if (kind !== 'removed') continue
    const next = changes[index + 1]
    hunks.push({ side, start: at, length: items.length, lines: next?.kind === 'added' ? next.items : [] })
    at += items.length
  }
  return hunks
}
