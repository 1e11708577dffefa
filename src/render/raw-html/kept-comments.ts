import { isPageBreak } from '../../constructs/page-breaks.ts'
import { firstDelimiter } from '../../content/block-delimiters.ts'

/**
 * True for a comment that is no HTML of the author's but something that WordPress or Rensai acts on: a delimiter of a
 * block, a page break, a place for the table of contents.
 *
 * @param data what stands between its signs
 */
export function isKeptComment(data: string): boolean {
  if (isPageBreak(data) || /^\s*toc(?:stop)?\s*$/.test(data)) return true
  const comment = `<!--${data}-->`
  const delimiter = firstDelimiter(comment)
  return delimiter?.start === 0 && delimiter.end === comment.length
}
