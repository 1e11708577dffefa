import type { Site } from '../../site/site.ts'

/**
 * Writes exactly once although answers get lost: after a failure that leaves open whether the site carried out the
 * request, it looks before it asks again.
 *
 * A site goes on with a request that we gave up on, so it looks after a pause, and only then repeats. The pause
 * is as long as the site asks for; who waits is told.
 *
 * @param write sends the request once
 * @param look finds what the request would have made; `undefined` where it was not carried out and may be sent again
 * @throws the last error of `write` where it keeps failing; whatever `look` throws
 */
export async function writeOnce<T>(
  site: Pick<Site, 'waitToRetry'>,
  write: () => Promise<T>,
  look: () => Promise<T | undefined>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await write()
    } catch (error) {
      await site.waitToRetry(error, attempt)
      const found = await look()
      if (found !== undefined) return found
    }
  }
}
