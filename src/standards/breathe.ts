import { setImmediate } from 'node:timers/promises'

/** Of many things so many are done before others have their turn: some milliseconds of work. */
export const SPELL = 64

/** Gives their turn to those who wait, for an answer of the site say, in the middle of long work. */
export async function breathe(): Promise<void> {
  await setImmediate()
}

/** The same as `items.map(work)`, with breath. */
export async function mapBreathing<Item, Result>(
  items: readonly Item[],
  work: (item: Item) => Result,
): Promise<Result[]> {
  const results: Result[] = []
  for (const [index, item] of items.entries()) {
    if (index % SPELL === 0) await breathe()
    results.push(work(item))
  }
  return results
}
