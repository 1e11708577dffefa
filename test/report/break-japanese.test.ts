import fc from 'fast-check'
import stringWidth from 'fast-string-width'
import pc from 'picocolors'
import { expect, test } from 'vitest'
import { breakJapanese } from '../../src/report/break-japanese.ts'
import { stripColours } from '../helpers/output.ts'

test('no line begins with a stop, a closing bracket or a small kana, and none ends with an opening bracket', () => {
  expect(breakJapanese('記事のスラッグ「docker」は、ほかの記事でも使われています。', 14, true)).toEqual([
    '記事のスラッグ',
    '「docker」は、',
    'ほかの記事でも',
    '使われてい',
    'ます。',
  ])
})

test('words of Latin letters and numbers with their counters stay whole', () => {
  expect(breakJapanese('サイトには WordPress の記事 12 件があります', 18, true)).toEqual([
    'サイトには',
    'WordPress の記事',
    '12 件があります',
  ])
})

test('what is wider than a line is broken where that is asked for, and stays whole otherwise', () => {
  const text = '画像 https://blog.example/wp-content/uploads/a.png を開けません'
  expect(breakJapanese(text, 20, true)).toEqual([
    '画像 https://blog.ex',
    'ample/wp-content/upl',
    'oads/a.png を開けま',
    'せん',
  ])
  expect(breakJapanese(text, 20, false)).toEqual([
    '画像',
    'https://blog.example/wp-content/uploads/a.png',
    'を開けません',
  ])
})

test('colours move no line, and each line ends the colours that it has begun', () => {
  const { red, inverse } = pc.createColors(true)
  const [start, end] = ['設定を変えたのか、', 'ネットワークが悪いのかと身構えてしまいます。']
  const coloured = breakJapanese(red(start + inverse(end)), 20, true)
  expect(coloured.map(stripColours)).toEqual(breakJapanese(start + end, 20, true))
  const code = String.fromCharCode(27)
  for (const line of coloured) {
    expect(line.startsWith(`${code}[31m`)).toBe(true)
    expect(line.endsWith(`${code}[39m`)).toBe(true)
    expect(line.split(`${code}[7m`).length).toBe(line.split(`${code}[27m`).length)
  }
})

test('all of the text is there, and no line is wider than asked for', () => {
  const words = fc.array(fc.stringMatching(/^[a-z漢字かなッー、。「」()0-9]{1,12}$/), {
    minLength: 1,
    maxLength: 30,
  })
  fc.assert(
    fc.property(words, fc.integer({ min: 10, max: 80 }), (parts, columns) => {
      const text = parts.join(' ')
      const lines = breakJapanese(text, columns, true)
      expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
      for (const line of lines) expect(stringWidth(line.trimEnd())).toBeLessThanOrEqual(columns)
    }),
  )
})
