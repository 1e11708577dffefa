import { attachmentIds } from '../content/attachment-ids.ts'
import type { ImageFile } from '../posts/types.ts'
import type { RenderedPost } from '../render/types.ts'
import { SiteError } from '../site/errors.ts'
import type { Site } from '../site/site.ts'
import type { Attachment } from '../site/types.ts'
import { sha256 } from '../standards/sha256.ts'
import { mediaSlug } from './media-slug.ts'
import type { SiteState, UnreadPicture } from './types.ts'

/** What was found, and of which articles that is not known. */
export interface FoundAttachments {
  /** By the sha256 of the picture. */
  readonly media: ReadonlyMap<string, Attachment>
  /** By the key of the article. */
  readonly unread: ReadonlyMap<string, UnreadPicture>
}

/**
 * Finds pictures of the project among the attachments that posts show already: what was uploaded in wp-admin and
 * brought here by `pull` has no slug made of its bytes. The size is compared first, then the bytes themselves.
 *
 * An attachment that cannot be read may be the picture or not. Uploaded again it would be there twice, and its post
 * would be rewritten for nothing.
 *
 * @param missing pictures that no attachment's slug names
 * @param site what it has
 */
export async function findAttachments(
  client: Site,
  rendered: readonly RenderedPost[],
  missing: ReadonlySet<string>,
  site: FoundPosts,
): Promise<FoundAttachments> {
  const media = new Map<string, Attachment>()
  const wanted = rendered.filter((item) => item.media.some(({ sha256 }) => missing.has(sha256)))
  const shown = new Map(wanted.map((item) => [item.post.key, new Set(shownBy(item, site))]))
  const ids = new Set([...shown.values()].flatMap((some) => [...some]))
  const pictures = new Map(
    wanted.flatMap((item) => item.media.map((one): [string, ImageFile] => [one.sha256, one])),
  )
  const unread: { readonly attachment: Attachment; readonly reason: string }[] = []
  for (const attachment of ids.size === 0 ? [] : await client.listMediaById([...ids])) {
    const open = [...pictures.values()].filter(({ sha256 }) => missing.has(sha256) && !media.has(sha256))
    if (!open.some((picture) => mayBe(attachment, picture))) continue
    const bytes = await read(attachment, client)
    if (typeof bytes === 'string') unread.push({ attachment, reason: bytes })
    if (typeof bytes !== 'object') continue
    const hash = sha256(bytes)
    if (open.some((picture) => picture.sha256 === hash)) media.set(hash, attachment)
  }
  return { media, unread: new Map(wanted.flatMap((item) => listUnread(item, missing, media, shown, unread))) }
}

/** The first picture of an article that may be one of the attachments that its post shows and nobody could read. */
function listUnread(
  { post: { key }, media: pictures }: RenderedPost,
  missing: ReadonlySet<string>,
  found: ReadonlyMap<string, Attachment>,
  shown: ReadonlyMap<string, ReadonlySet<number>>,
  unread: readonly { readonly attachment: Attachment; readonly reason: string }[],
): [string, UnreadPicture][] {
  const open = pictures.filter(({ sha256 }) => missing.has(sha256) && !found.has(sha256))
  const doubtful = unread.flatMap(({ attachment, reason }): [string, UnreadPicture][] => {
    const picture = open.find((one) => mayBe(attachment, one))
    const isShown = shown.get(key)?.has(attachment.id) === true
    return isShown && picture !== undefined
      ? [[key, { path: picture.path, url: attachment.url, reason }]]
      : []
  })
  return doubtful.slice(0, 1)
}

/** Whether an attachment can hold the bytes of a picture, as far as that is known without reading it. */
function mayBe({ slug, bytes }: Attachment, { sha256, size }: ImageFile): boolean {
  // What we uploaded is named after its bytes, which are others here.
  if (/^media-[0-9a-f]{12}(?:-\d+)?$/.test(slug)) return slug.startsWith(mediaSlug(sha256))
  return bytes === undefined || bytes === size
}

/** The bytes; `undefined` where the file is gone; why they cannot be read, within a sentence. */
async function read({ url }: Attachment, client: Site): Promise<Buffer | undefined | string> {
  if (url === '') return undefined
  try {
    return await client.download(url)
  } catch (error) {
    if (error instanceof SiteError && !error.endsRun) return error.short
    throw error
  }
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
