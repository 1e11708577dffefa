import { toHtml } from 'hast-util-to-html'
import { expect, test } from 'vitest'
import { keepParticles } from '../../src/preview/elements.ts'
import { alignSections } from '../../src/preview/pair-sections.ts'

const rows = (...texts: string[]): string[][] =>
  alignSections(texts).map((row) => row.map((nodes) => toHtml([...nodes])))

test('texts with one outline are parted at every heading', () => {
  expect(rows('<p>a</p><h2>b</h2><h3>c</h3>', '<p>A</p><h2>B</h2><h3>C</h3><p>D</p>')).toEqual([
    ['<p>a</p>', '<p>A</p>'],
    ['<h2>b</h2>', '<h2>B</h2>'],
    ['<h3>c</h3>', '<h3>C</h3><p>D</p>'],
  ])
})

test('others at the highest, and what one has alone stands beside nothing', () => {
  expect(rows('<h2>a</h2><h3>b</h3><h2>c</h2>', '<h2>A</h2><h2>C</h2><h2>D</h2>')).toEqual([
    ['', ''],
    ['<h2>a</h2><h3>b</h3>', '<h2>A</h2>'],
    ['<h2>c</h2>', '<h2>C</h2>'],
    ['', '<h2>D</h2>'],
  ])
  expect(rows('<p>a</p>', '<h2>A</h2>', '')).toEqual([
    ['<p>a</p>', '', ''],
    ['', '<h2>A</h2>', ''],
  ])
  expect(rows()).toEqual([])
})

test('what is left open in one text ends with it, and ids are of one text alone', () => {
  expect(rows('<div><b>a', '</div></article>b')).toEqual([['<div><b>a</b></div>', 'b']])
  expect(rows('<h2 id="x">a</h2><a href="#x">b</a><a href="#">c</a>', '<h2 id="x">A</h2>')[1]).toEqual([
    '<h2 id="0-x">a</h2><a href="#0-x">b</a><a href="#">c</a>',
    '<h2 id="1-x">A</h2>',
  ])
})

test.each([
  ['「504」は時間切れ', '「504<span class="pv-keep">」は</span>時間切れ'],
  ['『甲』（乙）から始める', '『甲』（乙<span class="pv-keep">）から</span>始める'],
  ['は「a」b', 'は「a」b'],
  ['「<b>」の&', '「&#x3C;b><span class="pv-keep">」の</span>&#x26;'],
  ['', ''],
])('%s keeps its particles', (title, html) => {
  expect(toHtml(keepParticles(title))).toBe(html)
})
