import { expect, test } from 'vitest'
import { bounded, boundedEach, ExcessError } from '../../src/limits/bounded.ts'
import { isNestedTooDeep } from '../../src/limits/nesting.ts'
import { htmlTags } from '../../src/standards/html-tags.ts'

function excessOf(work: () => unknown, milliseconds: number): string | undefined {
  try {
    bounded(work, milliseconds)
    return undefined
  } catch (error) {
    return error instanceof ExcessError ? error.kind : String(error)
  }
}

test('work that ends is done, and what it throws is thrown', () => {
  expect(bounded(() => [1])).toEqual([1])
  expect(excessOf(() => undefined, 1000)).toBeUndefined()
  expect(excessOf(() => JSON.parse('{'), 1000)).toContain('SyntaxError')
  expect(excessOf(() => new Array(-1), 1000)).toContain('RangeError')
})

test('a loop, a regular expression that tries everything, and work in work are stopped', () => {
  const forever = (): never => {
    for (;;);
  }
  expect(excessOf(forever, 50)).toBe('time')
  expect(excessOf(() => /^(a+)+$/.test(`${'a'.repeat(50)}!`), 50)).toBe('time')
  expect(excessOf(() => [excessOf(forever, 50), excessOf(forever, 10_000)], 200)).toBe('time')
  expect(bounded(() => excessOf(forever, 50))).toBe('time')
})

test('of many things the one that does not end is stopped, and the others are done', () => {
  const begun: string[] = []
  const work = (name: string): string => {
    begun.push(name)
    const kind = excessOf(() => {
      while (name === 'endless');
      const deep = (): number => 1 + deep()
      if (name === 'deep') deep()
    }, 1_000)
    return `${name}: ${kind ?? 'done'}`
  }
  const done = boundedEach(['a', 'endless', 'b', 'deep', 'c'], work, 1_000)
  expect(done).toEqual(['a: done', 'endless: time', 'b: done', 'deep: depth', 'c: done'])
  expect(begun).toEqual(['a', 'endless', 'endless', 'b', 'deep', 'c'])
  expect(boundedEach([], work)).toEqual([])
  expect(() => boundedEach(['a'], () => JSON.parse('{'))).toThrow(SyntaxError)
})

test('work that calls itself too deep is told from an error', () => {
  const deep = (): number => 1 + deep()
  expect(excessOf(deep, 10_000)).toBe('depth')
})

test.each([
  ['<a href="x">b</a>', ['a', '/a']],
  ['<!-- <b> --><i>', ['i']],
  ['<!--><b>', ['b']],
  ['<script>"<b>"</script><u>', ['script', '/script', 'u']],
  ['<SCRIPT><b></ScRiPt ><u>', ['script', '/script', 'u']],
  ['<?php <b> ?><!doctype html><p>', ['p']],
  ['a < b <3 </> <p title="a > b" x=\'<b>\'/>', ['p']],
  ['<p a=b c<d>e<p', ['p']],
  ['<p a="b', []],
])('the tags of %j', (html, names) => {
  expect([...htmlTags(html)].map(({ name, isEnd }) => (isEnd ? `/${name}` : name))).toEqual(names)
})

test('the attributes of a tag stand where they say', () => {
  const html = `<img SRC = a.png alt="a &amp; b" hidden data-x='"'/>`
  const [tag] = [...htmlTags(html)]
  expect(tag?.isSelfClosing).toBe(true)
  expect(tag?.attributes.map(({ name, value }) => [name, value])).toEqual([
    ['src', 'a.png'],
    ['alt', 'a &amp; b'],
    ['hidden', ''],
    ['data-x', '"'],
  ])
  for (const { value, start } of tag?.attributes ?? []) {
    expect(html.slice(start, start + value.length)).toBe(value)
  }
})

test.each([
  ['<b>'.repeat(20), true],
  ['<b>a</b>'.repeat(500), false],
  [`${'<div>'.repeat(199)}a${'</div>'.repeat(199)}`, false],
  [`${'<div>'.repeat(201)}a${'</div>'.repeat(201)}`, true],
  ['<div>a</div>\n'.repeat(5000), false],
  ['</div><div>'.repeat(5000), false],
  ['<li>a\n<p>b\n<br>\n<img src=a>'.repeat(5000), false],
  [`<script>${'<div>'.repeat(500)}</script>`, false],
  ['<div></p>'.repeat(201), true],
])('%# nesting', (html, isDeep) => {
  expect(isNestedTooDeep(html)).toBe(isDeep)
})
