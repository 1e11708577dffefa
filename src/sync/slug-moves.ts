import type { RemotePost } from '../site/types.ts'
import { foundPost } from './found-post.ts'
import { finalPermalink } from './permalink.ts'
import type { SortedPosts } from './plan-types.ts'
import type { Conflict, DesiredPost, SiteState } from './types.ts'

/** An update that gives a post another slug. */
interface SlugMove {
  readonly key: string
  readonly before: RemotePost
  readonly after: DesiredPost
}

/** The updates that give a post another slug. */
export function slugMoves(changes: SortedPosts['changes']): SlugMove[] {
  return changes.flatMap((change) =>
    'before' in change && change.fields.includes('slug')
      ? [{ key: change.after.key, before: change.before, after: change.after }]
      : [],
  )
}

/**
 * Puts changes of slugs into an order in which each is free when it is asked for: it is once the post that
 * has it moves away in the same run. Where a slug stays taken WordPress would make it `slug-2`, so that post
 * is not written; two posts that exchange their slugs block each other.
 */
export function settleSlugs(posts: SortedPosts, site: SiteState): SortedPosts {
  const { order, blocked } = orderSlugMoves(slugMoves(posts.changes), site.posts)
  return {
    ...posts,
    changes: posts.changes
      .filter(({ after }) => !blocked.has(after.key))
      .sort((a, b) => order.indexOf(a.after.key) - order.indexOf(b.after.key)),
    drift: posts.drift.filter(({ key }) => !blocked.has(key)),
    conflicts: [...posts.conflicts, ...[...blocked].map(([, block]) => block)],
  }
}

function orderSlugMoves(
  moves: readonly SlugMove[],
  posts: readonly RemotePost[],
): { readonly order: readonly string[]; readonly blocked: ReadonlyMap<string, Conflict> } {
  const holders = new Map(posts.filter(({ status }) => status !== 'trash').map((post) => [post.slug, post]))
  const waiting = new Set(moves)
  const order: string[] = []
  // Each round settles at least one post, or none can move any more.
  for (let before = -1; before !== order.length; ) {
    before = order.length
    for (const move of waiting) {
      if (holderOf(move, holders) !== undefined) continue
      if (holders.get(move.before.slug)?.id === move.before.id) holders.delete(move.before.slug)
      holders.set(move.after.slug, move.before)
      waiting.delete(move)
      order.push(move.key)
    }
  }
  const blocked = [...waiting].flatMap((move) => {
    const holder = holderOf(move, holders)
    return holder === undefined ? [] : [[move.key, toConflict(move, holder)] as const]
  })
  return { blocked: new Map(blocked), order }
}

function toConflict({ before, after }: SlugMove, holder: RemotePost): Conflict {
  const held = { id: holder.id, link: finalPermalink(holder, holder.slug) }
  return { ...foundPost(after, before), reason: 'slug-taken', fields: ['slug'], before, after, holder: held }
}

function holderOf(
  { before, after }: SlugMove,
  holders: ReadonlyMap<string, RemotePost>,
): RemotePost | undefined {
  const holder = holders.get(after.slug)
  return holder?.id === before.id ? undefined : holder
}
