import { expect, test } from 'vitest'
import { findingsOf } from '../../helpers/findings.ts'

const find = (body: string, html: 'allow' | 'sanitize' | 'escape' = 'allow') =>
  findingsOf('raw-html-element', body, { html })

test.each([
  ['`Vec<T>` は Vec<T> です。', ['1:15 <T>']],
  ['Authorization: Bearer <your-token> を書く', ['1:23 <your-token>']],
  ['HashMap<String, Vec<u8>>', ['1:20 <u8>']],
  ['cd <path>; cp <path> <TARGET>', ['1:4 <path>', '1:15 <path>', '1:22 <TARGET>']],
  ['a\n\n<note>\nb\n</note>', ['3:1 <note>']],
  ['> - a\n>   <T>\n>   b', ['2:5 <T>']],
  ['> <div>\n> a <T>\n> </div>', ['2:5 <T>']],
  ['a </T> b', ['1:3 </T>']],
  ['<pre><code>Vec<T></code></pre>', ['1:15 <T>']],
  ['<svg></svg> <path>', ['1:13 <path>']],
  ['| a | b |\n| - | - |\n| Vec<T> | c |', ['3:6 <T>']],
  ['# Vec<T>', ['1:6 <T>']],
])('points at what readers of %j do not see', (body, found) => {
  expect(find(body)).toEqual(found)
})

test.each([
  '`Vec<T>`',
  '```rust\nVec<T>\n```',
  '    Vec<T>\n',
  '$a<T>b$',
  '$$\na<T>b\n$$',
  'Vec\\<T> Vec&lt;T&gt; Vec<T a < b > c',
  '<名前> <your_token> <https://a.example/> <a@b.example> <1> < b >',
  '<!-- <T> -->',
  '<script>a<T>b</script>',
  '<textarea><T></textarea>',
  '<DIV>a</DIV> <Strong>b</Strong>',
  '<svg viewBox="0 0 1 1"><path d=""/><linearGradient/><filter><feBlend/></filter></svg>',
  '<math><mi>a</mi></math>',
  'a <svg><path d="M0 0"/></svg> b',
  '<my-player src="a">a</my-player>',
  '<ruby>漢<rp>(</rp><rt>かん</rt></ruby><wbr><kbd>a</kbd><center>b</center>',
  '<details>\n<summary>a</summary>\n\nb\n\n</details>',
  '<div title="<T>">a</div>',
])('says nothing of %j', (body) => {
  expect(find(body)).toEqual([])
})

test('says nothing where HTML is shown as text', () => {
  expect(find('Vec<T>', 'escape')).toEqual([])
  expect(find('Vec<T>', 'sanitize')).toEqual(['1:4 <T>'])
})
