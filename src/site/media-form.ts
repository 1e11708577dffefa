import type { Media } from '../posts/types.ts'
import { escapeText } from '../standards/html.ts'
import { preparePicture } from './picture.ts'
import type { PictureText } from './types.ts'

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
  for (const [name, text] of Object.entries(encodePictureTexts(media))) form.set(name, text)
  return form
}

/** Texts of a picture as WordPress takes them: a caption is HTML. */
export function encodePictureTexts({
  alt,
  caption,
}: Partial<Readonly<Record<PictureText, string>>>): Record<string, string> {
  return {
    ...(alt === undefined ? {} : { alt_text: alt }),
    ...(caption === undefined ? {} : { caption: escapeText(caption) }),
  }
}
