import { say } from '../language/say.ts'
import { staleAnswer } from './caches.ts'
import { SiteError } from './errors.ts'
import type { Http } from './http.ts'

/**
 * Asks what WordPress has to refuse, to notice a cache that ignores what is asked and answers with a list from before.
 *
 * @throws SiteError where a list comes, which ends the run
 */
export async function assertAsked(http: Http, route: string): Promise<void> {
  const answer = await http.get(route, { context: 'none' }).catch((error: unknown) => {
    if (error instanceof SiteError && !error.endsRun && error.status !== undefined) return undefined
    throw error
  })
  if (answer !== undefined) {
    throw staleAnswer(http.url, say`answers every question to ${route} alike, whatever is asked`)
  }
}
