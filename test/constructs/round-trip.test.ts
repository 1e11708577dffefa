import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { constructs } from '../../src/constructs/registry.ts'
import { inPlainNotes } from '../../src/content/core-notes.ts'
import { sameContent } from '../../src/content/normal-form.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { plainContext } from '../helpers/pull-project.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { commonmarkExamples, gfmExamples } from '../helpers/spec-examples.ts'
import { type Example, examples } from './examples.ts'

const FORMATS = ['blocks', 'html'] as const

test('every construct has an example', () => {
  expect(Object.keys(examples)).toEqual(constructs.map(({ name }) => name))
})

/** What Rensai makes of more than one element comes back as what an author writes, byte for byte. */
test.each(
  Object.entries(examples).flatMap(([name, list]) =>
    list.map((example): [string, string, Example] => [name, example.what, example]),
  ),
)('%s: %s', async (_, __, { markdown, back = markdown, settings = {}, format: only }) => {
  for (const format of FORMATS.filter((name) => only === undefined || name === only)) {
    const context = plainContext(format, settings)
    const live = await context.render(markdown)
    expect(await contentToMarkdown(live, context)).toBe(back)
    expect(await context.render(back)).toBe(live)
  }
  const [rendered] = await renderMarkdown([markdown], settings)
  if (rendered?.core === undefined) return
  const plain = inPlainNotes(rendered.core) ?? expect.unreachable()
  expect(await contentToMarkdown(plain, plainContext('blocks', settings))).toBe(
    // The core block keeps no labels.
    back.replaceAll('[^x]', '[^2]'),
  )
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
  // A guard for a machine that is busy; alone it takes half a minute.
  300_000,
)
