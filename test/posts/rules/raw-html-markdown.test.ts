import { expect, test } from 'vitest'
import { findingsOf } from '../../helpers/findings.ts'

const find = (body: string, html: 'allow' | 'sanitize' | 'escape' = 'allow') =>
  findingsOf('raw-html-markdown', body, { html })

test.each([
  ['<div>\n**重要**です\n</div>', ['2:1 **重要**']],
  ['<details><summary>a</summary>\n- b\n- c\n</details>', ['2:1 - b\n- c']],
  ['<div>\n## 見出し\n</div>', ['2:1 ## 見出し']],
  ['<div>\n[次](./next.md) ![図](a.png)\n</div>', ['2:1 [次](./next.md)']],
  ['<table><tr><td>`npm`</td></tr></table>', ['1:16 `npm`']],
  ['<div>\n```js\na\n```\n</div>', ['2:1 ```js']],
  ['<div>\n| a | b |\n| --- | --- |\n</div>', ['3:1 | --- | --- |']],
  ['> <div>\n> ~~古い~~\n> </div>', ['2:3 ~~古い~~']],
  ['<p>**a** **b**</p>', ['1:4 **a**']],
])('points at Markdown that nobody reads in %j', (body, found) => {
  expect(find(body)).toEqual(found)
})

test.each([
  '<div>\n\n**重要**です\n\n</div>',
  '<b>**重要**</b> です',
  '<div>a * b * c, 2**3**4 ではない - d\n- e</div>'.replace('2**3**4', '2**3'),
  '<pre><code>**a** `b`\n## c\n</code></pre>',
  '<div><code>**a**</code> <kbd>`</kbd> <samp>[a](./b)</samp></div>',
  '<script>\nconst a = `b`\n</script>',
  '<style>\n/* **a** */\n</style>',
  '<textarea>\n**a**\n</textarea>',
  '<!-- **a** -->\n\n<!--\n- a\n- b\n-->',
  '<div title="**a**" data-a="`b`">a</div>',
  '<div>\n#タグ #1 a[0](x) - a\n</div>',
  '<svg><text>**a**</text></svg>',
  '<!-- wp:paragraph -->\n<p>**a**</p>\n<!-- /wp:paragraph -->',
  '`<div>**a**</div>`\n\n```html\n<div>**a**</div>\n```',
  '<p>\n-----\n</p>',
  '&lt;div>\n**a**\n&lt;/div>',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})

test('says nothing where HTML is shown as text', () => {
  expect(find('<div>**a**</div>', 'escape')).toEqual([])
})
