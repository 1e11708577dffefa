import { expect, test } from 'vitest'
import { findingsOf } from '../../helpers/findings.ts'

const find = (body: string, html: 'allow' | 'sanitize' | 'escape' = 'allow') =>
  findingsOf('raw-html-closed', body, { html })

test.each([
  ['<div>\n\n本文', ['1:1 <div>']],
  ['<details>\n<summary>a</summary>\n\n本文\n\n<details>', ['6:1 <details>', '1:1 <details>']],
  ['a <b>b', ['1:3 <b>']],
  ['List<Button> と <title>', ['1:5 <Button>', '1:16 <title>']],
  ['本文\n\n</div>', ['3:1 </div>']],
  ['<div/>\n\n本文', ['1:1 <div/>']],
  ['a <a name="b"/> c', ['1:3 <a name="b"/>']],
  ['<div>\n\n    </div>', ['1:1 <div>']],
  ['<script>\na', ['1:1 <script>']],
  ['<!-- a\n\nb', ['1:1 <!-- a\n\nb']],
  ['<div class="a\n\nb', ['1:1 <div class="a']],
  ['> - <div>\n>   <p><b>a\n>   </div>', ['2:8 <b>']],
  ['<svg><g><path/>\n\na', ['1:1 <svg>']],
])('points at what is open in %j', (body, found) => {
  expect(find(body).sort()).toEqual(found.sort())
})

test.each([
  '<div>\n\n本文\n\n</div>',
  '<details>\n<summary>a</summary>\n\n- b\n\n</details>',
  'a <b>b</b> <br> <br/> <img src="https://a.example/a.png" alt=""> <wbr> <hr>',
  '<ul>\n<li>a\n<li>b\n</ul>\n\n<table><tr><td>a<td>b</table>\n\n<p>a\n\n<p>b',
  '<b><i>a</b></i>',
  '<DIV>a</div>',
  '<svg><g/><path d=""/></svg> <svg/> <math><mi>a</mi></math>',
  '<my-player>a <T>',
  '`<div>`\n\n```html\n<div>\n```\n\n    <div>\n',
  '$a<b>c$\n\n$$\na<b>c\n$$',
  '\\<div> &lt;div&gt; a < b',
  '<!-- <div> -->\n\n<b title="<div>">a</b>',
  '<pre><code>&lt;div&gt;</code></pre>',
  '<script>const a = "<div>"</script>\n\n<textarea><div></textarea>',
  '<!-- wp:group -->\n<div class="wp-block-group"><!-- wp:paragraph -->\n<p>a</p>\n<!-- /wp:paragraph --></div>\n<!-- /wp:group -->',
  '<kbd>a</kbd><ruby>漢<rp>(<rt>かん<rp>)</ruby>',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})

test('says nothing where HTML is shown as text', () => {
  expect(find('<div>\n\na', 'escape')).toEqual([])
})
