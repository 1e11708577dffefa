import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameNoted } from '../../src/content/core-notes.ts'
import { sameContent } from '../../src/content/normal-form.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { rebody } from '../../src/pull/merge-body.ts'
import { createToPlain } from '../../src/pull/plain-content.ts'
import { markdown } from '../helpers/arbitrary-markdown.ts'
import { plainContext } from '../helpers/pull-project.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

test.each(['blocks', 'html'] as const)(
  'any Markdown, rendered and brought back, says the same as %s',
  async (format) => {
    const context = plainContext(format)
    await fc.assert(
      fc.asyncProperty(markdown, async (text) => {
        const live = await context.render(text)
        const body = await contentToMarkdown(live, context)
        expect(sameContent(await context.render(body), live)).toBe(true)
      }),
      { numRuns: 150 },
    )
  },
  120_000,
)

test('any Markdown, with its notes in the core block, is brought back with them or not at all', async () => {
  const context = plainContext('blocks')
  await fc.assert(
    fc.asyncProperty(markdown, async (text) => {
      const render = async (body: string) => (await renderMarkdown([body], { format: 'blocks' }))[0]?.core
      const core = await render(text)
      if (core === undefined) return
      const plain = createToPlain('example-1', '')(core)
      const again = await render(await contentToMarkdown(plain ?? expect.unreachable(), context))
      if (again !== undefined) expect(sameNoted(again, core)).toBe(true)
    }),
    { numRuns: 150 },
  )
}, 120_000)

test.each(['blocks', 'html'] as const)(
  'any article that was edited into any other one on the site says the same as that, as %s',
  async (format) => {
    const context = plainContext(format)
    await fc.assert(
      fc.asyncProperty(
        fc.array(markdown, { maxLength: 3 }),
        markdown,
        markdown,
        async (kept, mine, theirs) => {
          const live = await context.render([...kept, theirs, ...kept].join('\n\n'))
          const body = await rebody([...kept, mine, ...kept].join('\n\n'), live, context)
          expect(sameContent(await context.render(body), live)).toBe(true)
        },
      ),
      { numRuns: 150 },
    )
  },
  120_000,
)

/** Inline elements are closed: one left open goes on into every later paragraph, which no piece of it shows. */
const html = fc
  .array(
    fc.constantFrom(
      ...[
        '<p>',
        '</p>',
        '<b>b</b>',
        '<ul><li>',
        '</li></ul>',
        '<div>',
        '</div>',
        '<pre>',
        '</pre>',
        '<br />',
      ],
      ...[
        'a',
        '日本語',
        '\n',
        '\n\n',
        ' ',
        '# ',
        '- ',
        '```',
        '*',
        '_',
        '[x]',
        '&amp;',
        '&nbsp;',
        '<!--more-->',
      ],
      ...[
        '<a href="https://e.example/?a=1&amp;b=2">c</a>',
        '<img src="https://e.example/x.png" alt="a">',
        '<hr>',
      ],
      ...[
        '<table><tr><td>d</td></tr></table>',
        '<span class="x">e</span>',
        'https://e.example/',
        '<h2>',
        '</h2>',
      ],
    ),
    { maxLength: 20 },
  )
  .map((pieces) => pieces.join(''))

test.each(['blocks', 'html'] as const)(
  'any HTML, brought back and rendered as %s, says the same',
  async (format) => {
    const context = plainContext(format)
    await fc.assert(
      fc.asyncProperty(html, async (live) => {
        const body = await contentToMarkdown(live, context)
        expect(sameContent(await context.render(body), live)).toBe(true)
      }),
      { numRuns: 150, examples: [['<p><pre></li></ul>'], ['<!--more--><p><!--more--><pre></li></ul>']] },
    )
  },
  120_000,
)
