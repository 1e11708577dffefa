import stringWidth from 'fast-string-width'
import pc from 'picocolors'
import type { Place } from './place.ts'
import { printable } from './printable.ts'

/** Columns of source that are shown; a Japanese paragraph is one line of any length. */
const WIDEST = 96

/** Of a longer line only the part around the place is measured, UTF-16 units. */
const LONGEST = 1000

/** Lines before and after the one in question. */
const AROUND = 1

/**
 * The lines around a place with a mark under what is meant, aligned also under full-width characters.
 *
 * @param text the whole file
 * @param place line and column as a message has them; a place beyond its first line is marked to the line's end
 */
export function codeFrame(text: string, place: Place): string {
  const lines = linesOf(text)
  const first = Math.max(1, place.line - AROUND)
  const last = Math.min(lines.length, place.line + AROUND)
  const digits = String(last).length
  const rows: string[] = []
  for (let number = first; number <= last; number += 1) {
    const line = lines[number - 1] ?? ''
    const isMeant = number === place.line
    const cut = cutOut(line, isMeant ? place.column - 1 : 0)
    rows.push(row(isMeant ? pc.red('>') : ' ', String(number).padStart(digits), cut.text))
    if (isMeant) rows.push(row(' ', ' '.repeat(digits), pc.red(mark(line, cut, place))))
  }
  return rows.join('\n')
}

/** The lines of the last text: its messages come one after another. */
let split = { text: '', lines: [''] as readonly string[] }

function linesOf(text: string): readonly string[] {
  if (split.text !== text) split = { text, lines: text.split(/\r\n|\n|\r/) }
  return split.lines
}

function row(sign: string, number: string, text: string): string {
  return `${sign} ${pc.dim(`${number} |`)} ${text}`.trimEnd()
}

interface Cut {
  /** What is printed. */
  readonly text: string
  /** Offsets in the line, UTF-16 units, of what is printed of it. */
  readonly start: number
  readonly end: number
}

/** As much of a line as fits, with the offset inside it. */
function cutOut(line: string, offset: number): Cut {
  const begin = line.slice(0, LONGEST)
  const fits =
    (line === begin && stringWidth(line) <= WIDEST) ||
    (offset < LONGEST && stringWidth(line.slice(0, offset)) < WIDEST / 2)
  const start = fits ? 0 : back(line, offset, WIDEST / 3)
  let end = start
  let width = 0
  for (const character of line.slice(start, start + LONGEST)) {
    width += stringWidth(character)
    if (width > WIDEST) break
    end += character.length
  }
  const text = printable(line.slice(start, end))
  return { text: `${start > 0 ? '…' : ''}${text}${end < line.length ? '…' : ''}`, start, end }
}

/** The offset that lies `width` columns before another, never between the halves of a surrogate pair. */
function back(line: string, offset: number, width: number): number {
  let left = width
  let start = offset
  for (const character of [...line.slice(Math.max(0, offset - width), offset)].reverse()) {
    left -= stringWidth(character)
    if (left < 0) break
    start -= character.length
  }
  return start
}

function mark(line: string, { start, end }: Cut, place: Place): string {
  const from = Math.max(start, place.column - 1)
  const to = Math.min(end, place.endLine > place.line ? line.trimEnd().length : place.endColumn - 1)
  const before = `${start > 0 ? ' ' : ''}${blank(printable(line.slice(start, from)))}`
  return before + '^'.repeat(Math.max(1, stringWidth(printable(line.slice(from, to)))))
}

/** Blanks as wide as a text; a tab stays one, since only the terminal knows how wide it is. */
function blank(text: string): string {
  return text
    .split('\t')
    .map((part) => ' '.repeat(stringWidth(part)))
    .join('\t')
}
