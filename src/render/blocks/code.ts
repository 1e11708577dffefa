import type { Element } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { writeBlock } from '../block-comment.ts'
import { isElement } from '../hast.ts'
import { classText } from './text.ts'

/** A code block; the class that names its language belongs to the block. */
export function writeCode(pre: Element): string {
  const [element] = pre.children
  const classes = isElement(element, 'code') ? classText(element) : ''
  // Files from Windows end lines with two characters; browsers and the editor know one.
  const text = hastToString(pre).replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const attributes = classes === '' ? {} : { className: classes }
  const names = ['wp-block-code', classes].filter((name) => name !== '').join(' ')
  return writeBlock('code', attributes, `<pre class="${names}"><code>${escapeCode(text)}</code></pre>`)
}

/** As the code block's own `escape`: shortcodes and an address alone on a line would be expanded by WordPress. */
function escapeCode(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('\u00A0', '&nbsp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('[', '&#91;')
    .replace(/^(\s*https?:)\/\/([^\s<>"]+\s*)$/m, '$1&#47;&#47;$2')
}
