import type { Element, ElementContent, Root } from 'hast'
import { isBlank, isElement } from '../../content/elements.ts'
import { visit } from '../../standards/visit.ts'

declare module 'hast' {
  interface ElementData {
    /** The width that its author chose, `300px` or `50%`; each format has its own way to write it. */
    width?: string
    /** True for a picture that WordPress enlarges when a reader clicks it. */
    lightbox?: true
  }
}

/** Keeps the width of each picture apart from its attributes. */
export function takeWidth(tree: Root): void {
  visit(tree, { type: 'element', tagName: 'img' }, (node) => {
    const image = node as Element
    const { dataWidth, ...properties } = image.properties
    if (typeof dataWidth !== 'string') return
    image.properties = properties
    image.data = Object.assign({}, image.data, { width: dataWidth })
  })
}

/** What a picture that is no link does when a reader clicks it: the block has a lightbox, in HTML it is a link to its file. */
export type Lightbox = 'none' | 'block' | 'link'

/** Makes figures of pictures that stand alone in a paragraph, captions of their titles. */
export function makeFigures(tree: Root, settings: Lightbox): void {
  visit(tree, 'element', (element: Element, index, parent) => {
    if (element.tagName !== 'p' || parent === undefined || index === undefined) return
    const content = element.children.filter((child) => !isBlank(child))
    if (content.length === 0 || !content.every(isPicture)) return
    parent.children.splice(index, 1, ...content.map((child) => toFigure(child, settings)))
    return index + content.length
  })
}

/** Width and height let a browser keep the place of a picture, and WordPress choose among its sizes. */
export function writeSize({ tagName, data, properties }: Element): void {
  if (tagName !== 'img') return
  const { media, width } = data ?? {}
  if (width?.endsWith('%')) properties.style = `width:${width}`
  const pixels = width?.endsWith('px') ? Number.parseInt(width, 10) : media?.width
  if (pixels === undefined) return
  properties.width = pixels
  if (media !== undefined) properties.height = Math.round((media.height * pixels) / media.width)
}

function isPicture(node: ElementContent): node is Element {
  if (isElement(node, 'img')) return true
  return isElement(node, 'a') && node.children.length === 1 && isElement(node.children[0], 'img')
}

function toFigure(picture: Element, lightbox: Lightbox): Element {
  const image = isElement(picture, 'img')
    ? picture
    : picture.children.find((child) => isElement(child, 'img'))
  const title = isElement(image) ? image.properties.title : undefined
  if (isElement(image)) delete image.properties.title
  const isBare = picture === image
  if (isBare && lightbox === 'block')
    picture.data = Object.assign({}, picture.data, { lightbox: true as const })
  const linked = isBare && lightbox === 'link' ? linkToFile(picture) : picture
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
