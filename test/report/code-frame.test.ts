import stringWidth from 'fast-string-width'
import { expect, test } from 'vitest'
import { codeFrame } from '../../src/report/code-frame.ts'

const at = (line: number, column: number, endColumn = column, endLine = line) => ({
  line,
  column,
  endLine,
  endColumn,
})

// picocolors writes no colours where there is no terminal, unless a variable asks for them.
const ESCAPE = String.fromCharCode(27)
const frame = (text: string, place: ReturnType<typeof at>): string =>
  codeFrame(text, place).replaceAll(new RegExp(`${ESCAPE}\\[\\d+m`, 'g'), '')

test('shows the line with one before and after, and marks what is meant', () => {
  expect(frame('one\ntwo three\nfour\nfive', at(2, 5, 10))).toBe(
    ['  1 | one', '> 2 | two three', '    |     ^^^^^', '  3 | four'].join('\n'),
  )
})

test('numbers are as wide as the widest', () => {
  expect(frame(`${'\n'.repeat(9)}ten`, at(10, 1, 4))).toBe(['   9 |', '> 10 | ten', '     | ^^^'].join('\n'))
})

test.each([
  ['日本語のabcです', 5, 8],
  ['ｶﾀｶﾅと全角😀の絵文字', 8, 10],
  ['か\u3099くせい', 3, 5],
])('the mark stands below full-width text: %s', (line, column, endColumn) => {
  const [, shown = '', mark = ''] = ['', ...frame(line, at(1, column, endColumn)).split('\n')]
  const head = stringWidth(shown.slice(0, shown.indexOf(line)))
  expect(stringWidth(mark.slice(0, mark.indexOf('^')))).toBe(head + stringWidth(line.slice(0, column - 1)))
  expect(mark.split('^').length - 1).toBe(stringWidth(line.slice(column - 1, endColumn - 1)))
})

test('a tab before the place stays a tab', () => {
  expect(frame('\tab', at(1, 3, 4))).toBe(['> 1 | \tab', '    | \t ^'].join('\n'))
})

test('\\r\\n and a lone \\r end lines as they do in places', () => {
  expect(frame('a\r\nb\rc', at(3, 1, 2))).toBe(['  2 | b', '> 3 | c', '    | ^'].join('\n'))
})

test('what goes on in the next line is marked to the end of its first', () => {
  expect(frame('title: "a\n  b"', at(1, 8, 5, 2))).toBe(
    ['> 1 | title: "a', '    |        ^^', '  2 |   b"'].join('\n'),
  )
})

test('of a long line the part with the place is shown, with the mark below it', () => {
  const line = `${'長い段落。'.repeat(40)}HERE${'まだ続く。'.repeat(40)}`
  const [shown = '', mark = ''] = frame(line, at(1, 201, 205)).split('\n')
  expect(shown).toMatch(/^> 1 \| ….*HERE.*…$/)
  expect(stringWidth(shown)).toBeLessThan(110)
  expect(stringWidth(mark.slice(0, mark.indexOf('^')))).toBe(
    stringWidth(shown.slice(0, shown.indexOf('HERE'))),
  )
  expect(mark.trimEnd().endsWith('^^^^')).toBe(true)
})

test('an article cannot send commands to the terminal or turn its text around', () => {
  expect(frame(`a${ESCAPE}[2Jb\u202Ec`, at(1, 1, 2))).toBe(['> 1 | a\uFFFD[2Jb\uFFFDc', '    | ^'].join('\n'))
})
