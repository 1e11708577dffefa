import { expect, test } from 'vitest'
import { parseJson } from '../../src/standards/json.ts'

test.each([
  ['{"a":1}', { a: 1 }],
  ['null', null],
  ['"undefined"', 'undefined'],
  ['', undefined],
  ['undefined', undefined],
  ['{', undefined],
  ['NaN', undefined],
  ['\uFEFF1', undefined],
])('%j is a value, or none', (text, value) => {
  expect(parseJson(text)).toEqual(value)
})
