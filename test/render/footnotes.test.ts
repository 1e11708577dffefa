import { expect, test } from 'vitest'
import type { RenderedPost } from '../../src/render/types.ts'
import { validateBlocks } from '../helpers/editor.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

async function render(markdown: string, format: 'blocks' | 'html' = 'blocks'): Promise<RenderedPost> {
  const [post] = await renderMarkdown([markdown], { format })
  return post ?? expect.unreachable()
}

const markdown = `本文[^1]と、もう一度[^1]、別[^注]。

| 表 |
| --- |
| セル[^table] |

[^1]: 脚注の**文** -- "引用"、\`a < b\`、[gallery]。
[^注]: 二つ目。

    二段落目 [リンク](https://other.example/?a=1&b=2)。
[^table]: 三つ目。
`

test('notes become the core footnotes block and its meta', async () => {
  const { core, content } = await render(markdown)
  const notes = JSON.parse(core?.footnotes ?? '[]') as { id: string; content: string }[]
  const [first, second, third] = notes.map(({ id }) => id)
  expect(core?.content).toBe(`<!-- wp:paragraph -->
<p>本文<sup data-fn="${first}" class="fn"><a href="#${first}" id="${first}-link">1</a></sup>と、もう一度<sup><a href="#${first}">1</a></sup>、別<sup data-fn="${second}" class="fn"><a href="#${second}" id="${second}-link">2</a></sup>。</p>
<!-- /wp:paragraph -->

<!-- wp:table {"hasFixedLayout":false} -->
<figure class="wp-block-table"><table><thead><tr><th>表</th></tr></thead><tbody><tr><td>セル<sup data-fn="${third}" class="fn"><a href="#${third}" id="${third}-link">3</a></sup></td></tr></tbody></table></figure>
<!-- /wp:table -->

<!-- wp:footnotes /-->`)
  expect(notes.map((note) => note.content)).toEqual([
    '脚注の<strong>文</strong> -- "引用"、<code>a &lt; b</code>、<span>[</span>gallery]。',
    '二つ目。<br><br>二段落目 <a href="https://other.example/?a=1&amp;b=2">リンク</a>。',
    '三つ目。',
  ])
  expect(first).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)
  expect(await validateBlocks(core?.content ?? '')).toEqual([])
  expect(content).not.toContain('wp:footnotes')
})

test('ids stay when notes change places, and differ between articles', async () => {
  const ids = ({ core }: RenderedPost): string[] =>
    (JSON.parse(core?.footnotes ?? '[]') as { id: string }[]).map(({ id }) => id)
  const [before, after] = [
    await render('a[^x] b[^y]\n\n[^x]: X\n[^y]: Y'),
    await render('b[^y] a[^x]\n\n[^x]: X2\n[^y]: Y'),
  ]
  expect(ids(after)).toEqual(ids(before).toReversed())
  const [, other] = await renderMarkdown(['-', 'a[^x]\n\n[^x]: X'])
  expect(ids(other ?? before)).not.toContain(ids(before)[0])
})

test.each([
  ['a list in a note', 'a[^1]\n\n[^1]: Text\n\n    - item'],
  ['code in a note', 'a[^1]\n\n[^1]: Text\n\n    ```\n    code\n    ```'],
  ['a note in a note', 'a[^1]\n\n[^1]: Text[^2]\n[^2]: Two'],
  ['a reference that stands in an HTML block', 'a[^1]\n: b\n\n[^1]: Text'],
  ['no note', 'Text'],
])('%s leaves plain links', async (_, text) => {
  expect((await render(text)).core).toBeUndefined()
})

test('plain HTML has plain links', async () => {
  expect((await render(markdown, 'html')).core).toBeUndefined()
})
