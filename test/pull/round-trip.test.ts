import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { sameNoted } from '../../src/content/core-notes.ts'
import { sameContent } from '../../src/content/normal-form.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { createToPlain } from '../../src/pull/plain-content.ts'
import { plainContext, pullableArticles } from '../helpers/pull-project.ts'

const FORMATS = ['blocks', 'html'] as const

/** Every article that Rensai can render says the same after having been on a site. */
test.each(
  ['.', 'test/fixtures/render', 'test/fixtures/six', 'test/fixtures/conformance/project'].flatMap((folder) =>
    FORMATS.map((format) => [folder, format] as const),
  ),
)(
  'articles of %s come back from %s',
  async (folder, format) => {
    for (const { key, live, context } of await pullableArticles(
      path.join(folder, 'wp.config.json'),
      format,
    )) {
      const body = await contentToMarkdown(live, context)
      const again = await context.render(body)
      expect(sameContent(again, live), key).toBe(true)
      // The articles themselves need no raw HTML, and come back byte for byte.
      if (folder === '.') {
        expect(body, key).not.toMatch(/^<|<!--/m)
        expect(again, key).toBe(live)
      }
    }
  },
  60_000,
)

test('articles with notes come back from the core footnotes block', async () => {
  const found: string[] = []
  for (const folder of ['.', 'test/fixtures/render', 'test/fixtures/conformance/project']) {
    const articles = await pullableArticles(path.join(folder, 'wp.config.json'), 'blocks')
    for (const { key, core, context, renderCore } of articles) {
      if (core === undefined) continue
      const plain = createToPlain(key, '')(core) ?? expect.unreachable(key)
      const again = await renderCore(await contentToMarkdown(plain, context))
      expect(sameNoted(again ?? expect.unreachable(key), core), key).toBe(true)
      found.push(key)
    }
  }
  expect(found).toEqual([
    'copilot-stream-terminated-en',
    'copilot-stream-terminated-jp',
    'notes',
    'everything-jp',
  ])
})

test.each([
  ['# A\n\n**b** *c* ~~d~~ ==e== `f` [g](https://h.example/ "i")\n'],
  ['- a\n  - b\n    1. c\n- [x] d\n- [ ] e\n'],
  ['3. a\n\n4. b\n\n   c\n'],
  ['- a\n  ```sh\n  b\n  ```\n- c\n  > d\n'],
  ['1. a\n\n   ```\n   b\n   ```\n\n   c\n\n   - d\n'],
  ['> a\n>\n> > b\n'],
  ['| a | b | c |\n| :- | :-: | -: |\n| 1 | `x\\|y` | **z** |\n'],
  ['```ts title="a.ts" showLineNumbers\nlet a\n\n  // 日本語\n```\n'],
  [':::note[題名]\n本文\n\n- 項目\n:::\n'],
  ['a[^1] b[^注]\n\n[^1]: c\n\n[^注]: d\n'],
  ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=1\n'],
  ['a\n\n<!--more-->\n\nb\n\n<!--nextpage-->\n\nc\n'],
  ['![代替 "文"](https://e.example/x.png "説明")\n'],
  ['a\\\nb <kbd>Ctrl</kbd> H<sub>2</sub>O\n'],
  ['<div class="x">raw</div>\n'],
  ['これは**「重要」**です。AT&T、a\\_b\n'],
])('the Markdown itself comes back: %j', async (markdown) => {
  for (const format of FORMATS) {
    const context = plainContext(format)
    const written = await contentToMarkdown(await context.render(markdown), context)
    expect(loosen(written)).toBe(loosen(markdown))
  }
})

/** What CommonMark leaves to taste. */
function loosen(markdown: string): string {
  return markdown
    .replaceAll('\\_', '_')
    .replace(/^(\| *):?-+(:?)/gm, '$1-$2')
    .replace(/:?-+:?(?= *\|)/g, (rule) => rule.replace(/-+/, '-'))
    .replace(/\n\n(?=\[\^)/g, '\n')
}

/** Posts that were written by hand: the block editor's own samples, and what people type into the classic editor. */
const samples = await readFile(path.resolve('../shared/blocks.md'), 'utf8').then(
  (text) =>
    [...text.matchAll(/^## (\S+).*\n\n```html\n([\s\S]*?)\n```$/gm)].map(([, name = '', html = '']) => [
      name,
      html,
    ]),
  () => [],
)

const classic: Readonly<Record<string, string>> = {
  paragraphs: 'one\ntwo <b>bold</b> &amp; <i>it</i>\n\nthree\n\n<h2>head</h2>\nfour',
  list: 'a\n<ul>\n\t<li>b</li>\n\t<li>c\n<ul>\n\t<li>d</li>\n</ul>\n</li>\n</ul>\ne',
  picture:
    '<a href="https://e.example/full.png"><img class="alignnone size-medium wp-image-12" src="https://e.example/a-300x200.png" alt="x" width="300" height="200" /></a>\n\ntext',
  caption:
    '[caption id="attachment_5" align="aligncenter" width="300"]<img src="https://e.example/a.png" /> cap[/caption]',
  code: '<pre>a\n\n  b &lt;c&gt;\n</pre>\n\n<pre><code class="language-ts">x\n\ny</code></pre>',
  table: '<table border="1">\n<tbody>\n<tr>\n<td>a</td>\n<td>b</td>\n</tr>\n</tbody>\n</table>',
  quote: '<blockquote>a\n\nb</blockquote>\n<!--more-->\nc',
  embed: 'before\n\nhttps://www.youtube.com/watch?v=x\n\nafter\nhttps://vimeo.com/1\nend',
  shortcode: '[gallery ids="1,2"]\n\ntext [audio src="x.mp3"] and [note]',
  div: '<div style="color:red">\n\na\n\nb\n\n</div>\n<span style="color:#f00">c</span>',
  script: 'a\n<script>\nif (a < b) {\n\n}\n</script>\nb',
  spaces: 'a\u00A0b\u3000c\n\n&nbsp;\n\nd<br /><br />e',
  markdown:
    '# not a heading\n\n1. not a list\n* neither\n\n```\nnor code\n```\n\n:::note\n\n==no==, _no_, [no](x), `no`',
  broken: 'a <b>b\n\nc</b> <p>d<div>e</p>\n\n<ul><li>f',
  none: '',
}

test.each([...samples.map(([name, html]) => [name, html] as const), ...Object.entries(classic)])(
  '%s, written by hand, says the same',
  async (_, live = '') => {
    for (const format of FORMATS) {
      const context = plainContext(format)
      const body = await contentToMarkdown(live, context)
      expect(sameContent(await context.render(body), live), body).toBe(true)
    }
  },
)
