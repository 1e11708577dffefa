import type { Element, ElementContent, RootContent } from 'hast'
import { isElement } from '../../content/elements.ts'
import { serialize as serializeHtml } from '../write-html.ts'

/** Serialises what stands inside a block. */
export function serialize(nodes: readonly (RootContent | ElementContent)[]): string {
  return serializeHtml(nodes, 'element')
}

/** False for a paragraph that raw HTML gave blocks of its own, or nothing that the editor would keep. */
export function isText(element: Element): boolean {
  if (element.children.some(isBlockElement)) return false
  return element.children.some(showsText)
}

/** True for what the editor's rich text keeps: text, pictures, breaks. */
export function showsText(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return isElement(node) && (isElement(node, 'img', 'br') || node.children.some(showsText))
}

/** Elements that HTML does not let stand in a line of text (HTML Living Standard, 13.2.6.4.7), but for p and lists. */
const BLOCK_ELEMENTS = new Set(
  'address article aside blockquote center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr main menu nav pre search section summary table'.split(
    ' ',
  ),
)

/** At any depth, since the tag of such an element ends the paragraph wherever it stands. */
export function isBlockElement(node: ElementContent): boolean {
  return isElement(node) && (BLOCK_ELEMENTS.has(node.tagName) || node.children.some(isBlockElement))
}

/** The text of an attribute that is written by hand. */
export function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}

/** The caption of a picture or table; nothing where there is none. */
export function captionHtml(caption: ElementContent | undefined): string {
  if (!isElement(caption)) return ''
  return `<figcaption class="wp-element-caption">${serialize(caption.children)}</figcaption>`
}
