import path from 'node:path'
import type { ImageFile } from '../posts/types.ts'
import { sha256 } from '../standards/sha256.ts'

/** The table of all articles. Articles have a folder of their own, so that no key can take this name. */
export const INDEX = 'index.html'

/** Where the page of an article lies in the preview, `/`-separated. */
export function articlePath(key: string): string {
  return `articles/${key}.html`
}

/** Where an article stands beside its other languages; named by key, since `pair` is the author's free text. */
export function pairPath(key: string): string {
  return `pairs/${key}.html`
}

/** Where a picture is copied to. */
export function mediaPath(media: ImageFile): string {
  return `media/${media.uploadName}`
}

/**
 * Where the small copy of a featured picture lies, for the index.
 *
 * @param path of the picture in the project; its bytes are not known to every part of a run
 */
export function thumbnailPath(path: string): string {
  return `thumbnails/${sha256(path).slice(0, 16)}.webp`
}

/** Where a style sheet or script of the preview lies. */
export function assetPath(name: string): string {
  return `assets/${name}`
}

/**
 * The address of one file of the preview as it stands in another.
 *
 * @param from path of the page that the address stands in
 * @returns relative and percent-encoded, so that it holds in a folder as well as on any host
 */
export function relativeUrl(from: string, to: string): string {
  const relative = path.posix.relative(path.posix.dirname(from), to)
  return relative.split('/').map(encodeURIComponent).join('/')
}
