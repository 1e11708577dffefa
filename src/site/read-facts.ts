import { say } from '../language/say.ts'
import { SiteError } from './errors.ts'
import type { Http } from './http.ts'
import type { SiteFacts } from './types.ts'
import { decodeRoot, ROOT_FIELDS } from './wire.ts'

/**
 * Finds the REST API, with pretty or plain permalinks; in the latter case `http` asks there from now on.
 *
 * @returns what the site says of itself
 * @throws SiteError where there is no WordPress at the address, or its REST API is switched off
 */
export async function readFacts(http: Http): Promise<SiteFacts> {
  const pretty = await http.get('/', { _fields: ROOT_FIELDS }).catch((error: unknown) => {
    // With plain permalinks /wp-json/ is a page of the theme, or not found.
    if (error instanceof SiteError && (error.status === 200 || error.status === 404)) return undefined
    throw error
  })
  const found = decodeRoot(pretty?.body)
  if (found !== undefined) return found
  http.usePlainRoutes()
  const plain = decodeRoot((await http.get('/', { _fields: ROOT_FIELDS })).body)
  if (plain !== undefined) return plain
  throw new SiteError(say`${http.url} is not a WordPress site with a REST API.`, {
    advice: say`Check WP_URL: it is the address of the blog, including a subfolder.`,
  })
}
