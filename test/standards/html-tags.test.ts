import { decodeHTMLAttribute } from 'entities'
import { expect, test } from 'vitest'
import { htmlTags } from '../../src/standards/html-tags.ts'
import { expectLinear } from '../helpers/growth.ts'

/** The start tags; the first of two attributes of one name counts (HTML Living Standard, 13.2.5.33). */
function list(html: string, suspicious: boolean): [string, Record<string, string>][] {
  return [...htmlTags(html, { suspicious })]
    .filter(({ isEnd }) => !isEnd)
    .map(({ name, attributes }) => [
      name,
      Object.fromEntries(attributes.toReversed().map((one) => [one.name, decodeHTMLAttribute(one.value)])),
    ])
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
  expect(list(html, true)).toEqual(tags)
})

test('of what breaks off, and in scripts, there is no tag but for whoever suspects one', () => {
  const html = '<b>a</b><script>"<i>"</script><u title="'
  expect(list(html, false).map(([name]) => name)).toEqual(['b', 'script'])
  expect(list(html, true).map(([name]) => name)).toEqual(['b', 'script', 'i', 'u'])
})

test.each(['<a ', '<!--', '<!-- --!', '<b a="', '<<<', '=', ' ', '<a =', '<?', '</a', '<script>'])(
  'long text takes no longer than its length: %j',
  async (part) => {
    await expectLinear(part, (times) => list(part.repeat((100_000 * times) / part.length), true))
  },
)
