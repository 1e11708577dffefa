import type { ImageFile } from '../posts/types.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Site } from '../site/site.ts'
import type { Attachment } from '../site/types.ts'
import { sha256 } from '../standards/sha256.ts'
import type { SiteState } from './types.ts'

/**
 * Finds pictures of the project among the attachments that posts show already: what was uploaded in wp-admin and
 * brought here by `pull` has no slug made of its bytes. The size is compared first, then the bytes themselves.
 *
 * @param missing pictures that no attachment's slug names
 * @param site what it has
 */
export async function findAttachments(
  client: Site,
  rendered: readonly RenderedPost[],
  missing: ReadonlySet<string>,
  site: FoundPosts,
): Promise<ReadonlyMap<string, Attachment>> {
  const found = new Map<string, Attachment>()
  const wanted = rendered.filter(({ media }) => media.some(({ sha256 }) => missing.has(sha256)))
  const ids = new Set(wanted.flatMap((item) => shownBy(item, site)))
  if (ids.size === 0) return found
  const pictures = new Map(
    wanted.flatMap(({ media }) => media.map((item): [string, ImageFile] => [item.sha256, item])),
  )
  for (const attachment of await client.listMediaById([...ids])) {
    const open = [...pictures.values()].filter(({ sha256 }) => missing.has(sha256) && !found.has(sha256))
    const bySize = open.filter(({ size }) => attachment.bytes === undefined || size === attachment.bytes)
    if (bySize.length === 0) continue
    const bytes = await client.download(attachment.url)
    if (bytes === undefined) continue
    const hash = sha256(bytes)
    if (bySize.some((media) => media.sha256 === hash)) found.set(hash, attachment)
  }
  return found
}

type FoundPosts = Pick<SiteState, 'posts' | 'markers'>

/** Ids of the attachments that the post of an article shows, its featured picture included. */
function shownBy({ post }: RenderedPost, { posts, markers }: FoundPosts): number[] {
  return posts
    .filter(({ id, slug }) => id === post.id || slug === post.slug || markers.get(id)?.key === post.key)
    .flatMap(({ content, featuredMedia }) => [
      ...attachmentIds(content),
      ...(featuredMedia === 0 ? [] : [featuredMedia]),
    ])
}

/** Ids of the attachments that a content shows, by the class that WordPress gives them. */
export function attachmentIds(content: string): number[] {
  return [...content.matchAll(/\bwp-image-(\d+)\b/g)].map(([, id]) => Number(id))
}
