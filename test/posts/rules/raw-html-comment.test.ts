import { expect, test } from 'vitest'
import { findingsOf } from '../../helpers/findings.ts'

const find = (body: string, html: 'allow' | 'sanitize' | 'escape' = 'allow') =>
  findingsOf('raw-html-comment', body, { html })

test.each([
  ['<!-- Note: 社内の名前を消す -->', ['1:1 <!-- Note: 社内の名前を消す -->']],
  ['本文 <!-- 秘密 --> 本文', ['1:4 <!-- 秘密 -->']],
  ['<!--\n長い\n\n秘密\n-->', ['1:1 <!--\n長い\n\n秘密\n-->']],
  ['> - a\n>   <!-- b -->', ['2:5 <!-- b -->']],
  ['<div>\n<!-- a --><p>b</p>\n<!-- c -->\n</div>', ['2:1 <!-- a -->', '3:1 <!-- c -->']],
  ['<!-- wp:paragraph -->\n<p>a<!-- b --></p>\n<!-- /wp:paragraph -->', ['2:5 <!-- b -->']],
])('points at comments in %j', (body, found) => {
  expect(find(body)).toEqual(found)
})

test.each([
  '<!--more-->\n\n<!-- nextpage -->\n\n<!--more もっと読む-->',
  '<!-- toc -->\n\n- a\n\n<!-- tocstop -->',
  '<!-- wp:separator -->\n<hr class="wp-block-separator"/>\n<!-- /wp:separator -->',
  '- a\n\n<!-- -->\n\n- b',
  '<!---->',
  '<!-- textlint-disable -->\na\n<!-- textlint-enable -->\n\n<!-- markdownlint-disable MD033 -->\n\n<!-- prettier-ignore -->',
  '`<!-- a -->`\n\n```html\n<!-- a -->\n```\n\n    <!-- a -->\n',
  '```js\n// a\n```\n\n$$\n<!-- a -->\n$$',
  '\\<!-- a -->',
  '&lt;!-- a -->',
  '<b title="<!-- a -->">b</b>',
  '<script>const a = "<!-- b -->"</script>',
  '<pre><code>&lt;!-- a --&gt;</code></pre>',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})

test('says nothing where comments are dropped or shown', () => {
  expect(find('<!-- a -->', 'sanitize')).toEqual([])
  expect(find('<!-- a -->', 'escape')).toEqual([])
})
