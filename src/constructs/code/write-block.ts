import type { Element } from 'hast'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText, isElement } from '../../content/elements.ts'
import type { BlockState } from '../construct.ts'
import { breakUpAddresses } from './break-up-addresses.ts'

/** A code block; the class that names its language belongs to the block, and so do its own colours. */
export function writeCode(pre: Element, state: BlockState): string {
  const [element] = pre.children
  const code = isElement(element, 'code') ? element : pre
  const classes = [pre, ...(code === pre ? [] : [code])].map(classText).filter((text) => text !== '')
  const className = classes.join(' ')
  const colors = readColors(pre)
  const html = breakUpAddresses(state.text(code.children, 'code').replace(/\n$/, ''), '&#47;&#47;')
  const attributes = {
    ...(className === '' ? {} : { className }),
    ...(colors === undefined ? {} : { style: { color: colors } }),
  }
  const names = ['wp-block-code', className, colors === undefined ? '' : 'has-text-color has-background']
  const style =
    colors === undefined ? '' : ` style="color:${colors.text};background-color:${colors.background}"`
  const classNames = names.filter((name) => name !== '').join(' ')
  return writeBlock('code', attributes, `<pre class="${classNames}"${style}><code>${html}</code></pre>`)
}

/** The colours of the code and its background, where it has its own. */
function readColors({ properties: { style } }: Element): { text: string; background: string } | undefined {
  const [, text, background] = /^color:([^;]+);background-color:([^;]+)$/.exec(String(style ?? '')) ?? []
  return text === undefined || background === undefined ? undefined : { text, background }
}
