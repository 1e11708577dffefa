import type { Nodes, PhrasingContent } from 'mdast'
import { location } from 'vfile-location'
import type { ContentRule } from '../rule.ts'

/** Characters beside which CommonMark's rule for emphasis, made for blanks between words, goes wrong. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]/u

/** Asterisks that were left as text. */
interface Run {
  readonly offset: number
  readonly length: number
}

/** Emphasis that stays literal even with remark-cjk-friendly: most often for blanks inside the asterisks. */
export const emphasisLiteral: ContentRule = {
  id: 'emphasis-literal',
  severity: 'warn',
  summary: 'Asterisks around Japanese text make it emphasized, and are not shown as asterisks.',
  begin({ source }, _, report) {
    const text = String(source.file)
    const places = location(text)
    const judge = ({ children }: { readonly children: readonly PhrasingContent[] }): void => {
      for (const [open, close] of pair(findRuns(children, text), text)) {
        const inner = text.slice(open.offset + open.length, close.offset)
        const stars = '*'.repeat(open.length)
        const better = `${stars}${inner.trim()}${stars}`
        const start = places.toPoint(open.offset)
        const end = places.toPoint(close.offset + close.length)
        report({
          reason: `"${stars}" is shown as it stands here, and nothing is emphasized.`,
          place: start === undefined || end === undefined ? undefined : { start, end },
          note:
            inner.trim() === inner
              ? `Put a blank before the first and after the last "${stars}", or move the punctuation out.`
              : `Remove the blanks inside: ${better}`,
          suggestion: inner.trim() === inner ? undefined : better,
        })
      }
    }
    return { paragraph: judge, heading: judge, tableCell: judge }
  },
}

/** The asterisks in the texts among `children` that are not escaped. */
function findRuns(children: readonly Nodes[], text: string): Run[] {
  const found = new Map<number, Run>()
  for (const { type, position } of children) {
    const start = position?.start.offset
    if (type !== 'text' || start === undefined) continue
    for (const match of text.slice(start, position?.end.offset).matchAll(/\\[\s\S]|\*+/g)) {
      const offset = start + match.index
      if (match[0].startsWith('*')) found.set(offset, { offset, length: match[0].length })
    }
  }
  return [...found.values()].sort((a, b) => a.offset - b.offset)
}

/**
 * Each literal run and the one that was meant to close it: the next of its length on the line. The parser may
 * have taken that one to open other emphasis, so it is looked for in the source.
 */
function pair(runs: readonly Run[], text: string): [Run, Run][] {
  const pairs: [Run, Run][] = []
  let end = 0
  for (const open of runs) {
    const close = findClose(open, text)
    if (open.offset < end || close === undefined || !isMeant(open, close, text)) continue
    pairs.push([open, close])
    end = close.offset + close.length
  }
  return pairs
}

function findClose({ offset, length }: Run, text: string): Run | undefined {
  const from = offset + length
  const [line = ''] = text.slice(from).split(/[\r\n]/, 1)
  for (const { 0: run, index } of line.matchAll(/\\[\s\S]|\*+/g)) {
    if (run === '*'.repeat(length)) return { offset: from + index, length }
  }
  return undefined
}

function isMeant(open: Run, close: Run, text: string): boolean {
  if (open.length > 3) return false
  const inner = text.slice(open.offset + open.length, close.offset)
  if (inner.trim() === '') return false
  const [first = '', last = ''] = [[...inner.trim()][0], [...inner.trim()].at(-1)]
  // One asterisk alone also multiplies and marks notes; it must touch Japanese text on both inner sides.
  if (open.length === 1) return inner === inner.trim() && JAPANESE.test(first) && JAPANESE.test(last)
  const around = [first, last, text[open.offset - 1], text[close.offset + close.length]]
  return around.some((character) => character !== undefined && JAPANESE.test(character))
}
