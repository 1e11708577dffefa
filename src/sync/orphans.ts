import type { TrashPost } from './changes/trash-post.ts'
import type { RestOfFolder } from './folder.ts'
import type { Identity } from './identity.ts'
import type { PublishedPost } from './ownership.ts'
import { finalPermalink } from './permalink.ts'
import type { Orphan, SiteState } from './types.ts'

export interface OrphanPolicy {
  /** Says whether the run is about posts with this slug, for `--only`. */
  readonly matches: (slug: string) => boolean
  /** Put them into the trash. */
  readonly prune: boolean
}

/**
 * The posts that were published from a file of this folder which is gone. Posts that are not ours, posts of
 * another folder, posts that an article of this folder is, and copies of those are never among them.
 *
 * @param articles the keys of the articles of this folder, those with errors included
 * @param name `name` of the configuration, which the keys of this folder begin with
 */
export function listOrphans(
  articles: Iterable<string>,
  { posts, markers }: Pick<SiteState, 'posts' | 'markers'>,
  identities: ReadonlyMap<string, Identity>,
  name: string | undefined,
  { others }: Pick<RestOfFolder, 'others'>,
): PublishedPost[] {
  const keys = new Set([...articles, ...others])
  const claimed = new Set(
    [...identities.values()].flatMap((identity) => ('remote' in identity ? [identity.remote.id] : [])),
  )
  return posts.flatMap((remote) => {
    const marker = markers.get(remote.id)
    if (marker === undefined || remote.status === 'trash' || claimed.has(remote.id)) return []
    return !keys.has(marker.key) && isOfThisFolder(marker.key, keys, name) ? [{ remote, marker }] : []
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

export function toOrphan({ remote, marker: { key } }: PublishedPost): Orphan {
  const { id, slug } = remote
  return { key, slug, id, link: finalPermalink(remote, slug) }
}

export function toTrash({ remote: before }: PublishedPost): TrashPost {
  return { kind: 'trash-post', before }
}
