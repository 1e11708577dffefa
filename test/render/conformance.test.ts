import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { outlineBlocks, validateBlocks } from '../helpers/editor.ts'
import { readAddresses, readWords } from '../helpers/html-text.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'
import { commonmarkExamples, type Example, gfmExamples } from '../helpers/spec-examples.ts'

const fixtures = join(import.meta.dirname, '../fixtures/conformance')

interface Suite {
  readonly name: string
  readonly list: string
  readonly examples: readonly Example[]
  /** Words that an example gives in place of the spec's, by its number. */
  readonly words: Readonly<Record<number, readonly string[]>>
  /** Addresses that are in the spec's HTML and not in ours. */
  readonly lost: readonly { number: number; addresses: readonly string[] }[]
}

const suites: Suite[] = [
  {
    name: 'CommonMark 0.31',
    list: 'commonmark-blocks.txt',
    examples: commonmarkExamples,
    words: {},
    lost: [],
  },
  {
    name: 'GFM 0.29',
    list: 'gfm-blocks.txt',
    examples: gfmExamples,
    // GitHub disarms HTML that strangers write; a block of it in one's own article is meant, up to its <xmp>.
    words: {
      653: ['<title>', '<style>', 'is', 'disallowed.', '<XMP>', 'is', 'also', 'disallowed.', '</blockquote>'],
    },
    // Neither GitHub nor remark-gfm links a bare ftp address any more; its text stays.
    lost: [{ number: 628, addresses: ['ftp://foo.bar.baz'] }],
  },
]

describe.each(suites)('the examples of $name', ({ list, examples, words, lost }) => {
  const contents: Record<'blocks' | 'html', string[]> = { blocks: [], html: [] }

  beforeAll(async () => {
    const bodies = examples.map(({ markdown }) => markdown)
    for (const format of ['blocks', 'html'] as const) {
      const rendered = await renderMarkdown(bodies, { format })
      contents[format] = rendered.map(({ content }) => content)
    }
  })

  it.each(['blocks', 'html'] as const)('lose no text in format %s', (format) => {
    const found = examples.map(({ number, markdown }, index) => {
      return { number, markdown, words: readWords(contents[format][index] ?? '') }
    })
    const expected = examples.map(({ number, markdown, html }) => {
      return { number, markdown, words: words[number] ?? readWords(html) }
    })
    expect(found).toEqual(expected)
  })

  it.each(['blocks', 'html'] as const)('lose no link and no picture in format %s', (format) => {
    const missing = examples.flatMap(({ number, html }, index) => {
      const found = readAddresses(contents[format][index] ?? '')
      const addresses = readAddresses(html).filter((address) => !found.includes(address))
      return addresses.length === 0 ? [] : [{ number, addresses }]
    })
    expect(missing).toEqual(lost)
  })

  it('become blocks that the editor keeps as they are', async () => {
    const issues = await Promise.all(
      examples.map(async ({ number, markdown }, index) => {
        const found = await validateBlocks(contents.blocks[index] ?? '')
        return found.map((issue) => ({ number, markdown, ...issue }))
      }),
    )
    expect(issues.flat()).toEqual([])
  })

  it('become the blocks of the list', async () => {
    const lines = await Promise.all(
      examples.map(async ({ number, section }, index) => {
        const outline = await outlineBlocks(contents.blocks[index] ?? '')
        return `${number}\t${section}\t${outline === '' ? '(nothing)' : outline}\n`
      }),
    )
    await expect(lines.join('')).toMatchFileSnapshot(join(fixtures, list))
  })
})
