import type { Site } from '../site/site.ts'
import type { RemotePost } from '../site/types.ts'
import { whereAllowed } from '../site/where-allowed.ts'
import { MARKER_WORD, readMarker, writeMarker } from './marker.ts'

/**
 * Gives posts of ours back the marker that an edit in wp-admin took away: along with the block that carried it, and
 * under a WordPress whose editor does not know the attribute `metadata` yet (6.1) with anything that was saved there.
 * The newest revision that has a marker tells it, so that the edit is drift and the post is still ours.
 *
 * Where the site keeps no revisions, or lets the user read none, the posts stay as they are.
 */
export async function recoverMarkers(posts: readonly RemotePost[], client: Site): Promise<RemotePost[]> {
  return await Promise.all(posts.map((post) => recoverMarker(post, client)))
}

/** The post as it was read again, with the marker that it had before where it has none. */
export function keepMarker(before: RemotePost, now: RemotePost): RemotePost {
  const marker = readMarker(before.content)
  if (marker === undefined || readMarker(now.content) !== undefined) return now
  return { ...now, content: writeMarker(now.content, marker) }
}

async function recoverMarker(post: RemotePost, client: Site): Promise<RemotePost> {
  if (readMarker(post.content) !== undefined) return post
  const revisions = await whereAllowed(() => client.searchRevisions(post.id, MARKER_WORD))
  const published = revisions?.find(({ content }) => readMarker(content) !== undefined)
  return published === undefined ? post : keepMarker({ ...post, content: published.content }, post)
}
