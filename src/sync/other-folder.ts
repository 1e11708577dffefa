import type { Post } from '../posts/post.ts'
import type { RemotePost } from '../site/types.ts'
import { liveFields } from './fields.ts'
import { clausesOf, likeness } from './likeness.ts'
import type { Marker } from './marker.ts'
import { hadTitle, hasTitle } from './same-title.ts'
import { isSkeleton } from './skeleton.ts'

/** Two articles of one author have some words in common. */
const HARDLY = 0.1

/**
 * Whether a post that has the key of an article was most likely published from another folder, which has a file of
 * that name, too: neither its title nor its date nor more than a few words of its texts are the
 * article's. Folders with a `name` in
 * wp.config.json have keys of their own.
 */
export function isOtherFolders(
  item: { readonly post: Pick<Post, 'title' | 'date'>; readonly content: string },
  remote: RemotePost,
  marker: Marker,
): boolean {
  const { post } = item
  if (hadTitle(post.title, marker)) return false
  if (remote.status === 'draft' && isSkeleton(remote)) return marker.base.title !== undefined
  const isSameDate = post.date !== undefined && post.date === remote.date
  if (isSameDate || hasTitle(post.title, remote, marker)) return false
  const theirs = clausesOf(liveFields(remote).content)
  // Where there is no text yet, none can be lost, nor tell anything.
  if (theirs.size === 0) return false
  const { ofShorter } = likeness(clausesOf(item.content), theirs)
  return ofShorter < HARDLY
}
