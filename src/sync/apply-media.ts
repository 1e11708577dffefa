import { type Client, mediaSlug } from '../site/client.ts'
import type { Change, Outcome } from '../types.ts'
import { createOnce } from './create-once.ts'
import type { Ledger } from './ledger.ts'

type UploadMedia = Extract<Change, { kind: 'upload-media' }>

/** Uploads a picture under a slug made of its bytes, by which it is found ever after. */
export async function applyMedia(
  change: UploadMedia,
  ledger: Ledger,
  client: Client,
): Promise<Omit<Outcome, 'change'>> {
  const { media } = change
  const slug = mediaSlug(media.sha256)
  const uploaded = await createOnce(
    () => client.uploadMedia(media, slug),
    async () => (await client.listMediaBySlug([slug]))[0],
  )
  ledger.addMedia(media.sha256, uploaded)
  return { status: 'applied', id: uploaded.id, link: uploaded.url }
}
