import wrapAnsi from 'wrap-ansi'
import { spokenLanguage } from '../language/language.ts'
import { breakJapanese, hasJapanese } from './break-japanese.ts'

/** What a terminal has without anybody having widened it. */
const COLUMNS = 80

/** Codes that begin or end a colour. */
const CODES = `(?:${String.fromCharCode(27)}\\[\\d+m)*`

const SPACE_AT_START = new RegExp(`^(${CODES}) `)

const SPACE_AT_END = new RegExp(` +(?=${CODES}$)`)

/**
 * Breaks text into lines of at most 80 columns, where a Japanese character takes two.
 *
 * @param first what the first line begins with
 * @param rest what every further line begins with, as wide as `first`
 */
export function wrap(text: string, first: string, rest: string): string[] {
  return breakLines(text, COLUMNS - rest.length, true).map((line, index) =>
    // Of an empty line what it begins with may end so.
    `${index === 0 ? first : rest}${line}`.replace(SPACE_AT_END, ''),
  )
}

/**
 * Breaks one line of text, coloured or not; no line but the first begins with the blank that it was broken at, and none
 * ends with one.
 *
 * @param columns of the widest line
 * @param isHard break what is wider than that, too
 */
export function breakLines(text: string, columns: number, isHard: boolean): string[] {
  if (spokenLanguage() === 'ja' && hasJapanese(text)) return breakJapanese(text, columns, isHard)
  return wrapAnsi(text, columns, { hard: isHard, trim: false })
    .split('\n')
    .map((line, index) => (index === 0 ? line : line.replace(SPACE_AT_START, '$1')).replace(SPACE_AT_END, ''))
}
