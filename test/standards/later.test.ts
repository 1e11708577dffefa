import { expect, test } from 'vitest'
import { copyWith, withLater } from '../../src/standards/later.ts'

function numbered() {
  let made = 0
  const object = withLater({ name: 'a', status: 'draft' }, ['long', 'longer'], () => {
    made += 1
    return { long: `long ${made}`, longer: `longer ${made}` }
  })
  return { object, made: () => made }
}

test('properties are made once, all together, when one of them is asked for', () => {
  const { object, made } = numbered()
  expect([object.name, Object.keys(object), made()]).toEqual(['a', ['name', 'status', 'long', 'longer'], 0])
  expect([object.longer, object.long, made()]).toEqual(['longer 1', 'long 1', 1])
})

test('a copy with another value makes none of them, and has the same ones', () => {
  const { object, made } = numbered()
  const copy = copyWith(object, { status: 'publish' })
  expect([copy.status, copy.name, object.status, made()]).toEqual(['publish', 'a', 'draft', 0])
  expect([copy.long, object.long, made()]).toEqual(['long 1', 'long 1', 1])
})

test('whoever takes the object apart gets plain values', () => {
  const { object } = numbered()
  const plain = { name: 'a', status: 'draft', long: 'long 1', longer: 'longer 1' }
  expect({ ...object }).toEqual(plain)
  expect(JSON.parse(JSON.stringify(object))).toEqual(plain)
  expect(structuredClone(object)).toEqual(plain)
})
