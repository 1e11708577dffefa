import type { Element, ElementContent, Root } from 'hast'
import { visit } from 'unist-util-visit'
import type { Config } from '../config/types.ts'
import { isBlank, isElement } from '../content/elements.ts'
import type { Media, Post } from '../posts/types.ts'
import { writeReference } from './references.ts'

/** Points pictures at their uploads, and makes figures of those that stand alone in a paragraph. */
export function resolveImages(tree: Root, post: Post, config: Config): Media[] {
  const media = new Map<string, Media>()
  visit(tree, 'element', (element: Element) => {
    if (element.tagName !== 'img') return
    takeWidth(element)
    const found = findMedia(String(element.properties.src ?? ''), post)
    if (found === undefined) return
    media.set(found.sha256, found)
    element.properties.src = writeReference({ kind: 'media', key: found.sha256, value: 'url' })
    element.properties.className = [
      `wp-image-${writeReference({ kind: 'media', key: found.sha256, value: 'id' })}`,
    ]
    element.data = Object.assign({}, element.data, { media: found })
  })
  visit(tree, 'element', (element: Element, index, parent) => {
    if (element.tagName !== 'p' || parent === undefined || index === undefined) return
    const content = element.children.filter((child) => !isBlank(child))
    if (content.length === 0 || !content.every(isPicture)) return
    parent.children.splice(index, 1, ...content.map((child) => toFigure(child, config)))
    return index + content.length
  })
  return [...media.values()]
}

declare module 'hast' {
  interface ElementData {
    /** The picture of the project that an `img` shows. */
    media?: Media
    /** The width that its author chose, `300px` or `50%`; each format has its own way to write it. */
    width?: string
  }
}

function takeWidth(image: Element): void {
  const { dataWidth, ...properties } = image.properties
  if (typeof dataWidth !== 'string') return
  image.properties = properties
  image.data = Object.assign({}, image.data, { width: dataWidth })
}

/** remark-rehype has percent-encoded the address; the article names it as its author wrote it. */
function findMedia(src: string, post: Post): Media | undefined {
  const direct = post.images.get(src)
  if (direct !== undefined) return direct
  for (const [url, media] of post.images) {
    if (encodeURI(decode(url)) === encodeURI(decode(src))) return media
  }
  return undefined
}

function decode(text: string): string {
  try {
    return decodeURI(text)
  } catch {
    return text
  }
}

function isPicture(node: ElementContent): node is Element {
  if (isElement(node, 'img')) return true
  return isElement(node, 'a') && node.children.length === 1 && isElement(node.children[0], 'img')
}

function toFigure(picture: Element, config: Config): Element {
  const image = isElement(picture, 'img')
    ? picture
    : picture.children.find((child) => isElement(child, 'img'))
  const title = isElement(image) ? image.properties.title : undefined
  if (isElement(image)) delete image.properties.title
  const linked = config.images.lightbox && picture === image ? linkToFile(picture) : picture
  const caption: Element[] =
    typeof title === 'string' && title !== ''
      ? [
          {
            type: 'element',
            tagName: 'figcaption',
            properties: {},
            children: [{ type: 'text', value: title }],
          },
        ]
      : []
  return { type: 'element', tagName: 'figure', properties: {}, children: [linked, ...caption] }
}

function linkToFile(image: Element): Element {
  return {
    type: 'element',
    tagName: 'a',
    properties: { href: image.properties.src ?? '' },
    children: [image],
  }
}
