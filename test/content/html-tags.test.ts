import { expect, test } from 'vitest'
import { findTags } from '../../src/content/html-tags.ts'

function list(html: string): [string, Record<string, string>][] {
  return findTags(html).map(({ name, attributes }) => [name, Object.fromEntries(attributes)])
}

test.each([
  ['text', []],
  ['a < b <3 </b>', []],
  ['<B>', [['b', {}]]],
  ['<a HREF=x title="y z" id=\'w\' open>', [['a', { href: 'x', title: 'y z', id: 'w', open: '' }]]],
  ['<a href = "java&#115;cript:a" href=b>', [['a', { href: 'javascript:a' }]]],
  ['<b/onclick=a()/id=x>', [['b', { onclick: 'a()/id=x' }]]],
  ['<b\nonclick\n=\n"a">', [['b', { onclick: 'a' }]]],
  ['<b title=">" onclick>', [['b', { title: '>', onclick: '' }]]],
  ['<b =onclick=a>', [['b', { '=onclick': 'a' }]]],
  ['<b "onclick=a>', [['b', { '"onclick': 'a' }]]],
  ['<b title="', [['b', { title: '' }]]],
  ['<b onclick=a', [['b', { onclick: 'a' }]]],
  ['<!-- <script> --><i>', [['i', {}]]],
  ['<!--><script>', [['script', {}]]],
  ['<!-- --!><script>', [['script', {}]]],
  ['<!--<script>', []],
  ['<x-y:z a-b=c>', [['x-y:z', { 'a-b': 'c' }]]],
] as const)('%j', (html, tags) => {
  expect(list(html)).toEqual(tags)
})

test('long text takes no longer than its length', () => {
  for (const part of ['<a ', '<!--', '<b a="', '<<<', '=', ' ', '<a =']) {
    const time = (length: number): number => {
      const html = part.repeat(length / part.length)
      const begin = performance.now()
      findTags(html)
      return performance.now() - begin
    }
    time(10_000)
    const ratios = [1, 2, 3].map(() => time(400_000) / Math.max(1, time(100_000)))
    expect(Math.min(...ratios), part).toBeLessThan(12)
  }
})
