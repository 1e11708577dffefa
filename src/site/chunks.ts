import { PAGE_SIZE } from './pages.ts'

/**
 * Room for a list in an address, in bytes: nginx takes 8 kB of request line, other servers and proxies 4, and the
 * rest of an address is less than one. A hundred Japanese slugs would be 60 kB.
 */
const MOST_BYTES = 3_000

/**
 * Asks for many things by a list in the address, in as many requests as it takes.
 *
 * @param items ids or slugs; none of them holds a comma
 * @param read asks for a part of them
 * @returns the answers, in the order of the parts
 */
export async function inChunks<T extends string | number, R>(
  items: readonly T[],
  read: (chunk: readonly T[]) => Promise<R>,
): Promise<R[]> {
  const chunks: T[][] = []
  let room = 0
  for (const item of items) {
    // The comma between two items is written %2C.
    const bytes = encodeURIComponent(item).length + 3
    const last = chunks.at(-1)
    if (last === undefined || bytes > room || last.length === PAGE_SIZE) {
      chunks.push([item])
      room = MOST_BYTES - bytes
    } else {
      last.push(item)
      room -= bytes
    }
  }
  return await Promise.all(chunks.map(read))
}
