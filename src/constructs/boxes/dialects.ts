import type { Paragraph, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from '../../standards/visit.ts'

/** The boxes that Zenn and Qiita open with a second word, and the one that means the same here. */
export const DIALECTS: ReadonlyMap<string, string> = new Map([
  ['message alert', 'warning'],
  ['note info', 'note'],
  ['note warn', 'warning'],
  ['note alert', 'warning'],
])

/** Groups: what stands before the box, its colons, name and words. */
const OPENING =
  /^(?<before>[ \t>]*(?:(?:[-+*]|\d{1,9}[.)])[ \t]+)*)(?<colons>:{3,})(?<name>message|note|details) +(?<words>[^\s[\]{}](?:[^[\]{}\r\n]*[^\s[\]{}])?)[ \t]*$/gm

/** As `details`, and one letter shorter: then a line with brackets is as long as one with a blank. */
const SHORT = 'detail'

/** More rounds than these are needed by no text that is meant to be read. */
const MOST_ROUNDS = 4

interface Opening {
  /** Where its colons stand, UTF-16 units. */
  readonly start: number
  readonly end: number
  /** As long as what it stands for, so that every position stays. */
  readonly text: string
  readonly isDetails: boolean
}

/**
 * Parses Markdown in which boxes may be opened as Zenn and Qiita do: `:::message alert`, `:::note warn` and
 * `:::details Summary`. A line that opens no box, as in a block of code, stays as it is.
 *
 * @param parse parses one text, all of whose positions count
 */
export function parseWithDialects(text: string, parse: (text: string) => Root): Root {
  let openings = text.includes(':::') ? listOpenings(text) : []
  for (let round = 0; openings.length > 0 && round < MOST_ROUNDS; round += 1) {
    const tree = parse(withOpenings(text, openings))
    const boxes = new Map<number | undefined, ContainerDirective>()
    visit(tree, 'containerDirective', (box) => void boxes.set(box.position?.start.offset, box))
    const lost = openings.filter(({ start }) => !boxes.has(start))
    if (lost.length === 0) {
      for (const { start, isDetails } of openings) if (isDetails) nameDetails(boxes.get(start))
      return tree
    }
    openings = openings.filter((opening) => !lost.includes(opening))
  }
  return parse(text)
}

function listOpenings(text: string): Opening[] {
  return [...text.matchAll(OPENING)].flatMap((match): Opening[] => {
    const { before = '', colons = '', name = '', words = '' } = match.groups ?? {}
    const start = match.index + before.length
    const end = match.index + match[0].length
    const isDetails = name === 'details'
    const meant = isDetails ? `${SHORT}[${words}]` : DIALECTS.get(`${name} ${words}`)
    return meant === undefined ? [] : [{ start, end, isDetails, text: (colons + meant).padEnd(end - start) }]
  })
}

function withOpenings(text: string, openings: readonly Opening[]): string {
  let written = ''
  let at = 0
  for (const { start, end, text: opening } of openings) {
    written += text.slice(at, start) + opening
    at = end
  }
  return written + text.slice(at)
}

/** The summary stands one place further on in the file than where it was parsed. */
function nameDetails(box: ContainerDirective | undefined): void {
  if (box === undefined) return
  box.name = 'details'
  const [label] = box.children
  if (label?.type !== 'paragraph' || label.data?.directiveLabel !== true) return
  visit(label as Paragraph, ({ position }) => {
    for (const point of position === undefined ? [] : [position.start, position.end]) {
      point.column += 1
      if (point.offset !== undefined) point.offset += 1
    }
  })
}
