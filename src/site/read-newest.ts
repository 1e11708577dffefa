import type { Http } from './http.ts'
import { PAGE_SIZE } from './pages.ts'
import { decodePost, EVERY_STATUS, POST_FIELDS } from './post-wire.ts'
import type { RemotePost } from './types.ts'
import { decodeList } from './wire.ts'

/**
 * The newest posts, as many as are read at once, with all that publishing reads of a post: the most work that a site has
 * with any of our questions.
 *
 * @throws SiteError where it cannot answer
 */
export async function readNewest(http: Http): Promise<RemotePost[]> {
  const query = { context: 'edit', status: EVERY_STATUS, _fields: POST_FIELDS, per_page: PAGE_SIZE }
  return decodeList((await http.get('/wp/v2/posts', query)).body, decodePost)
}
