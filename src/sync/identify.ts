import { ExitCode, UserError } from '../errors.ts'
import type { Post } from '../posts/post.ts'
import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import { type Marker, readMarker } from './marker.ts'
import type { SiteState } from './types.ts'

/** Which post on the site an article is. */
export type Identity =
  | { readonly kind: 'new' }
  /** A post that we published, from this file or from one that had another name. */
  | { readonly kind: 'ours'; readonly remote: RemotePost; readonly marker: Marker }
  /** A post with the article's id or slug that we never published. */
  | { readonly kind: 'unmanaged'; readonly remote: RemotePost }
  /** The slug belongs to another article's post. */
  | { readonly kind: 'taken'; readonly remote: RemotePost }

interface Candidate {
  readonly remote: RemotePost
  readonly marker: Marker | undefined
}

/**
 * Finds each article's post by its id in front matter (on the configured site only), then by the source
 * marker in the content, then by its slug.
 *
 * @throws UserError (content) where an article has the id of another one's post
 */
export function identifyPosts(
  rendered: readonly RenderedPost[],
  site: SiteState,
): ReadonlyMap<string, Identity> {
  const candidates = site.posts.map((remote) => ({ remote, marker: readMarker(remote.content) }))
  const byId = index(candidates, ({ remote }) => remote.id)
  const byKey = index(candidates, ({ marker }) => marker?.key)
  const bySlug = index(candidates, ({ remote }) => (remote.status === 'trash' ? undefined : remote.slug))
  const posts = new Map(rendered.map(({ post }) => [post.key, post]))

  return new Map(
    rendered.map(({ post }): [string, Identity] => {
      const named = site.isConfiguredSite && post.id !== undefined ? byId.get(post.id) : undefined
      const found = named ?? byKey.get(post.key) ?? bySlug.get(post.slug)
      if (found === undefined) return [post.key, { kind: 'new' }]
      const { remote, marker } = found
      if (marker === undefined) return [post.key, { kind: 'unmanaged', remote }]
      // A marker of a file that is gone means that the file was renamed.
      const other = marker.key === post.key ? undefined : posts.get(marker.key)
      // Two articles with ids of their own may have exchanged their names: then the ids tell.
      const isCopy = found === named && other !== undefined && (other.id ?? post.id) === post.id
      if (isCopy) throw copiedId(post, other)
      const isOther = found !== named && other !== undefined
      return [post.key, isOther ? { kind: 'taken', remote } : { kind: 'ours', remote, marker }]
    }),
  )
}

/** An article that was copied with its `id` would be written over the post of the one it was copied from. */
function copiedId(post: Post, other: Post): UserError {
  return new UserError(
    `${post.file.path} has the id ${post.id}, but that post was published from ${other.file.path}.`,
    {
      advice: `Where ${post.file.path} is a copy, remove its "id". Where it is the old ${other.file.path} under a new name, give the file that now has the old name another one.`,
      exitCode: ExitCode.content,
    },
  )
}

/** A copy made in wp-admin carries the marker, too; the lower id is the original. */
function index<K>(
  candidates: readonly Candidate[],
  key: (item: Candidate) => K | undefined,
): ReadonlyMap<K, Candidate> {
  const found = new Map<K, Candidate>()
  for (const candidate of candidates.toSorted((a, b) => b.remote.id - a.remote.id)) {
    const name = key(candidate)
    if (name !== undefined) found.set(name, candidate)
  }
  return found
}
