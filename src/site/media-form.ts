import { say } from '../language/say.ts'
import { escapeText } from '../standards/html.ts'
import { assertCharacters } from './assert-characters.ts'
import type { AttachmentText, Upload } from './types.ts'

/** The multipart form of one upload: the file and the attachment's fields, so that one request makes a complete item. */
export function encodeUpload({ bytes, name, mimeType, slug, title, ...texts }: Upload): FormData {
  const form = new FormData()
  form.set('file', new Blob([bytes], { type: mimeType }), name)
  form.set('slug', slug)
  form.set('title', escapeText(title))
  for (const [key, text] of Object.entries(encodePictureTexts(texts))) form.set(key, text)
  return form
}

/**
 * Texts of a picture as WordPress takes them: a caption is HTML; an alternative text is none, but loses what looks like
 * a tag (sanitize_text_field), and is decoded where it is shown (esc_attr).
 *
 * @throws UserError (content) where one holds a noncharacter
 */
export function encodePictureTexts({
  alt,
  caption,
}: Partial<Readonly<Record<AttachmentText, string>>>): Record<string, string> {
  assertCharacters({ alt, caption }, say`A text of a picture`)
  return {
    ...(alt === undefined ? {} : { alt_text: alt.includes('<') ? escapeText(alt) : alt }),
    ...(caption === undefined ? {} : { caption: escapeText(caption) }),
  }
}
