import pLimit from 'p-limit'

/**
 * Does something for each item, so many at once; where it fails for one, it is not begun for any other.
 *
 * @returns the results, in the order of the items
 * @throws what the first that failed did
 */
export async function inTurns<Item, Result>(
  atOnce: number,
  items: readonly Item[],
  work: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const limit = pLimit(atOnce)
  try {
    return await Promise.all(items.map((item) => limit(work, item)))
  } catch (error) {
    limit.clearQueue()
    throw error
  }
}
