import { writeBlock } from '../content/block-delimiters.ts'
import { own } from '../standards/own.ts'
import type { Construct } from './construct.ts'

/** Comments that WordPress acts on (`get_the_content`, `WP_Query::generate_postdata`), by the name of their block. */
const BLOCKS: Readonly<Record<string, string>> = { '<!--more-->': 'more', '<!--nextpage-->': 'nextpage' }

/** `<!--more-->` and `<!--nextpage-->`. Raw HTML is written back as it stands, so that there is no way back to take. */
export const pageBreaks: Construct = {
  name: 'page breaks',
  out: {
    blocks: {
      raw(html) {
        const name = own(BLOCKS, html)
        return name === undefined ? undefined : writeBlock(name, {}, html)
      },
    },
  },
  compared: { blocks: { more: ['customText', 'noTeaser'], nextpage: [] } },
}

/**
 * True for a comment that WordPress acts on, however an author has spaced it.
 *
 * @param comment what stands between its signs
 */
export function isPageBreak(comment: string): boolean {
  return /^(?:more\b.*|nextpage|noteaser)$/.test(comment.trim())
}
