import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateBlocks } from '../helpers/editor.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const folder = join(import.meta.dirname, '../fixtures/math')
const everything = await readFile(join(folder, 'everything.md'), 'utf8')

describe.each([
  { math: 'none', mermaid: 'code' },
  { math: 'auto', mermaid: 'code' },
  { math: 'delimiters', mermaid: 'class' },
  { math: 'jetpack', mermaid: 'class' },
] as const)('formulas with math "$math" and diagrams with mermaid "$mermaid"', ({ math, mermaid }) => {
  it.each(['blocks', 'html'] as const)('in format %s', async (format) => {
    const [post] = await renderMarkdown([everything], { math, mermaid, format })
    // Where the site has no math block, "auto" is "none".
    const expected = join(
      folder,
      `everything.${math === 'auto' ? 'none' : math}.${format === 'blocks' ? 'blocks' : 'plain'}.html`,
    )
    await expect(`${post?.content}\n`).toMatchFileSnapshot(expected)
    if (format === 'blocks') expect(await validateBlocks(post?.content ?? '')).toEqual([])
  })
})

it('gives a site with the math block what "core" writes, and other sites what "none" does', async () => {
  const [auto] = await renderMarkdown([everything])
  const [core] = await renderMarkdown([everything], { math: 'core' })
  expect(auto?.withMath?.content).toBe(core?.content)
  expect(core?.withMath).toBeUndefined()
  await expect(`${core?.content}\n`).toMatchFileSnapshot(join(folder, 'everything.core.blocks.html'))
  // The editor of 6.5 has no such block, and keeps it.
  const issues = await validateBlocks(core?.content ?? '')
  expect(issues.filter(({ reason }) => reason !== 'missing')).toEqual([])
  const [none] = await renderMarkdown(['$100 から $200、\\$x$、`$y$`'])
  expect(none).not.toHaveProperty('withMath')
  const [html] = await renderMarkdown([everything], { format: 'html' })
  expect(html).not.toHaveProperty('withMath')
})

it('keeps notes with formulas in the core footnotes block', async () => {
  const [post] = await renderMarkdown(['a $x$[^1]\n\n[^1]: b $y$\n'])
  expect(post?.withMath?.core?.content).toContain('<math data-latex="x">')
  const [note] = JSON.parse(post?.withMath?.core?.footnotes ?? '[]')
  expect(note.content).toMatch(/^b <math data-latex="y">.*<\/math>$/)
})

it('leaves out of the excerpt what only browsers read', async () => {
  const [post] = await renderMarkdown(['式 $a_1$ です。'], { math: 'core' })
  expect(post?.excerpt).toBe('式 a_1 です。')
})

it.each([
  '$(pwd)/$(ls)',
  '$$ は PID で、$$ も同じ',
  '$$ は現在の PID です。\n\n次の段落と $x$。',
  '- $$PID\n- 次',
  '> $$ 引用\n\n次',
  '$$\nx\n\n次の段落と $x$。',
])('no word gets lost where dollar signs are those of a shell: %j', async (body) => {
  const [none] = await renderMarkdown([body], { math: 'none' })
  const [core] = await renderMarkdown([body], { math: 'core' })
  const withoutFormulas = core?.content.replace(/<math[^>]*data-latex="x"[\s\S]*?<\/math>/g, '$x$')
  expect(withoutFormulas).toBe(none?.content)
})

it.each(['> $$\n> x\n> $$\n\n次', '- a\n\n  $$\n  x\n  $$', '$$\nx\n$$', '$$x$$', '文中の $x$(変数)'])(
  'and %j holds a formula',
  async (body) => {
    const [core] = await renderMarkdown([body], { math: 'core' })
    expect(core?.content.match(/<math/g)).toHaveLength(1)
  },
)
