import { expect, test } from 'vitest'
import { parseLocalDate, toEpochMilliseconds } from '../../src/posts/dates.ts'

test.each([
  ['2025-12-22 11:00:00', '2025-12-22T11:00:00'],
  ['2025-12-22T11:00', '2025-12-22T11:00:00'],
  ['2025-12-22 9:05', '2025-12-22T09:05:00'],
  ['2025-12-22', '2025-12-22T00:00:00'],
  ['2025-12-22T02:00:00Z', '2025-12-22T11:00:00'],
  ['2025-12-22 11:00:00 +09:00', '2025-12-22T11:00:00'],
  ['2025-12-21T21:00:00-05:00', '2025-12-22T11:00:00'],
  ['2025-12-21 21:00:00 -0500', '2025-12-22T11:00:00'],
  ['Dec 22 2025', '2025-12-22T00:00:00'],
  ['December 2, 2025', '2025-12-02T00:00:00'],
  ['Mon, 22 Dec 2025 11:00', '2025-12-22T11:00:00'],
  ['2 Sept. 2025 9:05:00', '2025-09-02T09:05:00'],
])('%s in Asia/Tokyo is %s', (text, expected) => {
  expect(parseLocalDate(text, 'Asia/Tokyo')).toBe(expected)
})

test.each([
  '2025-02-31 11:00',
  '2025-13-01',
  '2025/12/22',
  'tomorrow',
  '',
  '2025-12-22 25:00',
  'Feb 31 2025',
  'Decembre 22',
  'Foo 22 2025',
])('"%s" is not a date', (text) => {
  expect(parseLocalDate(text, 'Asia/Tokyo')).toBeUndefined()
})

test('the hour that clocks skip in spring does not exist, the one they repeat in autumn does', () => {
  expect(parseLocalDate('2026-03-29 02:30', 'Europe/Berlin')).toBeUndefined()
  expect(parseLocalDate('2026-10-25 02:30', 'Europe/Berlin')).toBe('2026-10-25T02:30:00')
})

test('a wall-clock time is one moment', () => {
  expect(toEpochMilliseconds('2025-12-22T11:00:00', 'Asia/Tokyo')).toBe(Date.UTC(2025, 11, 22, 2))
})
