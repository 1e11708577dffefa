/** Numbers that are the same for the same seed. */
export interface Seeded {
  /** An integer from 0 to below `end`. */
  readonly below: (end: number) => number
  /** One of several. */
  readonly pick: <T>(items: readonly [T, ...T[]]) => T
}

/** A generator of its own for each trial, so that one can be repeated alone (mulberry32). */
export function seededBy(seed: number, trial: number): Seeded {
  let state = Math.imul(seed ^ 0x9e_37_79_b9, 0x85_eb_ca_6b) + Math.imul(trial + 1, 0xc2_b2_ae_35)
  const next = (): number => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (end: number): number => Math.floor(next() * end)
  return { below, pick: (items) => items[below(items.length)] ?? items[0] }
}

/** Puts 0, 1, 2, … below `end` far apart, each of them once in `end` calls, so that few of them reach everywhere. */
export function spread(count: number, end: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b))
  let step = Math.max(1, Math.round(end * 0.618))
  while (divisor(step, end) !== 1) step += 1
  return (count * step) % end
}
