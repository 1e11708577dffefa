import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { readFenceMeta } from '../../src/constructs/code/fence-meta.ts'
import { createHighlighter } from '../../src/constructs/code/highlighter.ts'
import { parsePost } from '../../src/posts/read.ts'
import { testConfig } from '../helpers/config.ts'
import { contrast } from '../helpers/contrast.ts'
import { validateBlocks } from '../helpers/editor.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { validatePosts } from '../helpers/sources.ts'

const folder = join(import.meta.dirname, '../fixtures/code')
const everything = await readFile(join(folder, 'everything.md'), 'utf8')

describe.each(['none', 'class', 'shiki'] as const)('code with highlight "%s"', (highlight) => {
  it.each(['blocks', 'html'] as const)(
    'in format %s',
    async (format) => {
      const [post] = await renderMarkdown([everything], { highlight, format })
      const expected = join(
        folder,
        `everything.${highlight}.${format === 'blocks' ? 'blocks' : 'plain'}.html`,
      )
      await expect(`${post?.content}\n`).toMatchFileSnapshot(expected)
      if (format === 'blocks') expect(await validateBlocks(post?.content ?? '')).toEqual([])
    },
    30_000,
  )
})

test('a language that Shiki does not know is a warning where Shiki is to colour it', async () => {
  const body = '---\ntitle: a\nslug: a\n---\n\n```typscript\na\n```\n\n```TS\n```\n\n```\n```\n'
  const messages = async (highlight: 'class' | 'shiki'): Promise<string[]> => {
    const config = testConfig({ site: { url: 'https://blog.example' }, highlight })
    const source = parsePost('a.md', body, config)
    await validatePosts([source], config)
    return source.file.messages.map(String)
  }
  expect(await messages('class')).toEqual([])
  expect(await messages('shiki')).toEqual([
    'posts/a.md:6:1-8:4: Code in "typscript" is shown without colours: nobody knows that language.',
  ])
})

/** What is said on a fence, with the numbers of the lines that stand out. */
function fenceMeta(first: string, rest: string): object {
  const { highlighted, ...meta } = readFenceMeta(first, rest)
  const lines = Array.from({ length: 20 }, (_, index) => index + 1)
  return { ...meta, highlighted: lines.filter((line) => highlighted.has(line)) }
}

test('what stands behind a fence is read as Docusaurus, rehype-pretty-code and Zenn mean it', () => {
  expect(fenceMeta('ts', 'title="a b.ts" {1,3-5} showLineNumbers')).toEqual({
    language: 'ts',
    title: 'a b.ts',
    firstLine: 1,
    highlighted: [1, 3, 4, 5],
  })
  expect(fenceMeta('c++', "showLineNumbers{10} title='x'")).toMatchObject({ title: 'x', firstLine: 10 })
  expect(fenceMeta('title="x"', 'showLineNumbers=7')).toMatchObject({
    language: undefined,
    title: 'x',
    firstLine: 7,
  })
  expect(fenceMeta('ts:src/a.ts', '{2}')).toMatchObject({ language: 'ts', title: 'src/a.ts' })
  expect(fenceMeta(':a.ts', '')).toMatchObject({ language: undefined, title: 'a.ts' })
  expect(fenceMeta('ts', '{9-1} {a} noshowLineNumbers')).toMatchObject({
    firstLine: undefined,
    highlighted: [],
  })
  expect(fenceMeta('ts', '{3,9-99999999999,1-2,4-3,2-3}')).toMatchObject({
    highlighted: [1, 2, 3, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20],
  })
})

test('every colour of the default theme can be read on every background that we lay under it', async () => {
  const [post] = await renderMarkdown([everything], { highlight: 'shiki', format: 'html' })
  const html = post?.content ?? ''
  const colors = (name: string): Set<string> =>
    new Set(
      [...html.matchAll(new RegExp(`(?<![a-z-])${name}:(#[0-9a-f]+)`, 'gi'))].map(([, hex = '']) => hex),
    )
  const [texts, backgrounds] = [colors('color'), colors('background-color')]
  expect(texts.size).toBeGreaterThan(5)
  expect(backgrounds.size).toBe(4)
  // WCAG 2.2, success criterion 1.4.3.
  for (const text of texts)
    for (const background of backgrounds) expect(contrast(text, background)).toBeGreaterThanOrEqual(4.5)
})

test('a theme is named, or a file of the project', async () => {
  await expect(
    renderMarkdown([everything], { highlight: 'shiki', shiki: { theme: 'github-ligth' } }),
  ).rejects.toMatchObject({
    message: 'There is no highlighting theme "github-ligth".',
    advice:
      'Did you mean "github-light"? Name a theme of Shiki or the path of a theme\'s JSON file in "shiki.theme".',
  })
  await expect(
    renderMarkdown(['x'], { highlight: 'shiki', shiki: { theme: 'none.json' } }),
  ).rejects.toMatchObject({ message: 'The highlighting theme none.json cannot be read.' })
  const theme = 'test/fixtures/code/plain-theme.json'
  const [post] = await renderMarkdown(['```ts\nlet a // b\n```\n'], { highlight: 'shiki', shiki: { theme } })
  expect(
    post?.content,
  ).toBe(`<!-- wp:code {"className":"shiki language-ts","style":{"border":{"color":"#484848","style":"solid","width":"1px","radius":"4px"},"color":{"text":"#eeeeee","background":"#111111"},"spacing":{"padding":{"top":"1em","right":"1em","bottom":"1em","left":"1em"}}}} -->
<pre class="wp-block-code shiki language-ts has-border-color has-text-color has-background" style="border-color:#484848;border-style:solid;border-width:1px;border-radius:4px;color:#eeeeee;background-color:#111111;padding-top:1em;padding-right:1em;padding-bottom:1em;padding-left:1em"><code>let a <span style="color:#aaaaaa;font-style:italic">// b</span></code></pre>
<!-- /wp:code -->`)
})

test('the colours of a language are the same whatever was coloured before', async () => {
  const config = testConfig({ site: { url: 'https://blog.example' }, highlight: 'shiki' })
  const { tokenize } = await createHighlighter(config)
  const code = '---\ntitle: "a: b"\n---\n\n```js\nconst a = 1\n```\n'
  const before = await tokenize(code, 'md')
  await Promise.all(['yaml', 'js', 'ts', 'css'].map((language) => tokenize('a: 1', language)))
  expect(await tokenize(code, 'md')).toEqual(before)
})
