import wrapAnsi from 'wrap-ansi'

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
  const width = COLUMNS - rest.length
  return wrapAnsi(text, width, { hard: true, trim: false })
    .split('\n')
    .map((line, index) => (index === 0 ? `${first}${line}` : `${rest}${line.replace(SPACE_AT_START, '$1')}`))
    .map((line) => line.replace(SPACE_AT_END, ''))
}
