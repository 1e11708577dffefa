import type { Media } from '../types.ts'
import { preparePicture } from './picture.ts'

/**
 * The multipart form of one upload: the file and the attachment's fields, so that one request makes a
 * complete item. The file is read when it is sent, so that many pictures never lie in memory at once.
 */
export async function readMediaForm(media: Media, slug: string): Promise<FormData> {
  const form = new FormData()
  const bytes = await preparePicture(media)
  form.set('file', new Blob([bytes], { type: media.mimeType }), media.uploadName)
  form.set('slug', slug)
  form.set('title', media.uploadName.replace(/\.[^.]+$/, ''))
  form.set('alt_text', media.alt)
  return form
}
