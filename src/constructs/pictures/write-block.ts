import type { Element } from 'hast'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText, isElement } from '../../content/elements.ts'
import { escapeAttribute } from '../../standards/html.ts'
import { captionHtml } from '../caption.ts'
import type { BlockState } from '../construct.ts'

/** How the image block says since WordPress 6.4 that a click enlarges it; an older editor leaves it out. */
export const LIGHTBOX = { enabled: true }

/** A picture on its own, with its link and caption; `undefined` for another figure. */
export function writeFigure(element: Element, state: BlockState): string | undefined {
  const [content] = element.children
  const link = isElement(content, 'a') ? content : undefined
  const image = link === undefined ? content : link.children.find((child) => isElement(child, 'img'))
  if (!isElement(image, 'img')) return undefined
  const caption = element.children.find((child) => isElement(child, 'figcaption'))
  const id = /\uFDD0.*\uFDD1/u.exec(classText(image))?.[0]
  const width = image.data?.width
  const destination =
    link === undefined ? 'none' : link.properties.href === image.properties.src ? 'media' : 'custom'
  const attributes = {
    ...(image.data?.lightbox === true ? { lightbox: LIGHTBOX } : {}),
    ...(id === undefined ? {} : { id }),
    // What 7.1 writes by itself; older editors keep it where it is told.
    ...(width === undefined ? {} : { width, height: 'auto' }),
    ...(id === undefined ? {} : { sizeSlug: 'full' }),
    ...(id === undefined && link === undefined ? {} : { linkDestination: destination }),
  }
  const names = `wp-block-image${id === undefined ? '' : ' size-full'}${width === undefined ? '' : ' is-resized'}`
  return writeBlock(
    'image',
    attributes,
    `<figure class="${names}">${picture(image, link, state)}${captionHtml(caption, state)}</figure>`,
  )
}

function picture(image: Element, link: Element | undefined, state: BlockState): string {
  const { src = '', alt = '' } = image.properties
  const names = classText(image)
  const attributes = [
    `src="${escapeAttribute(String(src))}"`,
    `alt="${escapeAttribute(String(alt))}"`,
    ...(names === '' ? [] : [`class="${names}"`]),
    ...(image.data?.width === undefined ? [] : [`style="width:${image.data.width};height:auto"`]),
  ]
  const html = `<img ${attributes.join(' ')}/>`
  if (link === undefined) return html
  return state.text([{ ...link, children: [] }]).replace('</a>', () => `${html}</a>`)
}
