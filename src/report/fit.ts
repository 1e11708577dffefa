import { stripVTControlCharacters } from 'node:util'
import stringWidth from 'fast-string-width'
import wrapAnsi from 'wrap-ansi'

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
  const lines = breakAtBlanks(words, columns, indent)
  const last = lines.at(-1) ?? ''
  if (command === '') return lines.join('\n')
  if (stringWidth(last + command) <= columns || last.trim() === '')
    return [...lines.slice(0, -1), last + command].join('\n')
  return [...lines.slice(0, -1), last.trimEnd(), `${indent}${command}`].join('\n')
}

function breakAtBlanks(words: string, columns: number, indent: string): string[] {
  const start = words.length - words.trimStart().length
  const [first = '', ...rest] = wrapAnsi(words.slice(start), columns - indent.length, { trim: false }).split(
    '\n',
  )
  return [
    words.slice(0, start) + first.trimEnd(),
    ...rest.map((line) => indent + line.replace(/^ /, '')),
  ].map((line, index, all) => (index === all.length - 1 ? line : line.trimEnd()))
}
