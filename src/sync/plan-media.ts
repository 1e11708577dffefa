import { mediaSlug } from '../site/media-slug.ts'
import type {
  Change,
  KeptPicture,
  Media,
  PictureText,
  RemoteMedia,
  RenderedPost,
  SiteState,
} from '../types.ts'
import { publishedTexts, sameText, shownTexts } from './picture-texts.ts'

export interface PlannedMedia {
  /** Uploads in the order of their first use, then changed texts. */
  readonly changes: readonly Change[]
  readonly kept: readonly KeptPicture[]
}

/** What of the articles' plan the pictures depend on. */
export interface MediaContext {
  /** What is done to the posts. */
  readonly posts: readonly Change[]
  /** Keys of the articles that may write over what was edited in wp-admin; none without `--overwrite`. */
  readonly overwriting: ReadonlySet<string>
}

/** The use of a picture that decides over the texts of its attachment. */
interface Use {
  readonly key: string
  readonly slug: string
  readonly media: Media
}

/**
 * The pictures that the site does not have yet, each once, and those whose article has a new text for them. Pure.
 *
 * Over the texts of a picture decides the first article of the folder that has an alternative text for it, whatever
 * part of the folder is published. A text is written along with the content of that article, where the article
 * changed it and the attachment still has one that some post of ours shows as published; so no edit of wp-admin
 * is written over, and what the site has is compared with nothing but itself.
 */
export function planMedia(
  rendered: readonly RenderedPost[],
  site: SiteState,
  context: MediaContext,
): PlannedMedia {
  const keys = new Set(context.posts.flatMap((change) => ('after' in change ? [change.after.key] : [])))
  const deciding = decidingUses(rendered)
  const needed = new Set(
    rendered
      .filter(({ post }) => keys.has(post.key))
      .flatMap(({ media }) => media.map((item) => item.sha256)),
  )
  const uploads = [...needed].flatMap((sha256): Change[] => {
    const use = site.media.has(sha256) ? undefined : deciding.get(sha256)
    return use === undefined ? [] : [{ kind: 'upload-media', media: use.media }]
  })
  const texts = [...deciding.values()].map((use) => planTexts(use, site, context))
  return {
    changes: [...uploads, ...texts.flatMap(({ changes }) => changes)],
    kept: texts.flatMap(({ kept }) => kept),
  }
}

function decidingUses(rendered: readonly RenderedPost[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>()
  for (const { post, media: pictures } of rendered) {
    for (const media of pictures) {
      if ((uses.get(media.sha256)?.media.alt ?? '') === '')
        uses.set(media.sha256, { key: post.key, slug: post.slug, media })
    }
  }
  return uses
}

function planTexts(use: Use, site: SiteState, { posts, overwriting }: MediaContext): PlannedMedia {
  const { key, slug, media } = use
  const remote = site.media.get(media.sha256)
  // What somebody uploaded in wp-admin is theirs, and a use without a text has nothing to say.
  if (remote?.slug !== mediaSlug(media.sha256) || media.alt === '') return NOTHING
  const different = (['alt', 'caption'] as const).filter((name) => !sameText(remote[name], media[name]))
  const change = posts.find((post) => 'after' in post && post.after.key === key)
  const isOurs = (name: PictureText): boolean =>
    publishedTexts(remote.id, site).some((texts) => sameText(texts[name], remote[name]))
  const wanted = overwriting.has(key)
    ? different
    : different.filter((name) => isChanged(name, use, remote, change))
  const fields = overwriting.has(key) ? wanted : wanted.filter(isOurs)
  const edited = wanted.filter((name) => !fields.includes(name))
  const keep = (names: readonly PictureText[], reason: KeptPicture['reason']): KeptPicture[] =>
    names.length === 0 ? [] : [{ path: media.path, slug, id: remote.id, fields: names, reason }]
  if (!remote.isEditable) return { changes: [], kept: keep(wanted, 'foreign') }
  return {
    changes: fields.length === 0 ? [] : [{ kind: 'update-media', before: remote, media, fields }],
    kept: keep(edited, 'edited'),
  }
}

const NOTHING: PlannedMedia = { changes: [], kept: [] }

/** Whether the content that is written has another text for the picture than the post shows now. */
function isChanged(
  name: PictureText,
  { media }: Use,
  { id }: RemoteMedia,
  change: Change | undefined,
): boolean {
  if (change?.kind === 'create-post') return true
  if (change?.kind !== 'update-post' || !change.fields.includes('content')) return false
  const shown = shownTexts(change.before.content, id)
  const [now] = [...shown.filter(({ alt }) => alt !== ''), ...shown]
  return now === undefined || !sameText(now[name], media[name])
}
