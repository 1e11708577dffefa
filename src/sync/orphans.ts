import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import type { TrashPost } from './changes/trash-post.ts'
import type { Identity } from './identify.ts'
import { readMarker } from './marker.ts'
import { finalPermalink } from './permalink.ts'
import type { Orphan, SiteState } from './types.ts'

export interface OrphanPolicy {
  /** `name` of the configuration, which the keys of this folder begin with. */
  readonly name: string | undefined
  /** Says whether the run is about posts with this slug, for `--only`. */
  readonly matches: (slug: string) => boolean
  /** Put them into the trash. */
  readonly prune: boolean
}

/**
 * The posts that were published from a file of this folder which is gone. Posts without our marker, posts of
 * another folder, posts that an article of this folder is, and copies of those are never among them.
 */
export function findOrphans(
  rendered: readonly RenderedPost[],
  site: SiteState,
  identities: ReadonlyMap<string, Identity>,
  policy: OrphanPolicy,
): RemotePost[] {
  const keys = new Set(rendered.map(({ post }) => post.key))
  const claimed = new Set(
    [...identities.values()].flatMap((identity) => (identity.kind === 'new' ? [] : [identity.remote.id])),
  )
  return site.posts.filter((remote) => {
    const key = readMarker(remote.content)?.key
    if (key === undefined || remote.status === 'trash' || keys.has(key) || claimed.has(remote.id))
      return false
    return isOfThisFolder(key, keys, policy.name) && policy.matches(remote.slug)
  })
}

/**
 * A folder without a name cannot tell `a/b`, an article of its own subfolder `a`, from an article `b` of
 * another folder that is named `a`; only subfolders that still hold an article are taken for its own.
 */
function isOfThisFolder(key: string, keys: ReadonlySet<string>, name: string | undefined): boolean {
  if (name !== undefined) return key.startsWith(`${name}/`)
  const folder = key.slice(0, key.lastIndexOf('/') + 1)
  return folder === '' || [...keys].some((other) => other.startsWith(folder))
}

export function toOrphan(remote: RemotePost): Orphan {
  const { id, slug } = remote
  return { key: readMarker(remote.content)?.key ?? '', slug, id, link: finalPermalink(remote, slug) }
}

export function toTrash(before: RemotePost): TrashPost {
  return { kind: 'trash-post', before }
}
