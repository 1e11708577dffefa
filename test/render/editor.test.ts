import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { outlineBlocks, validateBlocks } from '../helpers/editor.ts'

const samples = join(import.meta.dirname, '../fixtures/conformance/editor-samples')

/** What the editor of WordPress 6.5.5 has to say about each sample in `refused`. */
const refused: Record<string, string[]> = {
  'attribute-unescaped-dashes': ['core/group not-canonical'],
  'attributes-in-another-order': ['core/group not-canonical'],
  'bare-more': ['core/freeform freeform', 'core/freeform not-canonical'],
  'block-comment-inside-html': ['core/html not-canonical'],
  'broken-attributes': ['core/freeform freeform', 'core/freeform not-canonical'],
  'code-class-on-code': ['core/code invalid'],
  'code-class-without-attribute': ['core/code not-canonical'],
  'default-attribute-written': ['core/heading not-canonical'],
  'group-class-missing': ['core/group not-canonical'],
  'heading-class-missing': ['core/heading not-canonical'],
  'heading-level-mismatch': ['core/heading invalid'],
  'heading-without-class': ['core/heading migrated', 'core/heading not-canonical'],
  'image-caption-without-class': ['core/image migrated', 'core/image not-canonical'],
  'image-id-class-without-id': ['core/image invalid'],
  'image-loading-attribute': ['core/image invalid'],
  'list-item-checkbox': ['core/list-item invalid'],
  'list-item-text-after-inner-list': ['core/list-item not-canonical'],
  'list-without-item-blocks': ['core/list migrated', 'core/list-item not-canonical'],
  'nested-block-rewritten': ['core/code not-canonical'],
  'newline-at-the-end': ['(between blocks) not-canonical'],
  'one-newline-between-blocks': ['(between blocks) not-canonical'],
  'paragraph-bracket-as-entity': ['core/paragraph not-canonical'],
  'paragraph-entity-spelling': ['core/paragraph not-canonical'],
  'paragraph-two-p': ['core/paragraph migrated', 'core/paragraph not-canonical'],
  'paragraph-void-br': ['core/paragraph not-canonical'],
  'plain-html': ['core/freeform freeform'],
  'quote-without-inner-blocks': ['core/quote migrated', 'core/paragraph not-canonical'],
  'separator-without-opacity': ['core/separator migrated', 'core/separator not-canonical'],
  'stray-closing-comment': ['core/freeform freeform', 'core/freeform not-canonical'],
  'table-automatic-layout-written': ['core/table not-canonical'],
  'table-fixed-layout-without-attribute': ['core/table invalid'],
  'table-inline-style': ['core/table invalid'],
  'text-outside': ['core/freeform freeform', 'core/freeform not-canonical'],
  'unclosed-comment': ['core/paragraph not-canonical'],
  'unclosed-inner-comment': ['core/quote invalid', 'core/paragraph invalid', 'core/paragraph not-canonical'],
  'unknown-block': ['core/missing missing'],
}

describe("the editor's own parser, validator and serializer", () => {
  it.each(readSamples('kept'))('keeps $name as it is', async ({ content }) => {
    expect(await validateBlocks(content, exactly)).toEqual([])
  })

  it('finds each fault of the refused samples, and nothing else', async () => {
    const found: Record<string, string[]> = {}
    for (const { name, content } of readSamples('refused')) {
      const issues = await validateBlocks(content, exactly)
      found[name] = issues.map(({ blockName, reason }) => `${blockName} ${reason}`)
    }
    expect(found).toEqual(refused)
  })

  it('shows what stands there and what the editor would write', async () => {
    expect(await validateBlocks(readSample('refused', 'code-class-on-code'), exactly)).toEqual([
      {
        blockName: 'core/code',
        reason: 'invalid',
        got: '<pre class="wp-block-code"><code class="language-ts">let a</code></pre>',
        expected: '<pre class="wp-block-code"><code>let a</code></pre>',
      },
    ])
    expect(await validateBlocks(readSample('refused', 'nested-block-rewritten'), exactly)).toEqual([
      {
        blockName: 'core/code',
        reason: 'not-canonical',
        got: expect.stringContaining('<code>a &#x26; b</code>'),
        expected: expect.stringContaining('<code>a &amp; b</code>'),
      },
    ])
  })

  it('keeps the empty content, which has no blocks', async () => {
    expect(await validateBlocks('')).toEqual([])
  })

  it('outlines blocks with their nesting', async () => {
    expect(await outlineBlocks(readSample('kept', 'quote-nested'))).toBe('quote(paragraph quote(paragraph))')
    expect(await outlineBlocks(readSample('kept', 'footnotes'))).toBe('paragraph footnotes')
  })
})

/** Byte for byte. */
function exactly(content: string): string {
  return content
}

function readSamples(folder: 'kept' | 'refused'): { name: string; content: string }[] {
  return readdirSync(join(samples, folder))
    .map((file) => file.replace(/\.html$/, ''))
    .sort()
    .map((name) => ({ name, content: readSample(folder, name) }))
}

function readSample(folder: 'kept' | 'refused', name: string): string {
  return readFileSync(join(samples, folder, `${name}.html`), 'utf8')
}
