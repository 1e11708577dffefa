import type { Element, ElementContent } from 'hast'
import { isElement } from './elements.ts'
import { endsParagraph } from './html-elements.ts'

/** False for a paragraph that raw HTML gave blocks of its own, or nothing that the editor would keep. */
export function isRichText(element: Element): boolean {
  return !element.children.some(isBlockElement) && element.children.some(showsText)
}

/** True for what the editor's rich text keeps: text, pictures, breaks. */
export function showsText(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return isElement(node) && (isElement(node, 'img', 'br') || node.children.some(showsText))
}

/**
 * True for what cannot stand in a line of rich text, at any depth, since the tag of such an element ends the paragraph
 * wherever it stands. Paragraphs and lists are looked at by whoever holds them.
 */
export function isBlockElement(node: ElementContent): boolean {
  if (!isElement(node)) return false
  return (
    (endsParagraph(node.tagName) && !isElement(node, 'p', 'ul', 'ol')) || node.children.some(isBlockElement)
  )
}
