import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { isNestedTooDeep } from '../limits/nesting.ts'
import { MOST_LEVELS } from '../limits/sizes.ts'
import { parseMarkdown } from '../render/markdown.ts'
import { reportExcess } from './report-excess.ts'

/** The lines that begin and end a box, in quotes, too. */
const BOX = { begin: /^[\s>]*:{3,}[a-z]/i, end: /^[\s>]*:{3,}\s*$/ }

/** The tree of a body; an empty one, with a message on `file`, where it is nested beyond all measure. */
export function parseBody(body: string, file: VFile, { math }: Config): Root {
  // The parser reads the rest of the text once for each open box: minutes, where there are thousands.
  const line = body.includes(':::') ? findDeepBox(body) : undefined
  if (line !== undefined) {
    return refuse(file, 'Close each box with a line ":::".', { line, column: 1 })
  }
  try {
    const tree = parseMarkdown(body, file, math)
    if (!isDeep(tree)) {
      if (!isNestedTooDeep(rawHtmlOf(tree))) return tree
      return refuse(file, 'Close each element of raw HTML, such as <b> or <div>, with its end tag.')
    }
  } catch (error) {
    // The parser itself fails so where the levels are ten thousand.
    if (!(error instanceof RangeError)) throw error
  }
  return refuse(file, 'Look for a line that begins with very many ">" or "-", and write it otherwise.')
}

function refuse(file: VFile, note: string, place?: Point): Root {
  const reason = 'Quotes, lists, boxes or elements lie in each other too deep to be read.'
  reportExcess(file, { reason, note, ...(place && { place }) })
  return { type: 'root', children: [] }
}

/** The line of the first box that lies in too many others. */
function findDeepBox(body: string): number | undefined {
  let depth = 0
  const index = body.split(/\r\n|\n|\r/).findIndex((line) => {
    if (BOX.begin.test(line)) depth += 1
    else if (BOX.end.test(line)) depth = Math.max(0, depth - 1)
    return depth > MOST_LEVELS
  })
  return index < 0 ? undefined : index + 1
}

/** Level by level, since a walk that calls itself is what such a tree breaks. */
function isDeep(tree: Root): boolean {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return true
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return false
}

function rawHtmlOf(tree: Root): string {
  const parts: string[] = []
  visit(tree, 'html', ({ value }) => {
    parts.push(value)
  })
  return parts.join('\n')
}
