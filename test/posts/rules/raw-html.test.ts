import { expect, test } from 'vitest'
import { findingsOf } from '../../helpers/findings.ts'

const find = (body: string, html: 'allow' | 'sanitize' | 'escape' = 'allow') =>
  findingsOf('raw-html-address', body, { html })

test.each([
  '<pre><code>&lt;img src="../a.png"&gt;</code></pre>',
  '<pre><code>\n&lt;a href="a.md"&gt;\n\n&lt;img src="../a.png"&gt;\n</code></pre>',
  'Text <code>&lt;img src="../a.png"&gt;</code>.',
  '`<img src="../a.png">`',
  '```html\n<img src="../a.png">\n```',
  '    <img src="../a.png">',
  '$$\n<img src="../a.png">\n$$',
  '\\<img src="../a.png">',
  '<!-- <img src="../a.png"> -->',
  '<textarea><img src="../a.png"></textarea>',
  '<script>const html = \'<img src="../a.png">\'</script>',
  '<div title=\'<img src="../a.png">\' data-src="../a.png">a</div>',
  '<!-- wp:code -->\n<pre class="wp-block-code"><code>&lt;img src="../a.png"></code></pre>\n<!-- /wp:code -->',
  '<img src="https://a.example/a.png" src="../a.png">',
  '<a href="&#x68;ttps://a.example/">a</a>',
  '<a href=" https://a.example/">a</a>',
  '<details data="../a">a</details>',
  '<my-player src="intro">a</my-player>',
  'a</a href="../a.md">',
])('says nothing of what leads nowhere: %s', (body) => {
  expect(find(body)).toEqual([])
})

test.each([
  ['<img src="../a.png">', '1:1 <img src="../a.png">'],
  ['Text <a href=b.md>b</a>.', '1:6 <a href=b.md>'],
  ['<video poster="a.png"></video>', '1:1 <video poster="a.png">'],
  ['<object data="a.svg"></object>', '1:1 <object data="a.svg">'],
  ['<svg><use href="a.svg#b"/></svg>', '1:6 <use href="a.svg#b"/>'],
  ['<div>\n<p>\n<img src="a.png">\n</p>\n</div>', '3:1 <img src="a.png">'],
  ['> - <div>\n>   <p><img src="a.png">\n>   </p></div>', '2:8 <img src="a.png">'],
  ['<a href="&#x2e;&#x2e;/b.md">b</a>', '1:1 <a href="&#x2e;&#x2e;/b.md">'],
])('points at %s', (body, found) => {
  expect(find(body)).toEqual([found])
})

test('says nothing where HTML is shown as text', () => {
  expect(find('<img src="../a.png">', 'escape')).toEqual([])
  expect(find('<img src="../a.png">', 'sanitize')).toHaveLength(1)
})
