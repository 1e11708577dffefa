import pLimit from 'p-limit'
import type { Config } from '../config/types.ts'
import { textOf } from './draft.ts'
import { type ImageResult, isLocalPath, loadImage } from './images.ts'
import type { JudgedPost } from './judge.ts'
import type { Picture } from './pictures.ts'

/** More open pictures at once gain nothing and can take much memory. */
const IMAGES_AT_ONCE = 8

/** What became of each picture that articles name, by article key and address as written. */
export type ImageResults = ReadonlyMap<string, ReadonlyMap<string, ImageResult>>

/** Finds and measures every local picture that the articles name. */
export async function loadImages(posts: readonly JudgedPost[], config: Config): Promise<ImageResults> {
  const limit = pLimit(IMAGES_AT_ONCE)
  const entries = posts.map(async ({ draft: { source, fields }, pictures }) => {
    const featured = textOf(fields, 'featured_image')
    const wanted = new Map<string, Pick<Picture, 'alt' | 'caption'>>()
    for (const { node, alt, caption } of pictures) {
      if (isLocalPath(node.url) && !wanted.has(node.url)) wanted.set(node.url, { alt, caption })
    }
    if (featured !== undefined && !wanted.has(featured)) wanted.set(featured, { alt: '', caption: '' })
    const results = [...wanted].map(async ([url, { alt, caption }]) => {
      const result = await limit(() => loadImage(url, source.file.path, config, alt, caption))
      return [url, result] as const
    })
    return [source.key, new Map(await Promise.all(results))] as const
  })
  return new Map(await Promise.all(entries))
}
