import type { Client } from '../site/client.ts'
import { mediaSlug } from '../site/media-slug.ts'
import type { Change, Outcome, RemoteMedia } from '../types.ts'
import { pictureEditedMeanwhile } from './apply-errors.ts'
import { createOnce } from './create-once.ts'
import type { Ledger } from './ledger.ts'

export type UploadMedia = Extract<Change, { kind: 'upload-media' }>
export type UpdateMedia = Extract<Change, { kind: 'update-media' }>

/** Uploads a picture under a slug made of its bytes, by which it is found ever after. */
export async function applyMedia(
  change: UploadMedia,
  ledger: Ledger,
  client: Client,
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
  client: Client,
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
  client: Client,
): Promise<void> {
  if (changes.length === 0) return
  const slugs = changes.flatMap(({ media }) => NUMBERS.map((number) => mediaSlug(media.sha256) + number))
  const found = await client.listMediaBySlug(slugs)
  for (const { media } of changes) {
    const ours = ledger.media(media.sha256)
    const [first] = found.filter(({ slug }) => slug.startsWith(mediaSlug(media.sha256))).sort(byId)
    if (ours === undefined || first === undefined || first.id >= ours.id) continue
    if (!(await client.haveSameBytes(first, ours))) continue
    ledger.addMedia(media.sha256, first, false)
    if (ledger.isMade(ours) && !(await client.isMediaUsed(ours))) await client.deleteMedia(ours.id)
  }
}

function byId(a: RemoteMedia, b: RemoteMedia): number {
  return a.id - b.id
}
