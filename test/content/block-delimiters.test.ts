import { parse } from '@wordpress/block-serialization-default-parser'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  findDelimiters,
  firstDelimiter,
  removeDelimiters,
  replaceDelimiters,
  writeBlock,
  writeVoidBlock,
} from '../../src/content/block-delimiters.ts'
import { isBlockMarkup, splitBlocks, unwrapBlock, withoutBlocks } from '../../src/content/split-blocks.ts'

/** Pieces of content, comments that are none among them, put together at random. */
const content = fc
  .array(
    fc.constantFrom(
      '<!-- wp:group -->',
      '<!-- wp:group {"className":"a"} -->',
      '<!-- /wp:group -->',
      '<!--  wp:acme/box\n{"a":{"b":"} x"}}  -->',
      '<!-- /wp:acme/box -->',
      '<!-- wp:footnotes /-->',
      '<!-- wp:more {"noTeaser":true} /-->',
      '<!-- wp:Group -->',
      '<!--wp:group -->',
      '<!-- wp:group-->',
      '<!--more-->',
      '<p>a</p>',
      '\n\n',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''))

describe('every content', () => {
  test('has the blocks and void blocks that the parser of WordPress finds in it', () => {
    fc.assert(
      fc.property(content, (text) => {
        const expected: string[] = []
        const list = (blocks: ReturnType<typeof parse>): void => {
          for (const { blockName, innerBlocks } of blocks) {
            if (blockName !== null) expected.push(blockName)
            list(innerBlocks)
          }
        }
        list(parse(text))
        const names = findDelimiters(text).flatMap(({ kind, name }) => (kind === 'closing' ? [] : [name]))
        const full = names.map((name) => (name.includes('/') ? name : `core/${name}`))
        // The parser gives up at an end without a beginning; what it did find is the same.
        if (!isBalanced(text)) return
        expect(full).toEqual(expected)
      }),
    )
  })

  test('is its pieces, joined, and itself when its comments are written as they were', () => {
    fc.assert(
      fc.property(content, (text) => {
        expect(
          splitBlocks(text)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text)
        expect(replaceDelimiters(text, (_, comment) => comment)).toBe(text)
      }),
    )
  })
})

function isBalanced(text: string): boolean {
  const open: string[] = []
  for (const { kind, name } of findDelimiters(text)) {
    if (kind === 'opening') open.push(name)
    if (kind === 'closing' && open.pop() !== name) return false
  }
  return open.length === 0
}

test('a comment is read with its name, attributes and place', () => {
  expect(findDelimiters('a<!-- wp:x/y {"b":1} --><!-- /wp:x/y --> <!--  wp:more  /-->')).toEqual([
    { kind: 'opening', name: 'x/y', json: '{"b":1}', start: 1, end: 24 },
    { kind: 'closing', name: 'x/y', json: undefined, start: 24, end: 40 },
    { kind: 'void', name: 'more', json: undefined, start: 41, end: 60 },
  ])
  expect(firstDelimiter(' <!-- wp:more /-->')).toBeUndefined()
  expect(removeDelimiters('<!-- wp:quote -->\n<blockquote>\n<!-- wp:x /-->b')).toBe('<blockquote>\nb')
})

test('a block is written as the editor saves it, and unwrapped only where nothing else is said', () => {
  const block = writeBlock('html', {}, '<b>\n')
  expect(block).toBe('<!-- wp:html -->\n<b>\n\n<!-- /wp:html -->')
  expect(unwrapBlock('html', block)).toBe('<b>\n')
  expect(unwrapBlock('html', writeBlock('html', { lock: {} }, 'a'))).toBeUndefined()
  expect(unwrapBlock('html', writeBlock('code', {}, 'a'))).toBeUndefined()
  expect(unwrapBlock('html', 'a')).toBeUndefined()
  expect(writeVoidBlock('footnotes')).toBe('<!-- wp:footnotes /-->')
  expect(writeBlock('x', { a: '--><&"' }, '')).toBe(
    '<!-- wp:x {"a":"\\u002d\\u002d\\u003e\\u003c\\u0026\\u0022"} -->\n\n<!-- /wp:x -->',
  )
})

test('markup is blocks and nothing else, or it is not', () => {
  expect(isBlockMarkup(' <!-- wp:a --><p>b</p><!-- /wp:a -->\n\n<!-- wp:c /--> ')).toBe(true)
  expect(isBlockMarkup('<!-- wp:a /-->b')).toBe(false)
  expect(isBlockMarkup('')).toBe(false)
})

test('blocks of one name go, wherever they stand', () => {
  const html = writeBlock('html', {}, '<!-- wp:x /--><i>')
  expect(withoutBlocks('html', `a${writeBlock('group', {}, html)}b${html}`)).toBe(
    `a${writeBlock('group', {}, '')}b`,
  )
})
