import fc from 'fast-check'
import { expect, test } from 'vitest'
import { escapeText } from '../../src/standards/html.ts'
import { htmlToText } from '../../src/standards/html-to-text.ts'

test.each([
  ['A & B', 'A & B'],
  ['A &amp; B &lt; C', 'A & B < C'],
  ['a < b > c', 'a < b > c'],
  ['Vec<T> と', 'Vec と'],
  ['<script>a</script> タグ', ' タグ'],
  ['<script> タグ', ''],
  ['一行<br>二行<BR/>三行', '一行 二行 三行'],
  ['<em class="<b>">A</em> &copy; <!-- x -->B<!doctype>', 'A © B'],
  ['A <b', 'A '],
  ['A </ b>B', 'A B'],
  ['<style>p{}</style>A<style>b', 'A'],
])('of %s readers see "%s"', (html, text) => {
  expect(htmlToText(html)).toBe(text)
})

test('any text that is written as HTML is seen as it is', () => {
  const piece = fc.constantFrom(
    '<',
    '>',
    '&',
    '"',
    "'",
    '/',
    '!',
    '-',
    ' ',
    'script',
    'amp;',
    '#38;',
    'b',
    '日本',
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const text = pieces.join('')
      expect(htmlToText(escapeText(text))).toBe(text)
    }),
  )
})
