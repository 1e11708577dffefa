import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cloneData } from '../../src/standards/clone-data.ts'

test('plain data is copied as structuredClone does, and shares nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (data) => {
      const copy = cloneData(data)
      expect(copy).toEqual(structuredClone(data))
      const before = JSON.stringify(data)
      spoil(copy)
      expect(JSON.stringify(data)).toBe(before)
    }),
  )
})

test('a key "__proto__" is one like every other', () => {
  const data = JSON.parse('{"a":{"__proto__":{"b":[1]},"c":2}}') as object
  expect(JSON.stringify(cloneData(data))).toBe(JSON.stringify(data))
  expect((cloneData(data) as { a: { b?: unknown } }).a.b).toBeUndefined()
})

/** Changes every object that can be reached. */
function spoil(value: unknown): void {
  if (typeof value !== 'object' || value === null) return
  for (const inner of Object.values(value)) spoil(inner)
  if (Array.isArray(value)) value.push('spoilt')
  else Object.assign(value, { spoilt: true })
}
