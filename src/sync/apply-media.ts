import type { Site } from '../site/site.ts'
import type { RemoteMedia } from '../site/types.ts'
import { pictureEditedMeanwhile } from './apply-errors.ts'
import { createOnce } from './create-once.ts'
import type { Ledger } from './ledger.ts'
import { MARKER_WORD } from './marker.ts'
import { mediaSlug } from './media-slug.ts'
import type { Change, Outcome } from './types.ts'

export type UploadMedia = Extract<Change, { kind: 'upload-media' }>
export type UpdateMedia = Extract<Change, { kind: 'update-media' }>

/** Uploads a picture under a slug made of its bytes, by which it is found ever after. */
export async function applyMedia(
  change: UploadMedia,
  ledger: Ledger,
  client: Site,
): Promise<Omit<Outcome, 'change'>> {
  const { media } = change
  const slug = mediaSlug(media.sha256)
  const { remote, isNew } = await createOnce(
    client,
    async () => ({ remote: await client.uploadMedia(media, slug), isNew: true }),
    async () => {
      const [found] = await client.listMediaBySlug([slug])
      return found && { remote: found, isNew: false }
    },
  )
  ledger.addMedia(media.sha256, remote, isNew)
  return { status: 'applied', id: remote.id, link: remote.url }
}

/**
 * Writes texts of a picture, unless somebody edited it since the plan was made.
 *
 * Until that has succeeded the picture counts as missing, so that no post is written with the new text before
 * its attachment has it: only from the old text in a post is known that the one of the attachment is ours.
 */
export async function applyMediaTexts(
  { before, media, fields }: UpdateMedia,
  ledger: Ledger,
  client: Site,
): Promise<Omit<Outcome, 'change'>> {
  ledger.forgetMedia(media.sha256)
  const [now] = await client.listMediaById([before.id])
  if (now?.alt !== before.alt || now.caption !== before.caption) throw pictureEditedMeanwhile(media)
  const written = await client.updateMedia(
    before.id,
    Object.fromEntries(fields.map((name) => [name, media[name]])),
  )
  ledger.addMedia(media.sha256, written, false)
  return { status: 'applied', id: written.id, link: written.url }
}

/** WordPress numbers the slugs of later uploads from 2 on; more publishers than these never met. */
const NUMBERS = ['', '-2', '-3', '-4', '-5']

/**
 * Looks again after uploading: two runs that upload one picture at the same moment leave two attachments. The
 * lower id stays, as with posts. Ours goes if it is the higher, holds the same bytes, and no post uses it.
 */
export async function dropMediaTwins(
  changes: readonly UploadMedia[],
  ledger: Ledger,
  client: Site,
): Promise<void> {
  if (changes.length === 0) return
  const slugs = changes.flatMap(({ media }) => NUMBERS.map((number) => mediaSlug(media.sha256) + number))
  const found = await client.listMediaBySlug(slugs)
  for (const { media } of changes) {
    const ours = ledger.media(media.sha256)
    const [first] = found.filter(({ slug }) => slug.startsWith(mediaSlug(media.sha256))).sort(byId)
    if (ours === undefined || first === undefined || first.id >= ours.id) continue
    if (!(await haveSameBytes(first, ours, client))) continue
    ledger.addMedia(media.sha256, first, false)
    if (ledger.isMade(ours) && !(await isMediaUsed(ours, client))) await client.deleteMedia(ours.id)
  }
}

/** True where both files can be read as visitors do, and are the same byte for byte. */
async function haveSameBytes(a: RemoteMedia, b: RemoteMedia, client: Site): Promise<boolean> {
  const [first, second] = await Promise.all([a, b].map(({ url }) => client.download(url)))
  return first !== undefined && second !== undefined && first.equals(second)
}

/** True where a post that we published shows the picture, in its text or as its featured image. */
async function isMediaUsed({ id, url }: RemoteMedia, client: Site): Promise<boolean> {
  return (await client.searchPosts(MARKER_WORD)).some(
    ({ content, featuredMedia }) => featuredMedia === id || content.includes(url),
  )
}

function byId(a: RemoteMedia, b: RemoteMedia): number {
  return a.id - b.id
}
