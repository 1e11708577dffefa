import type { Parents } from 'mdast'
import type { Position } from 'unist'
import { location } from 'vfile-location'
import { say } from '../../language/say.ts'
import { literalText } from '../literal-text.ts'
import type { ContentRule } from '../rule.ts'

/** Characters beside which CommonMark's rule for emphasis, made for blanks between words, goes wrong. */
const JAPANESE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\u3000-\u303F\u30FB\u30FC\uFF00-\uFFEF]/u

/** Signs of emphasis that were left as text. */
interface Run {
  readonly sign: '*' | '_'
  readonly offset: number
  readonly length: number
}

/** Emphasis that stays literal even with remark-cjk-friendly: most often for blanks inside the asterisks. */
export const emphasisLiteral: ContentRule = {
  id: 'emphasis-literal',
  severity: 'warn',
  summary: say`Signs of emphasis beside Japanese text make it emphasized, and are not shown as signs.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    const places = location(text)
    const judge = (node: Parents): void => {
      const { position } = node
      const start = position?.start.offset ?? 0
      if (!/\*|__/.test(text.slice(start, position?.end.offset))) return
      const runs = runsIn(literalText(node, text), start)
      if (runs.length === 0) return
      const pairs = pair(runs, closesIn(text, position), text)
      // Signs that go wrong take those behind them along, which come right with them.
      for (const run of pairs.length === 0 ? runs.filter((run) => isAlone(run, text)) : []) {
        const start = places.toPoint(run.offset)
        const end = places.toPoint(run.offset + run.length)
        report({
          reason: say`"${'*'.repeat(run.length)}" is shown as it stands here: it has no other one in its paragraph.`,
          place: start === undefined || end === undefined ? undefined : { start, end },
          note: say`Write "**" before and after what is emphasized, within one paragraph; to show it, write "\\*\\*".`,
        })
      }
      for (const [open, close] of pairs) {
        const inner = text.slice(open.offset + open.length, close.offset)
        const signs = open.sign.repeat(open.length)
        const stars = '*'.repeat(open.length)
        const better = `${stars}${inner.trim()}${stars}`
        const isSolid = open.sign === '*' && inner.trim() === inner
        const start = places.toPoint(open.offset)
        const end = places.toPoint(close.offset + close.length)
        report({
          reason: say`"${signs}" is shown as it stands here, and nothing is emphasized.`,
          place: start === undefined || end === undefined ? undefined : { start, end },
          note: isSolid
            ? say`Put a blank before the first and after the last "${stars}", or move the punctuation out.`
            : open.sign === '_'
              ? say`Underscores need blanks around them; write asterisks: ${better}`
              : say`Remove the blanks inside: ${better}`,
          suggestion: isSolid ? undefined : better,
        })
      }
    }
    return { paragraph: judge, heading: judge, tableCell: judge }
  },
}

/** The signs of a piece of the file that begins at `start` and are not escaped; one underscore alone joins words. */
function runsIn(piece: string, start: number): Run[] {
  return [...piece.matchAll(/\\[\s\S]|\*+|_{2,}/g)]
    .filter(([run]) => !run.startsWith('\\'))
    .map(({ index, 0: run }) => ({
      sign: run.startsWith('*') ? '*' : '_',
      offset: start + index,
      length: run.length,
    }))
}

/**
 * For each run the one that was meant to close it, by its offset: the next of its length, of single asterisks on the
 * same line. The parser may have taken that one to open other emphasis, so it is looked for in the source.
 */
function closesIn(text: string, position: Position | undefined): ReadonlyMap<number, Run> {
  const closes = new Map<number, Run>()
  const start = position?.start.offset ?? 0
  const next = new Map<string, Run>()
  for (const run of runsIn(text.slice(start, position?.end.offset ?? 0), start).reverse()) {
    const kind = run.sign.repeat(run.length)
    const close = next.get(kind)
    if (close !== undefined) closes.set(run.offset, close)
    next.set(kind, run)
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
  if (open.sign === '_') return open.length === 2 && JAPANESE.test(first) && JAPANESE.test(last)
  // One asterisk alone also multiplies and marks notes; it must touch Japanese text on both inner sides.
  if (open.length === 1) return inner === inner.trim() && JAPANESE.test(first) && JAPANESE.test(last)
  const around = [first, last, text[open.offset - 1], text[close.offset + close.length]]
  return around.some((character) => character !== undefined && JAPANESE.test(character))
}

/** Two or three asterisks between Japanese words that nothing opens or closes; beside a name or number they are a sign of a program. */
function isAlone({ sign, offset, length }: Run, text: string): boolean {
  if (sign !== '*' || length < 2 || length > 3) return false
  const [before = '', after = ''] = [text[offset - 1], text[offset + length]]
  if (/[\w$(*]/.test(after) || (/[\w$)]/.test(before) && !JAPANESE.test(after))) return false
  return JAPANESE.test(before) || JAPANESE.test(after)
}
