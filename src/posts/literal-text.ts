import type { Nodes, Parents } from 'mdast'
import type { Position } from 'unist'
import { location } from 'vfile-location'
import type { NodeVisitors } from './rule.ts'

/** Stands for each UTF-16 unit that is no literal text of the paragraph: code, formulas, HTML, addresses, escapes. */
const MASKED = '\uFFFC'

/** What an escape or a character reference is (CommonMark 0.31, 2.4 and 2.5). */
const ESCAPED = /\\[!-/:-@[-`{-~]|&(?:#[xX]?[\da-fA-F]{1,7}|[a-zA-Z][a-zA-Z\d]{1,31});/g

export interface LiteralMatch {
  readonly match: RegExpExecArray
  /** The paragraph, heading or cell. */
  readonly node: Parents
  /** In the file, UTF-16 units. */
  readonly start: number
  /** The literal text of the whole paragraph, heading or cell, of which `match.index` counts. */
  readonly literal: string
  readonly place: Position | undefined
}

/**
 * Makes the visitors that look for a pattern where an author's text is shown as it stands: in no code, formula, HTML,
 * address or escaped sign, and across whatever inline nodes the parser has made of the rest.
 *
 * @param text of the whole file
 * @param pattern global; it meets `MASKED` in place of what is not literal
 */
export function literalMatches(
  text: string,
  pattern: RegExp,
  found: (match: LiteralMatch) => void,
): NodeVisitors {
  const places = location(text)
  const judge = (node: Parents): void => {
    const begin = node.position?.start.offset
    const end = node.position?.end.offset
    if (begin === undefined || end === undefined) return
    // Most paragraphs hold nothing of the kind, even before anything is masked.
    if (text.slice(begin, end).search(pattern) === -1) return
    const literal = literalText(node, text)
    for (const match of literal.matchAll(pattern)) {
      const start = begin + match.index
      const [from, to] = [places.toPoint(start), places.toPoint(start + match[0].length)]
      const place = from === undefined || to === undefined ? undefined : { start: from, end: to }
      found({ match, node, start, literal, place })
    }
  }
  return { paragraph: judge, heading: judge, tableCell: judge }
}

/**
 * The text of a paragraph, heading or cell as its author wrote it, with `MASKED` for what is not literal.
 *
 * @param text of the whole file
 */
export function literalText(node: Parents, text: string): string {
  const begin = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? begin
  const parts: string[] = []
  let at = begin
  const mask = (from: number | undefined, to: number | undefined): void => {
    if (from === undefined || to === undefined || from < at || to > end) return
    parts.push(text.slice(at, from), MASKED.repeat(to - from))
    at = to
  }
  for (const [from, to] of maskedRanges(node, text)) mask(from, to)
  parts.push(text.slice(at, end))
  return parts.join('').replace(ESCAPED, ({ length }) => MASKED.repeat(length))
}

/** What is not literal, in the order of the file. */
function* maskedRanges(
  { children }: Parents,
  text: string,
): Iterable<[number | undefined, number | undefined]> {
  for (const child of children) {
    const [start, end] = [child.position?.start.offset, child.position?.end.offset]
    // A bare address is text, too.
    if (
      child.type === 'text' ||
      child.type === 'break' ||
      ('children' in child && isLink(child) && text[start ?? 0] !== '[')
    )
      continue
    if ('children' in child && (isLink(child) || TRANSPARENT.includes(child.type))) {
      // Their signs are none of the text.
      const [first, last] = [child.children[0], child.children.at(-1)]
      yield [start, first?.position?.start.offset ?? end]
      yield* maskedRanges(child, text)
      yield [last?.position?.end.offset, end]
    } else yield [start, end]
  }
}

function isLink({ type }: Nodes): boolean {
  return type === 'link' || type === 'linkReference'
}

const TRANSPARENT: readonly string[] = ['emphasis', 'strong', 'delete', 'mark', 'textDirective']
