import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodePercent } from '../../src/standards/percent.ts'

test.each([
  ['a%20b', 'a b'],
  ['%E5%86%99%e7%9c%9f.png', '写真.png'],
  ['50%', '50%'],
  ['100%-%E5%86%99.png', '100%-写.png'],
  ['%zz%2', '%zz%2'],
  ['%2541', '%41'],
  // No UTF-8: a byte of Latin-1, half a letter, half a surrogate pair.
  ['%E9t%C3%A9', '%E9té'],
  ['%E5%86', '%E5%86'],
  ['%ED%A0%80', '%ED%A0%80'],
])('%s is %s', (encoded, text) => {
  expect(decodePercent(encoded)).toBe(text)
})

test('whatever was encoded comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(decodePercent(encodeURIComponent(text))).toBe(text)
    }),
  )
})

test('nothing is too broken to be decoded', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('%', 'E', '5', '8', '6', '写', '\uD800') }), (text) => {
      expect(typeof decodePercent(text)).toBe('string')
    }),
  )
})
