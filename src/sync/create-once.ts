import { setTimeout as wait } from 'node:timers/promises'
import { SiteError } from '../site/errors.ts'

/** Pauses before looking whether a create without an answer was carried out, in milliseconds. */
const PAUSES = [500, 2_000, 5_000]

/**
 * Creates something exactly once although answers get lost: after a failure that leaves open whether the site
 * carried out the request, it looks before it asks again.
 *
 * A site goes on with a request that we gave up on, so it looks after a pause, and only then repeats.
 *
 * @param create sends the create once
 * @param look finds what the create would have made; `undefined` where it is not there
 * @throws the last error of `create` where it keeps failing
 */
export async function createOnce<T>(
  create: () => Promise<T>,
  look: () => Promise<T | undefined>,
): Promise<T> {
  for (const pause of PAUSES) {
    try {
      return await create()
    } catch (error) {
      if (!mayHaveHappened(error)) throw error
      await wait(pause)
      const found = await look()
      if (found !== undefined) return found
    }
  }
  return await create()
}

function mayHaveHappened(error: unknown): boolean {
  return error instanceof SiteError && (error.outcomeUnknown || error.status === 429)
}
