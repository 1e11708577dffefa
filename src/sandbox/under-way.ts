/** Milliseconds; a request of the embedded WordPress that takes longer hangs. */
const PATIENCE = 10_000

const underWay = new Set<Promise<unknown>>()
let isEnding = false

/**
 * Does something that must not be cut off in the middle, as a request to a WordPress in this very process: its PHP ends
 * with the process, and leaves a picture without its file, or a post without its terms.
 *
 * @returns false where the process is about to end, so that it has not begun
 */
export function mayBegin(begin: () => Promise<unknown>): boolean {
  if (isEnding) return false
  const work = begin()
    .catch(() => undefined)
    .finally(() => underWay.delete(work))
  underWay.add(work)
  return true
}

/** Keeps more of it from beginning, and waits for what is under way. */
export async function untilNothingIsUnderWay(): Promise<void> {
  isEnding = true
  const late = new Promise((resolve) => {
    setTimeout(resolve, PATIENCE)
  })
  await Promise.race([Promise.all(underWay), late])
}
