import { SiteError } from './errors.ts'
import type { Http } from './http.ts'

/**
 * Asks for a post to be deleted that no site has, to see whether such a request reaches WordPress.
 *
 * @returns `undefined` where WordPress says that there is none; otherwise what kept the request away
 */
export async function tryDelete(http: Http): Promise<SiteError | undefined> {
  try {
    await http.remove('/wp/v2/posts/0')
    return undefined
  } catch (error) {
    if (!(error instanceof SiteError)) throw error
    return error.code === 'rest_post_invalid_id' ? undefined : error
  }
}
