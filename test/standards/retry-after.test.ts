import { expect, test } from 'vitest'
import { retryAfterMs } from '../../src/standards/retry-after.ts'

const now = Date.parse('2026-01-01T00:00:00Z')

test.each([
  [undefined, undefined],
  [null, undefined],
  ['0', 0],
  [' 120 ', 120_000],
  ['Thu, 01 Jan 2026 00:00:30 GMT', 30_000],
  ['Wed, 31 Dec 2025 23:59:00 GMT', 0],
  ['soon', undefined],
])('%j asks to wait for %s ms', (header, expected) => {
  expect(retryAfterMs(header, now)).toBe(expected)
})
