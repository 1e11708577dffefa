import { expect, test } from 'vitest'
import { collect } from '../../src/links/collect.ts'
import { parsePost } from '../../src/posts/read.ts'
import { testConfig } from '../helpers/config.ts'

const config = testConfig({ site: { url: 'https://blog.example' } })

function collectFrom(body: string): ReturnType<typeof collect> & { written: (string | undefined)[] } {
  const source = parsePost('a.md', `---\ntitle: A\n---\n\n${body}\n`, config)
  const text = String(source.file)
  const collected = collect(source)
  const written = collected.links.map(({ range }) => range && text.slice(range.start, range.end))
  return { ...collected, written }
}

test.each([
  ['[b](./b.md)', 'inline', './b.md', './b.md'],
  ['[b](<./b c.md> "title")', 'inline', './b c.md', './b c.md'],
  ['[*b* `](c`](b.md "see (b.md)")', 'inline', 'b.md', 'b.md'],
  ['[](b.md)', 'inline', 'b.md', 'b.md'],
  ['[b](b\\_c.md)', 'inline', 'b_c.md', undefined],
  ['[b](b&amp;c.md)', 'inline', 'b&c.md', undefined],
  [
    '[概要](./%E6%A6%82%E8%A6%81.md#概要)',
    'inline',
    './%E6%A6%82%E8%A6%81.md#概要',
    './%E6%A6%82%E8%A6%81.md#概要',
  ],
  ['<https://b.example/x>', 'autolink', 'https://b.example/x', 'https://b.example/x'],
  ['見よhttps://b.example/x。', 'autolink', 'https://b.example/x', 'https://b.example/x'],
  ['www.b.example', 'autolink', 'http://www.b.example', undefined],
  ['[b][l]\n\n[l]: <b.md> "b.md"', 'reference', 'b.md', 'b.md'],
  ['[l]\n\n> [l]: b.md', 'reference', 'b.md', 'b.md'],
  ['a <a class=x href="b.md">b</a>', 'html', 'b.md', 'b.md'],
  ['<div>\n<a\n  href=b.md>b</a></div>', 'html', 'b.md', 'b.md'],
  ["<A HREF='/?p=1&amp;x=2'>b</A>", 'html', '/?p=1&x=2', undefined],
])('finds the link of %j', (body, form, url, written) => {
  const collected = collectFrom(body)
  expect(collected.links.map((link) => [link.form, link.url])).toEqual([[form, url]])
  expect(collected.written).toEqual([written])
})

test.each([
  '`[b](b.md)`',
  '    [b](b.md)',
  '<!-- <a href="b.md"> -->',
  '<script>"<a href=b.md>"</script>',
  '[l]: b.md',
  '![b][l]\n\n[l]: b.png',
])('finds no link in %j', (body) => {
  expect(collectFrom(body).links).toEqual([])
})

test('finds what can be linked to: headings as published, and ids of raw HTML', () => {
  const { anchors, headings } = collectFrom(
    '## 概要 (1)\n\n## 概要 (1)\n\n### A `b` *c*\n\n<a name="old"></a><div id="x">\n\n`<p id=no>`',
  )
  expect(anchors).toEqual(['概要-1', '概要-1-1', 'a-b-c', 'old', 'x'])
  expect(headings).toBe(3)
})

test('lists the pictures in every form', () => {
  const { images } = collectFrom('![](a.png) ![b][l] <img alt src="c.png"> ![d](<../d e.png>)\n\n[l]: b.png')
  expect(images).toEqual(['a.png', 'c.png', '../d e.png', 'b.png'])
})

test('takes the first of two definitions, as the published page does', () => {
  expect(collectFrom('[l]\n\n[l]: b.md\n[l]: c.md').links.map(({ url }) => url)).toEqual(['b.md'])
})

test('says where a link in raw HTML stands, line and column', () => {
  const [link] = collectFrom('<div>\n<a href="b.md">b <b>c</b></a>\n</div>').links
  expect(link).toMatchObject({ text: 'b c', place: { line: 6, column: 10 } })
})
