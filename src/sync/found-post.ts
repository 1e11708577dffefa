import type { RemotePost } from '../site/types.ts'
import { finalPermalink } from './permalink.ts'
import type { DesiredPost, FoundPost } from './types.ts'

/** The post that an article has on the site, with the address at which it is read or will be. */
export function foundPost(
  { key, path, slug }: Pick<DesiredPost, 'key' | 'path' | 'slug'>,
  remote: RemotePost,
): FoundPost {
  return { key, path, slug, id: remote.id, link: finalPermalink(remote, remote.slug), status: remote.status }
}
