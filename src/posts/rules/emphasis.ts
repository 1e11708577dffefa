import type { Parents } from 'mdast'
import type { Position } from 'unist'
import { location } from 'vfile-location'
import { literalText } from '../literal-text.ts'
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
    const judge = (node: Parents): void => {
      const { position } = node
      const start = position?.start.offset ?? 0
      if (!text.slice(start, position?.end.offset).includes('*')) return
      const runs = runsIn(literalText(node, text), start)
      if (runs.length === 0) return
      for (const [open, close] of pair(runs, closesIn(text, position), text)) {
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

/** The asterisks of a piece of the file that begins at `start` and are not escaped. */
function runsIn(piece: string, start: number): Run[] {
  return [...piece.matchAll(/\\[\s\S]|\*+/g)]
    .filter(([sign]) => sign.startsWith('*'))
    .map(({ index, 0: { length } }) => ({ offset: start + index, length }))
}

/**
 * For each run the one that was meant to close it, by its offset: the next of its length, of single asterisks on the
 * same line. The parser may have taken that one to open other emphasis, so it is looked for in the source.
 */
function closesIn(text: string, position: Position | undefined): ReadonlyMap<number, Run> {
  const closes = new Map<number, Run>()
  const start = position?.start.offset ?? 0
  const next = new Map<number, Run>()
  for (const run of runsIn(text.slice(start, position?.end.offset ?? 0), start).reverse()) {
    const close = next.get(run.length)
    if (close !== undefined) closes.set(run.offset, close)
    next.set(run.length, run)
  }
  return closes
}

/** Each literal run and the one that was meant to close it. */
function pair(runs: readonly Run[], closes: ReadonlyMap<number, Run>, text: string): [Run, Run][] {
  const pairs: [Run, Run][] = []
  let end = 0
  for (const open of runs) {
    const close = closes.get(open.offset)
    if (open.offset < end || close === undefined || !isMeant(open, close, text)) continue
    pairs.push([open, close])
    end = close.offset + close.length
  }
  return pairs
}

function isMeant(open: Run, close: Run, text: string): boolean {
  if (open.length > 3) return false
  const inner = text.slice(open.offset + open.length, close.offset)
  if (inner.trim() === '' || (open.length === 1 && /[\r\n]/.test(inner))) return false
  // Two names that begin so, as `**args` and `**kwargs`.
  if (/^[a-z_]/i.test(inner) && /\s$/.test(inner) && /[a-z_]/i.test(text[close.offset + close.length] ?? ''))
    return false
  const trimmed = inner.trim()
  const [first = '', last = ''] = [[...trimmed.slice(0, 2)][0], [...trimmed.slice(-2)].at(-1)]
  // One asterisk alone also multiplies and marks notes; it must touch Japanese text on both inner sides.
  if (open.length === 1) return inner === inner.trim() && JAPANESE.test(first) && JAPANESE.test(last)
  const around = [first, last, text[open.offset - 1], text[close.offset + close.length]]
  return around.some((character) => character !== undefined && JAPANESE.test(character))
}
