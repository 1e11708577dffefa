import { fillReferences } from '../render/references.ts'
import type { RenderedPost } from '../render/types.ts'
import { articlePath, mediaPath, relativeUrl } from './addresses.ts'

/**
 * The content of an article with local addresses: other articles are pages of the preview, pictures are copies.
 *
 * @param from path of the page that the content stands in
 * @returns the very bytes that would be published, apart from addresses and attachment ids
 */
export function localize({ content, media }: RenderedPost, from: string): string {
  return fillReferences(content, ({ kind, key, value }) => {
    if (kind === 'post') return relativeUrl(from, articlePath(key))
    const found = media.find(({ sha256 }) => sha256 === key)
    if (found === undefined) return undefined
    return value === 'id' ? localId(key) : relativeUrl(from, mediaPath(found))
  })
}

/** A number that stays the same as long as the picture does; 28 bits, so that it looks like an id. */
function localId(sha256: string): string {
  return String(Number.parseInt(sha256.slice(0, 7), 16) + 1)
}
