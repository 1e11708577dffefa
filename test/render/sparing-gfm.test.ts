import fc from 'fast-check'
import remarkDirective from 'remark-directive'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { remarkSparingGfm } from '../../src/render/plugins/remark-sparing-gfm.ts'
import { markdown } from '../helpers/arbitrary-markdown.ts'

const gfm = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).freeze()
const sparing = unified().use(remarkParse).use(remarkGfm).use(remarkSparingGfm).use(remarkDirective).freeze()

/** Bare addresses, and what comes near to one. */
const address = fc.constantFrom(
  ...'https://e.example/a HTTP://E.example www.e.example WWW.e.example www. a@e.example mailto:a@e.example'.split(
    ' ',
  ),
  ...'xmpp:a@e.example/b a&#64;e.example http&#58;//e.example ww\\w.e.example http:\\//e.example @ www'.split(
    ' ',
  ),
)

/** Rows of tables, and what comes near to one, behind what may begin a line. */
const line = fc
  .tuple(
    fc.array(fc.constantFrom('> ', '- ', '1. ', '  ', '    ', '\t', '>', ':::note\n'), { maxLength: 2 }),
    fc.constantFrom(
      ...['| a | b |', 'a | b', 'a', '|-|-|', '--- | :-:', ':-', '-:', '-', '---', '|', '| - |', '--- a', ''],
      ...[
        '- | -',
        '*a*',
        '\\| a',
        '`|` | b',
        ':::',
        '===',
        '# a',
        '\u3000',
        '|-|-|\u3000',
        '\u000C',
        '|-\u000C|-|',
      ],
    ),
  )
  .map(([start, end]) => start.join('') + end)

test('the same addresses become links as with remark-gfm alone, wherever they stand', () => {
  const text = fc.array(fc.oneof(markdown, address), { maxLength: 6 }).map((parts) => parts.join(' '))
  fc.assert(
    fc.property(text, (body) => {
      expect(sparing.parse(body)).toEqual(gfm.parse(body))
    }),
    { numRuns: 300 },
  )
})

test('addresses that only a second look at the text finds become links', () => {
  expect(sparing.parse('a&#64;e.example')).toEqual(gfm.parse('a&#64;e.example'))
  expect(JSON.stringify(sparing.parse('a&#64;e.example'))).toContain('"url":"mailto:a@e.example"')
})

test('the same lines become tables as with remark-gfm alone, whatever ends and begins them', () => {
  const text = fc
    .array(fc.tuple(line, fc.constantFrom('\n', '\n', '\r\n', '\r', '\n\n')), { maxLength: 10 })
    .map((lines) => lines.flat().join(''))
  fc.assert(
    fc.property(text, (body) => {
      expect(sparing.parse(body)).toEqual(gfm.parse(body))
    }),
    { numRuns: 2000 },
  )
})

test('a table is found after an article with an address, and in one', () => {
  const bodies = ['a@e.example', '| a |\n| - |', 'a@e.example\n\n| a |\n| - |\n| b@e.example |', 'b.example']
  for (const body of bodies) expect(sparing.parse(body)).toEqual(gfm.parse(body))
})
