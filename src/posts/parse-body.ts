import type { Nodes, Root } from 'mdast'
import type { Point } from 'unist'
import type { VFile } from 'vfile'
import type { Config } from '../config/types.ts'
import { say } from '../language/say.ts'
import { ExcessError } from '../limits/bounded.ts'
import { isNestedTooDeep } from '../limits/nesting.ts'
import { MOST_DEFINITIONS, MOST_LEVELS } from '../limits/sizes.ts'
import { parseMarkdown } from '../render/markdown.ts'
import { visit } from '../standards/visit.ts'
import { excessiveExpansion } from './expansion.ts'
import { type Excess, excessOf, reportExcess } from './report-excess.ts'

/** The lines that begin and end a box, in quotes, too. */
const BOX = { begin: /^[\s>]*:{3,}[a-z]/i, end: /^[\s>]*:{3,}\s*$/ }

/** The tree of a body; an empty one, with a message on `file`, where it is nested beyond all measure. */
export function parseBody(body: string, file: VFile, { math }: Config): Root {
  // The parser reads the rest of the text once for each open box: minutes, where there are thousands.
  const line = body.includes(':::') ? findDeepBox(body) : undefined
  if (line !== undefined) {
    return refuse(file, say`Close each box with a line ":::".`, { line, column: 1 })
  }
  const deep = findDeepLine(body)
  if (deep !== undefined) return refuse(file, DEEP_LINE, { line: deep, column: 1 })
  if ((body.match(/^:[ \t]/gm)?.length ?? 0) > MOST_DEFINITIONS) {
    return give(file, {
      reason: say`More than ${MOST_DEFINITIONS.toLocaleString('en')} lines begin with a colon, as what a term means does.`,
      note: say`Split the article, or write the list as a table.`,
    })
  }
  try {
    const tree = parseMarkdown(body, file, math)
    if (!isDeep(tree)) {
      if (isNestedTooDeep(rawHtmlOf(tree))) {
        return refuse(file, say`Close each element of raw HTML, such as <b> or <div>, with its end tag.`)
      }
      const excess = excessiveExpansion(tree)
      return excess === undefined ? tree : give(file, excess)
    }
  } catch (error) {
    if (error instanceof ExcessError && error.kind === 'signs') return give(file, excessOf(error))
    // The parser itself fails so where the levels are ten thousand.
    if (!(error instanceof RangeError)) throw error
  }
  return refuse(file, DEEP_LINE)
}

const DEEP_LINE = say`Look for a line that begins with very many ">" or "-", and write it otherwise.`

function refuse(file: VFile, note: string, place?: Point): Root {
  const reason = say`Quotes, lists, boxes or elements lie in each other too deep to be read.`
  return give(file, { reason, note, ...(place && { place }) })
}

function give(file: VFile, excess: Excess): Root {
  reportExcess(file, excess)
  return { type: 'root', children: [] }
}

/** What quotes and items of lists begin a line with (CommonMark 0.31, 5.1 and 5.2). */
const CONTAINERS = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t])))+/gm

/** The line of the first quote or list that lies in too many others; a row of the same sign alone is a rule. */
function findDeepLine(body: string): number | undefined {
  for (const { index, 0: signs } of body.matchAll(CONTAINERS)) {
    if (signs.replace(/[ \t]+/g, '').length <= MOST_LEVELS) continue
    const line = body.slice(index, index + signs.length + 2)
    if (/^[-* \t]+[\r\n]/.test(line)) continue
    return body.slice(0, index).split(/\r\n|\n|\r/).length
  }
  return undefined
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
