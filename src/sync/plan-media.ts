import type { FieldName } from '../fields/registry.ts'
import type { ImageFile } from '../posts/types.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Attachment, AttachmentText } from '../site/types.ts'
import type { UpdateMedia } from './changes/update-media.ts'
import type { UploadMedia } from './changes/upload-media.ts'
import { mediaSlug } from './media-slug.ts'
import type { PublishedPost } from './ownership.ts'
import { publishedTexts, sameText, shownTexts } from './picture-texts.ts'
import type { SortedPosts } from './plan-types.ts'
import type { KeptPicture, SiteState } from './types.ts'

export interface PlannedMedia {
  /** Uploads in the order of their first use, then changed texts. */
  readonly changes: readonly (UploadMedia | UpdateMedia)[]
  readonly kept: readonly KeptPicture[]
}

/** What of the articles' plan the pictures depend on. */
export interface MediaContext {
  /** What is done to the posts. */
  readonly posts: SortedPosts['changes']
  /** Posts of ours as the site has them, by the key of their article. */
  readonly live: ReadonlyMap<string, PublishedPost>
  /** Keys of the articles that may write over what was edited in wp-admin; none without `--overwrite`. */
  readonly overwriting: ReadonlySet<string>
}

/** The use of a picture that decides over the texts of its attachment. */
interface Use {
  readonly key: string
  readonly slug: string
  readonly media: ImageFile
}

/**
 * The pictures that the site does not have yet, each once, and those whose article has a new text for them. Pure.
 *
 * Over the texts of a picture decides the first article whose post shows the alternative text that the attachment
 * has; where there is none, the first one of the folder that has a text, whatever part of it is published. A text
 * is written along with the content of that article, where the article changed it and the attachment still has
 * one that some post of ours shows as published: no edit of wp-admin is written over.
 */
export function planMedia(
  rendered: readonly RenderedPost[],
  site: SiteState,
  context: MediaContext,
): PlannedMedia {
  const keys = new Set(context.posts.filter(showsPictures).map(({ after }) => after.key))
  const uses = listUses(rendered)
  const needed = new Set(
    rendered
      .filter(({ post }) => keys.has(post.key))
      .flatMap(({ media }) => media.map((item) => item.sha256)),
  )
  const uploads = [...needed].flatMap((sha256): UploadMedia[] => {
    const use = site.media.has(sha256) ? undefined : firstWithText(uses.get(sha256))
    return use === undefined ? [] : [{ kind: 'upload-media', media: use.media }]
  })
  const texts = [...uses].map(([sha256, all]) => {
    const remote = site.media.get(sha256)
    const isSettled =
      remote === undefined || all.every(({ media }) => differences(media, remote).length === 0)
    const use = isSettled ? undefined : (ownerOf(remote, all, context.live) ?? firstWithText(all))
    return isSettled || use === undefined ? NOTHING : planTexts(use, remote, site, context)
  })
  return {
    changes: [...uploads, ...texts.flatMap(({ changes }) => changes)],
    kept: texts.flatMap(({ kept }) => kept),
  }
}

/** Whether a change writes what shows pictures. */
function showsPictures(change: SortedPosts['changes'][number]): boolean {
  return !('before' in change) || PICTURED.some((name) => change.fields.includes(name))
}

const PICTURED: readonly FieldName[] = ['content', 'footnotes', 'featuredMedia']

/** Posts of ours that may show an attachment; the contents of others are not asked for. */
function publishedPosts(id: number, { posts, markers, recalled }: SiteState): PublishedPost[] {
  return posts.flatMap((remote) => {
    const marker = markers.get(remote.id)
    const mayShow = recalled?.get(remote.id)?.pictures?.includes(id) ?? true
    return marker === undefined || !mayShow ? [] : [{ remote, marker }]
  })
}

function listUses(rendered: readonly RenderedPost[]): ReadonlyMap<string, readonly Use[]> {
  const uses = new Map<string, Use[]>()
  for (const { post, media: pictures } of rendered) {
    for (const media of pictures) {
      const all = uses.get(media.sha256) ?? []
      uses.set(media.sha256, [...all, { key: post.key, slug: post.slug, media }])
    }
  }
  return uses
}

/** The first use with an alternative text; where all are without one, the first. */
function firstWithText(uses: readonly Use[] = []): Use | undefined {
  return uses.find(({ media }) => media.alt !== '') ?? uses[0]
}

/** The first use whose post shows the text that the attachment has; articles that join later do not take it over. */
function ownerOf(
  { id, alt }: Attachment,
  uses: readonly Use[],
  live: ReadonlyMap<string, PublishedPost>,
): Use | undefined {
  return uses.find(({ key }) => {
    const post = live.get(key)
    const shown = post === undefined ? [] : publishedTexts(id, [post])
    return alt !== '' && shown.some((texts) => sameText(texts.alt, alt))
  })
}

function differences(media: ImageFile, remote: Attachment): AttachmentText[] {
  return (['alt', 'caption'] as const).filter((name) => !sameText(remote[name], media[name]))
}

function planTexts(
  { key, slug, media }: Use,
  remote: Attachment,
  site: SiteState,
  { posts, overwriting }: MediaContext,
): PlannedMedia {
  // What somebody uploaded in wp-admin is theirs, and a use without a text has nothing to say.
  if (remote.slug !== mediaSlug(media.sha256) || media.alt === '') return NOTHING
  const different = differences(media, remote)
  const change = posts.find(({ after }) => after.key === key)
  const isOurs = (name: AttachmentText): boolean =>
    publishedTexts(remote.id, publishedPosts(remote.id, site)).some((texts) =>
      sameText(texts[name], remote[name]),
    )
  const wanted = overwriting.has(key)
    ? different
    : different.filter((name) => isChanged(name, media, remote, change))
  const fields = overwriting.has(key) ? wanted : wanted.filter(isOurs)
  const edited = wanted.filter((name) => !fields.includes(name))
  const keep = (names: readonly AttachmentText[], reason: KeptPicture['reason']): KeptPicture[] =>
    names.length === 0 ? [] : [{ path: media.path, slug, id: remote.id, fields: names, reason }]
  const mayEdit = site.user.capabilities.has('edit_others_posts') || remote.author === site.user.id
  if (!mayEdit) return { changes: [], kept: keep(wanted, 'foreign') }
  return {
    changes: fields.length === 0 ? [] : [{ kind: 'update-media', before: remote, media, fields }],
    kept: keep(edited, 'edited'),
  }
}

const NOTHING: PlannedMedia = { changes: [], kept: [] }

/** Whether the content that is written has another text for the picture than the post shows now. */
function isChanged(
  name: AttachmentText,
  media: ImageFile,
  { id }: Attachment,
  change: SortedPosts['changes'][number] | undefined,
): boolean {
  if (change === undefined) return false
  if (!('before' in change)) return true
  if (!change.fields.includes('content')) return false
  const shown = shownTexts(change.before.content, id)
  const [now] = [...shown.filter(({ alt }) => alt !== ''), ...shown]
  return now === undefined || !sameText(now[name], media[name])
}
