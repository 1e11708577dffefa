import fc from 'fast-check'
import { expect, test } from 'vitest'
import { markdown } from '../helpers/arbitrary-markdown.ts'
import { validateBlocks } from '../helpers/editor.ts'
import { readWords } from '../helpers/html-text.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

test('any Markdown becomes blocks that the editor keeps as they are', async () => {
  await fc.assert(
    fc.asyncProperty(markdown, async (text) => {
      const [post] = await renderMarkdown([text])
      expect(await validateBlocks(post?.content ?? '')).toEqual([])
    }),
    { numRuns: 500 },
  )
}, 60_000)

test('rendering again gives the same bytes, in both formats', async () => {
  for (const format of ['blocks', 'html'] as const) {
    await fc.assert(
      fc.asyncProperty(markdown, async (text) => {
        const [first, second] = await renderMarkdown([text, text], { format })
        expect(second?.content).toBe(first?.content)
      }),
      { numRuns: 100 },
    )
  }
}, 60_000)

test('letters survive, in both formats and in the same order', async () => {
  const letters = (html: string): string =>
    readWords(html)
      .join('')
      .replace(/[^\p{L}\p{N}]/gu, '')
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.constantFrom('one', ' ', '二', '\n', '\n\n', '**', '*', '- ', '> ', '1. ', '# ', '==', '`'),
        { maxLength: 25 },
      ),
      async (pieces) => {
        const text = pieces.join('')
        // What stands behind a fence names a language and is not shown.
        fc.pre(!text.includes('```'))
        const [blocks] = await renderMarkdown([text], { format: 'blocks' })
        const [html] = await renderMarkdown([text], { format: 'html' })
        expect(letters(blocks?.content ?? '')).toBe(letters(html?.content ?? ''))
        const written = text.replace(/^[ >]*1\. /gm, '').replace(/1\. /g, '')
        expect(letters(blocks?.content ?? '').replace(/1/g, '')).toBe(written.replace(/[^\p{L}]/gu, ''))
      },
    ),
    { numRuns: 500 },
  )
}, 60_000)
