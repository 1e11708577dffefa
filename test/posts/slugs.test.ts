import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedSlug, decodeSlug, encodeSlug, keptSlug, readSlug } from '../../src/posts/slugs.ts'

test.each([
  ['%e3%82%a8', 'エ'],
  ['%E3%82%A8-2', 'エ-2'],
  ['エ', 'エ'],
  ['エ'.normalize('NFD'), 'エ'],
  ['が'.normalize('NFD'), 'が'],
  ['%e3%81%8b%e3%82%99', 'が'],
  // ASCII that is encoded is no slash and no dot, and half a letter is none.
  ['%2e%2e%2f', '%2e%2e%2f'],
  ['%e3%82', '%e3%82'],
  ['100%', '100%'],
  ['a%20b', 'a%20b'],
])('%s is the slug %s', (written, slug) => {
  expect(readSlug(written)).toBe(slug)
})

test('what WordPress keeps encoded, and its decoded form, are made of each other', () => {
  const letters = fc.array(fc.constantFrom('a', '-', '_', 'エ', 'ン', '語', 'é', '🎉', '%2f', '1'))
  fc.assert(
    fc.property(letters, (parts) => {
      const slug = parts.join('')
      expect(decodeSlug(encodeSlug(slug))).toBe(slug)
      expect(encodeSlug(slug)).toMatch(/^[a-z0-9%_-]*$/)
    }),
  )
})

test('what WordPress keeps, it keeps', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const kept = keptSlug(text)
      expect(keptSlug(kept)).toBe(kept)
      expect(encodeSlug(kept).length).toBeLessThanOrEqual(200)
    }),
  )
})

test('a slug that WordPress would not make is asked for as it is kept', () => {
  expect(['one', 'エンコード', 'é', 'Ω'].map(askedSlug)).toEqual(['one', 'エンコード', '%c3%a9', '%ce%a9'])
})
