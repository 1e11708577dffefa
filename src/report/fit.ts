import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'fast-string-width'
import { breakLines } from './wrap.ts'

/** Lines of source with their numbers, and tables: broken, they could not be read. */
const AS_THEY_ARE = /^\s*(?:>?\s*\d*\s*\||[│┌├└])/

/** Where a command to copy begins; half of one could do more than the whole. */
const COMMAND = /\b(?:npm |npx |node |sips |git )/

/**
 * Breaks lines that are wider than a terminal at blanks, where the terminal would break them amid a word. What cannot be
 * broken there, such as an address, stays whole, and so does a command with all that follows it.
 *
 * @param columns of the terminal
 */
export function fitLines(text: string, columns: number): string {
  return text
    .split('\n')
    .map((line) =>
      stringWidth(line) <= columns || AS_THEY_ARE.test(stripVTControlCharacters(line))
        ? line
        : fitLine(line, columns),
    )
    .join('\n')
}

function fitLine(line: string, columns: number): string {
  const indent = ' '.repeat(Math.min(line.length - line.trimStart().length + 2, columns / 2))
  const at = line.search(COMMAND)
  const [words, command] = at === -1 ? [line, ''] : [line.slice(0, at), line.slice(at)]
  const start = words.length - words.trimStart().length
  const [first = '', ...others] = breakLines(words.slice(start), columns - indent.length, false)
  const lines = [words.slice(0, start) + first, ...others.map((part) => indent + part)]
  if (command === '') return lines.join('\n')
  const last = lines.pop() ?? ''
  const whole = last.trim() === '' ? last + command : `${last} ${command}`
  return [
    ...lines,
    ...(stringWidth(whole) <= columns || last.trim() === '' ? [whole] : [last, indent + command]),
  ].join('\n')
}
