import type { ElementContent, RootContent } from 'hast'
import { isElement } from '../../content/elements.ts'
import { serialize as serializeHtml } from '../write-html.ts'

/** Serialises what stands inside a block. */
export function serialize(nodes: readonly (RootContent | ElementContent)[]): string {
  return serializeHtml(nodes, 'element')
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
