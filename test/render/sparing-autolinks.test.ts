import fc from 'fast-check'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { expect, test } from 'vitest'
import { remarkSparingAutolinks } from '../../src/render/plugins/remark-sparing-autolinks.ts'
import { markdown } from '../helpers/arbitrary-markdown.ts'

const gfm = unified().use(remarkParse).use(remarkGfm).freeze()
const sparing = gfm().use(remarkSparingAutolinks).freeze()

/** Bare addresses, and what comes near to one. */
const address = fc.constantFrom(
  ...'https://e.example/a HTTP://E.example www.e.example WWW.e.example www. a@e.example mailto:a@e.example'.split(
    ' ',
  ),
  ...'xmpp:a@e.example/b a&#64;e.example http&#58;//e.example ww\\w.e.example http:\\//e.example @ www'.split(
    ' ',
  ),
)

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
