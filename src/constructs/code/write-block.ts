import type { Element } from 'hast'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText, isElement } from '../../content/elements.ts'
import type { BlockState } from '../construct.ts'
import { breakUpAddresses } from './break-up-addresses.ts'
import { readFrame, TITLED_STYLE } from './look.ts'

/** A code block; the class that names its language belongs to the block, and so do its own colours. */
export function writeCode(pre: Element, state: BlockState): string {
  const [element] = pre.children
  const code = isElement(element, 'code') ? element : pre
  const classes = [pre, ...(code === pre ? [] : [code])].map(classText).filter((text) => text !== '')
  const className = classes.join(' ')
  const frame = readFrame(pre.properties.style)
  const html = breakUpAddresses(state.text(code.children, 'code').replace(/\n$/, ''), '&#47;&#47;')
  const attributes = {
    ...(className === '' ? {} : { className }),
    ...(frame === undefined ? {} : { style: frame.style }),
  }
  const ofFrame = frame === undefined ? '' : 'has-border-color has-text-color has-background'
  const names = ['wp-block-code', className, ofFrame].filter((name) => name !== '').join(' ')
  const style = frame === undefined ? '' : ` style="${frame.css}"`
  return writeBlock('code', attributes, `<pre class="${names}"${style}><code>${html}</code></pre>`)
}

/** A group that holds code and its title. */
export function writeTitled(element: Element, state: BlockState): string | undefined {
  if (element.properties.dataTitled === undefined) return undefined
  const className = classText(element)
  const html = `<div class="wp-block-group ${className}">${state.blocks(element.children)}</div>`
  return writeBlock('group', { className, style: TITLED_STYLE }, html)
}
