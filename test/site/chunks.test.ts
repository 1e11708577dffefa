import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inChunks } from '../../src/site/chunks.ts'

test('a few slugs travel in one request', async () => {
  expect(await inChunks(['a', 'b'], async (chunk) => chunk)).toEqual([['a', 'b']])
  expect(await inChunks([], async (chunk) => chunk)).toEqual([])
})

test('all arrive, once and in order, in lists that fit into an address', async () => {
  const slug = fc.string({ unit: fc.constantFrom('a', '-', 'エ', '%'), minLength: 1, maxLength: 200 })
  await fc.assert(
    fc.asyncProperty(fc.array(slug, { maxLength: 300 }), async (slugs) => {
      const chunks = await inChunks(slugs, async (chunk) => chunk)
      expect(chunks.flat()).toEqual(slugs)
      for (const chunk of chunks) {
        expect(chunk.length).toBeGreaterThan(0)
        expect(chunk.length).toBeLessThanOrEqual(100)
        if (chunk.length > 1) expect(encodeURIComponent(chunk.join(',')).length).toBeLessThanOrEqual(3_000)
      }
    }),
  )
})
