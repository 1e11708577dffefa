import { foundPost } from './found-post.ts'
import type { SortedPosts } from './plan-types.ts'
import type { Conflict, SiteState } from './types.ts'

/**
 * Leaves articles alone whose post shows a picture that could not be read: with it uploaded again, the post would show
 * another copy, and whether the picture has changed nobody knows. What settles such an article otherwise stays.
 */
export function leaveUnread(
  posts: SortedPosts,
  { unread = new Map() }: Pick<SiteState, 'unread'>,
): SortedPosts {
  const isDoubtful = ({ key }: { readonly key: string }): boolean => unread.has(key)
  const updates = posts.changes.flatMap((change) =>
    'before' in change && isDoubtful(change.after) ? [change] : [],
  )
  const edited = posts.conflicts.filter((one) => one.reason === 'both-edited' && isDoubtful(one))
  const left = [
    ...updates.map(({ before, after, fields }) => ({ ...foundPost(after, before), fields, before, after })),
    ...edited,
  ]
  const keys = new Set(left.map(({ key }) => key))
  return {
    ...posts,
    changes: posts.changes.filter(({ after }) => !keys.has(after.key)),
    drift: posts.drift.filter(({ key }) => !keys.has(key)),
    conflicts: [
      ...posts.conflicts.filter(({ key }) => !keys.has(key)),
      ...left.map((one): Conflict => ({ ...one, reason: 'picture-unread', unread: unread.get(one.key) })),
    ],
  }
}
