import type { Root } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { headingIds } from '../constructs/headings/ids.ts'
import { visit } from '../standards/visit.ts'
import type { Outline } from './types.ts'

/** Blocks that hold text and no other block. */
const LEAVES = ['paragraph', 'heading', 'code', 'tableCell'] as const

/** What people ask of an article's text besides its content; the tree can be dropped afterwards. */
export function outlineOf(tree: Root): Outline {
  const parts: string[] = []
  visit(tree, LEAVES, (node) => {
    parts.push(mdastToString(node, { includeImageAlt: false, includeHtml: false }))
  })
  const headings = [...headingIds(tree)].map(([heading, id]) => ({
    depth: heading.depth,
    id,
    text: mdastToString(heading),
  }))
  return { headings, text: parts.join('\n') }
}
