import { expect, test } from 'vitest'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const LONG = 'これは百二十字より長い段落の文です。'.repeat(8)

test.each([
  ['the first paragraph', '# x\n\nFirst *one*.\n\nSecond.', 'First one.'],
  ['not the numbers of its notes', '一つ[^1]、二つ[^n]。\n\n[^1]: a\n[^n]: b', '一つ、二つ。'],
  ['cut at the end of a sentence', LONG, LONG.slice(0, 6 * 18)],
  ['cut inside a sentence that is too long', 'あ'.repeat(200), `${'あ'.repeat(120)}…`],
  ['text, whatever stands in code', 'Write `<div>` or `<script>` & more.', 'Write <div> or <script> & more.'],
  ['the text below a card', '[](./1.md)\n\nText.', 'Text.'],
  ['the text below a video', 'https://youtu.be/abcdefghijk\n\nText.', 'Text.'],
  ['nothing where there is but a card', '[](./1.md)', ''],
  ['nothing without a paragraph', '- item', ''],
])('an excerpt is %s', async (_, markdown, excerpt) => {
  for (const format of ['blocks', 'html'] as const) {
    const [post] = await renderMarkdown([markdown], { format })
    expect(post?.excerpt).toBe(excerpt)
  }
})
