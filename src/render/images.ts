import type { Element, Root } from 'hast'
import type { Post } from '../posts/post.ts'
import type { ImageFile } from '../posts/types.ts'
import { decodePercent } from '../standards/percent.ts'
import { visit } from '../standards/visit.ts'
import { writeReference } from './references.ts'

/** Points pictures at their uploads. */
export function resolveImages(tree: Root, post: Post): ImageFile[] {
  const media = new Map<string, ImageFile>()
  const decoded = new Map(
    [...post.images].map(([url, file]) => [decodePercent(url), file] as const).reverse(),
  )
  visit(tree, 'element', (element: Element) => {
    if (element.tagName !== 'img') return
    const found = findMedia(String(element.properties.src ?? ''), post, decoded)
    if (found === undefined) return
    media.set(found.sha256, found)
    element.properties.src = writeReference({ kind: 'media', key: found.sha256, value: 'url' })
    element.properties.className = [
      `wp-image-${writeReference({ kind: 'media', key: found.sha256, value: 'id' })}`,
    ]
    element.data = Object.assign({}, element.data, { media: found })
  })
  return [...media.values()]
}

declare module 'hast' {
  interface ElementData {
    /** The picture of the project that an `img` shows. */
    media?: ImageFile
  }
}

/** remark-rehype has percent-encoded the address; the article names it as its author wrote it. */
function findMedia(src: string, post: Post, decoded: ReadonlyMap<string, ImageFile>): ImageFile | undefined {
  return post.images.get(src) ?? decoded.get(decodePercent(src))
}
