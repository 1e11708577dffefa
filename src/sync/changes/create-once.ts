import { setTimeout as wait } from 'node:timers/promises'
import { SiteError } from '../../site/errors.ts'
import { MAX_RETRY_AFTER } from '../../site/http.ts'
import type { Site } from '../../site/site.ts'

/** Pauses before looking whether a create without an answer was carried out, in milliseconds. */
const PAUSES = [500, 2_000, 5_000, 10_000]

/**
 * Creates something exactly once although answers get lost: after a failure that leaves open whether the site
 * carried out the request, it looks before it asks again.
 *
 * A site goes on with a request that we gave up on, so it looks after a pause, and only then repeats. The pause
 * is as long as the site asks for; who waits is told.
 *
 * @param create sends the create once
 * @param look finds what the create would have made; `undefined` where it is not there
 * @throws the last error of `create` where it keeps failing
 */
export async function createOnce<T>(
  client: Site,
  create: () => Promise<T>,
  look: () => Promise<T | undefined>,
): Promise<T> {
  for (const [index, pause] of PAUSES.entries()) {
    try {
      return await create()
    } catch (error) {
      if (!(error instanceof SiteError) || !(error.outcomeUnknown || error.mayPass)) throw error
      client.announceRetry(error, index + 1)
      const jittered = pause * (0.75 + Math.random() / 2)
      await wait(Math.min(Math.max(jittered, error.retryAfter), MAX_RETRY_AFTER))
      const found = await look()
      if (found !== undefined) return found
    }
  }
  return await create()
}
