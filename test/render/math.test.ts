import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { validateBlocks } from '../helpers/editor.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const folder = join(import.meta.dirname, '../fixtures/math')
const everything = await readFile(join(folder, 'everything.md'), 'utf8')

describe.each([
  { math: 'none', mermaid: 'code' },
  { math: 'delimiters', mermaid: 'class' },
  { math: 'jetpack', mermaid: 'class' },
] as const)('formulas with math "$math" and diagrams with mermaid "$mermaid"', ({ math, mermaid }) => {
  it.each(['blocks', 'html'] as const)('in format %s', async (format) => {
    const [post] = await renderMarkdown([everything], { math, mermaid, format })
    const expected = join(folder, `everything.${math}.${format === 'blocks' ? 'blocks' : 'plain'}.html`)
    await expect(`${post?.content}\n`).toMatchFileSnapshot(expected)
    if (format === 'blocks') expect(await validateBlocks(post?.content ?? '')).toEqual([])
  })
})
