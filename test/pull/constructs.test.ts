import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { sameContent } from '../../src/content/normal-form.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { plainContext } from '../helpers/pull-project.ts'
import { commonmarkExamples, gfmExamples } from '../helpers/spec-examples.ts'

const FORMATS = ['blocks', 'html'] as const

type Settings = Parameters<typeof plainContext>[1]

/** What Rensai makes of more than one element comes back as what an author writes, byte for byte. */
test.each<[string, string, Settings?]>([
  ['a table of contents', '# T\n\n## 目次\n\n[[toc]]\n\n## A `b`\n\n### C\n\n## D {#dee}\n'],
  ['the id of a heading', '## 長い見出し {#summary}\n\n## text \\{#text}\n'],
  ['definitions', 'Term\n: What it means, with *Markdown*.\n: Another.\n\nTwo\nterms\n: One.\n'],
  ['definitions with paragraphs', 'Term\n\n:   One.\n\n    Two.\n\n    - item\n'],
  ['details that are open', ':::details[Title *x*]{open}\nText\n\n- a\n:::\n'],
  ['words of another language', 'これは:lang[Server **error**]{en}と :lang[שלום]{he}。\n'],
  ['the caption of a table', '| a | b |\n| - | - |\n| 1 | 2 |\n\nTable: Caption *x*\n'],
  [
    'a caption in Japanese, row headers, a wide table',
    '| | b | c | d |\n| - | - | - | - |\n| 1 | 2 | 3 | 4 |\n\n表: 説明\n',
  ],
  [
    'a picture with a width',
    '![a](https://e.example/a.png "b"){width=300}\n\n![c](https://e.example/c.png){width=50%}\n',
  ],
  ['a picture with a width in a line', 'a ![b](https://e.example/a.png){width=300} c\n'],
  ['a diagram', '```mermaid\ngraph LR\n  A["a & b"] --> B\n\n  B --> C\n```\n', { mermaid: 'class' }],
  ['formulas for MathJax', 'a $E=mc^2$ と $a < b$\n\n$$\n\\frac{a}{b} \\\\ c\n$$\n', { math: 'delimiters' }],
  ['formulas for Jetpack', 'a $E=mc^2$ と $a < b$\n\n$$\n\\frac{a}{b} \\\\ c\n$$\n', { math: 'jetpack' }],
  ['marked lines', '```ts title="src/a.ts" showLineNumbers {1,3-4}\na\n  b\n  c\nd\n```\n'],
  ['a diff', '```diff\n  a // [!code --]\n  b // [!code ++]\nc\n```\n'],
  ['errors and warnings', '```py\n  a # [!code error]\nb # [!code warning]\nc # [!code highlight]\n```\n'],
  [
    'code in colours',
    '```ts title="a.ts" showLineNumbers{9} {3}\nconst a = 1\n\n  // b\n```\n',
    { highlight: 'shiki' },
  ],
  [
    'a diff in colours',
    '```ts\nconst a = 1 // [!code --]\n  let b = 2 // [!code ++]\n```\n',
    { highlight: 'shiki' },
  ],
  ['code without a language in colours', '```\na\n```\n', { highlight: 'shiki' }],
])('%s', async (_, markdown, settings) => {
  for (const format of FORMATS) {
    const context = plainContext(format, settings)
    const live = await context.render(markdown)
    const body = await contentToMarkdown(live, context)
    expect(body).toBe(markdown)
    expect(await context.render(body)).toBe(live)
  }
})

test.each([
  ...(['none', 'class', 'shiki'] as const).map((highlight) => ['code', { highlight }] as const),
  ...(['none', 'delimiters', 'jetpack'] as const).map(
    (math) => ['math', { math, mermaid: 'class' }] as const,
  ),
])('everything about %s says the same, as %j', async (name, settings) => {
  const markdown = await readFile(`test/fixtures/${name}/everything.md`, 'utf8')
  for (const format of FORMATS) {
    const context = plainContext(format, settings)
    const live = await context.render(markdown)
    const body = await contentToMarkdown(live, context)
    expect(sameContent(await context.render(body), live)).toBe(true)
  }
})

test.each([
  ['CommonMark', commonmarkExamples],
  ['GFM', gfmExamples],
] as const)(
  'every example of %s comes back',
  async (_, examples) => {
    for (const format of FORMATS) {
      const context = plainContext(format)
      const lost: number[] = []
      for (const { number, markdown } of examples) {
        const live = await context.render(markdown)
        const body = await contentToMarkdown(live, context)
        if (!sameContent(await context.render(body), live)) lost.push(number)
      }
      expect(lost).toEqual([])
    }
  },
  60_000,
)
