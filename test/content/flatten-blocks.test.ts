import { parse } from '@wordpress/block-serialization-default-parser'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { flattenBlocks } from '../../src/content/flatten-blocks.ts'
import { escapeQuoted } from '../../src/standards/html.ts'

type Block = ReturnType<typeof parse>[number]

/** Blocks of plugins, and comments that are none or do not belong together. */
const content = fc
  .array(
    fc.constantFrom(
      '<!-- wp:acme/a -->',
      '<!-- wp:acme/b {"x":"} --> \\u0022"} -->',
      '<!-- wp:c {"x":1} /-->',
      '<!-- wp:c {x} -->',
      '<!-- wp:c { -->',
      '<!-- wp:c {"x":1 -->',
      '} -->',
      '<!-- /wp:acme/a -->',
      '<!-- /wp:c -->',
      '<!-- /wp:c {"x":1} /-->',
      '<!-- wp:paragraph -->',
      '<!-- /wp:paragraph -->',
      '<!--',
      '-->',
      ' a ',
      '\n',
    ),
    { maxLength: 14 },
  )
  .map((parts) => parts.join(''))

/** As `flattenBlocks`, of what WordPress's own parser in JavaScript makes of content. */
function flatten({ blockName, attrs, innerBlocks, innerContent }: Block): string {
  const inner = [...innerBlocks]
  const html = innerContent
    .map((part) => {
      if (part !== null) return part
      const block = inner.shift()
      return block === undefined ? '' : flatten(block)
    })
    .join('')
  if (blockName === null) return html
  if (blockName === 'core/paragraph') return html.trim()
  return `<wp-block data-block="${escapeQuoted(JSON.stringify([blockName, attrs]))}">${html}</wp-block>`
}

test("whatever the comments, blocks are those of WordPress's own parser", () => {
  fc.assert(
    fc.property(content, (text) => {
      expect(flattenBlocks(text)).toBe(parse(text).map(flatten).join(''))
    }),
    { numRuns: 3000 },
  )
})

test('blocks that lie in each other deeper than any are not looked into', () => {
  expect(flattenBlocks('<!-- wp:group -->'.repeat(200))).toBeDefined()
  expect(flattenBlocks('<!-- wp:group -->'.repeat(201))).toBeUndefined()
  expect(flattenBlocks(`${'<!-- wp:a {"b":1} -->'.repeat(50_000)}`)).toBeUndefined()
})
