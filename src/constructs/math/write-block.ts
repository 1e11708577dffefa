import type { Element } from 'hast'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText } from '../../content/elements.ts'
import type { BlockState } from '../construct.ts'

/** A formula of its own as the math block; `undefined` for another element. */
export function writeFormula(element: Element, state: BlockState): string | undefined {
  const { dataFormula: latex } = element.properties
  if (typeof latex !== 'string') return undefined
  const html = `<div class="${classText(element)}">${state.text(element.children)}</div>`
  // Every version that has the block writes a backslash so; what older ones wrote is compared by their own way.
  return writeBlock('math', { latex }, html).replace(/^.*/, (comment) =>
    comment.replaceAll('\\\\', '\\u005c'),
  )
}
