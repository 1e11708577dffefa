import { fillReferences } from '../render/references.ts'
import type { ContentTemplate, Media, RenderedPost } from '../types.ts'

/** File name of an article's page; flat, so that every page reaches every other by name alone. */
export function pageName(key: string): string {
  return `${key.replaceAll('/', '--')}.html`
}

/** Where a picture is copied to, relative to the pages. */
export function mediaPath(media: Media): string {
  return `media/${media.uploadName}`
}

/**
 * The published content with local addresses: other articles are pages of the preview, pictures are copies.
 *
 * @returns the very bytes that would be published, apart from addresses and attachment ids
 */
export function localize(content: ContentTemplate, all: readonly RenderedPost[]): string {
  const media = [...new Map(all.flatMap((item) => item.media.map((one) => [one.sha256, one]))).values()]
  return fillReferences(content, (reference) => {
    if (reference.kind === 'post') return encodeURI(pageName(reference.key))
    const index = media.findIndex(({ sha256 }) => sha256 === reference.key)
    const found = media[index]
    if (found === undefined) return undefined
    return reference.value === 'id' ? String(index + 1) : encodeURI(mediaPath(found))
  })
}
