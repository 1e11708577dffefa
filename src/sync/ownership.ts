import type { RemotePost } from '../site/types.ts'
import { hashField } from './fields.ts'
import type { Marker } from './marker.ts'
import { isSkeleton } from './skeleton.ts'

/** Whose posts may be ours: whoever can write a draft can write a marker, too. */
export interface Publishers {
  /** The login and the `publishers` of wp.config.json, by user id. */
  readonly everywhere: ReadonlySet<number>
  /** Who stands as author in the front matter of an article, by its key. */
  readonly authors: ReadonlyMap<string, number>
}

/** A post that carries a marker and is not ours all the same; it is named, and never written or removed. */
export interface Stranger {
  readonly remote: RemotePost
  /** What its marker says that it was published from. */
  readonly marker: Marker
  /** `copy`: a copy of our post, or one that its first block was pasted into; `author`: another user's post. */
  readonly reason: 'copy' | 'author'
}

/** A post of ours, and what was last published into it. */
export interface PublishedPost {
  readonly remote: RemotePost
  readonly marker: Marker
}

export interface Ownership {
  /** The marker of each post of ours, by post id; no two of them have the same key. */
  readonly markers: ReadonlyMap<number, Marker>
  readonly strangers: readonly Stranger[]
}

/** Whether a post is of somebody who publishes the article that its marker names. */
export function isOfPublisher(
  { author }: Pick<RemotePost, 'author'>,
  { key }: Pick<Marker, 'key'>,
  { everywhere, authors }: Publishers,
): boolean {
  return everywhere.has(author) || authors.get(key) === author
}

/** Whether a marker was written into another post than the one that it stands in. */
export function isElsewhere({ id }: Pick<RemotePost, 'id'>, marker: Marker): boolean {
  return marker.id !== undefined && marker.id !== id
}

/**
 * Says which posts with a marker are ours. A marker is copied along with a post, or with the block that carries it,
 * and can be forged; so the post has to be of somebody who publishes this folder, and of several with one key one
 * counts: the one whose id the marker holds, which is the one that was published. Pure.
 *
 * @param found every marker, by post id
 */
export function settleOwnership(
  posts: readonly RemotePost[],
  found: ReadonlyMap<number, Marker>,
  publishers: Publishers,
): Ownership {
  const strangers: Stranger[] = []
  const candidates = new Map<string, PublishedPost[]>()
  for (const remote of posts) {
    const marker = found.get(remote.id)
    // A draft that gave way, and was never completed, is as good as gone.
    if (marker === undefined || (remote.status === 'trash' && isSkeleton(remote))) continue
    if (!isOfPublisher(remote, marker, publishers)) strangers.push({ remote, marker, reason: 'author' })
    else if (isElsewhere(remote, marker)) strangers.push({ remote, marker, reason: 'copy' })
    else candidates.set(marker.key, [...(candidates.get(marker.key) ?? []), { remote, marker }])
  }
  const markers = new Map<number, Marker>()
  for (const all of candidates.values()) {
    const [first, ...others] = all.toSorted(byRank)
    if (first !== undefined) markers.set(first.remote.id, first.marker)
    strangers.push(...others.map((other) => ({ ...other, reason: 'copy' as const })))
  }
  return { markers, strangers }
}

/** The one that was published comes first; of two that nothing tells apart, the lower id is the original. */
function byRank(a: PublishedPost, b: PublishedPost): number {
  const ranks = [isThere, hasId, hasItsSlug].map((is) => Number(is(b)) - Number(is(a)))
  return ranks.find((rank) => rank !== 0) ?? a.remote.id - b.remote.id
}

const isThere = ({ remote }: PublishedPost): boolean => remote.status !== 'trash'
const hasId = ({ marker }: PublishedPost): boolean => marker.id !== undefined
const hasItsSlug = ({ remote, marker }: PublishedPost): boolean =>
  marker.base.slug === hashField('slug', remote.slug)
