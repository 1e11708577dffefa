import fc from 'fast-check'
import type { Nodes } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'
import { expect, test } from 'vitest'
import { parseMarkdown } from '../../src/render/markdown.ts'

function directives(body: string): string[] {
  const found: string[] = []
  visit(parseMarkdown(body), ({ type }: Nodes) => {
    if (type === 'textDirective' || type === 'leafDirective') found.push(type)
  })
  return found
}

test.each(['at 10:30', '2025-12-22 11:00:00', '10:30pm', ':3b', '::3b', ':😀', ':日本', 'std::vector', ':ⅷ'])(
  '%s stands alone in an article and stays text',
  (text) => {
    expect(directives(text)).toEqual([])
    expect(mdastToString(parseMarkdown(text))).toBe(text)
  },
)

test('whatever follows a colon, no text is taken for a directive', () => {
  fc.assert(
    fc.property(fc.constantFrom(':', '::', 'a:'), fc.string({ unit: 'binary' }), (head, tail) => {
      expect(directives(head + tail)).toEqual([])
    }),
    { numRuns: 1000 },
  )
})
