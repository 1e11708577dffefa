import type { ElementContent } from 'hast'
import { isElement } from '../content/elements.ts'
import type { BlockState } from './construct.ts'

/** The caption of a picture's or table's block; nothing where there is none. */
export function captionHtml(caption: ElementContent | undefined, state: BlockState): string {
  if (!isElement(caption)) return ''
  return `<figcaption class="wp-element-caption">${state.text(caption.children)}</figcaption>`
}
