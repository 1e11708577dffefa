import { fromHtml } from 'hast-util-from-html'
import { toMdast } from 'hast-util-to-mdast'
import remarkGfm from 'remark-gfm'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import { removeDelimiters } from '../content/block-delimiters.ts'
import { isNestedTooDeep } from '../limits/nesting.ts'
import { removeComments } from '../standards/html.ts'

const writer = unified()
  // One cell that changes would move those of every row.
  .use(remarkGfm, { tablePipeAlign: false })
  .use(remarkStringify, { bullet: '-', rule: '-' })
  .freeze()

/**
 * The text of published content at the level of Markdown, for reading and comparing: both sides of a diff go
 * through it, so that only differences that people can see are shown. It is not meant to be published again.
 */
export function toReadable(html: string): string {
  // Nobody sees comments, and thousands in a row take the writer the square of their number.
  const text = removeComments(removeDelimiters(html))
  if (isNestedTooDeep(text)) return text
  const tree = toMdast(fromHtml(text, { fragment: true }))
  return tree.type === 'root' ? writer.stringify(tree).trim() : ''
}
