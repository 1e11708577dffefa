import fc from 'fast-check'
import { expect, test } from 'vitest'
import { dateWindows, isWithin } from '../../src/site/date-windows.ts'

/** Wall-clock times, many of which are the same or a second apart, at any hour. */
const date = fc
  .record({
    day: fc.integer({ min: 0, max: 400 }),
    hour: fc.integer({ min: 0, max: 23 }),
    second: fc.integer({ min: 0, max: 3 }),
  })
  .map(({ day, hour, second }) =>
    new Date(Date.UTC(2025, 0, 1 + day, hour, 59, 56 + second)).toISOString().slice(0, 19),
  )
const dates = fc.array(date, { maxLength: 600, size: 'max' })

test('every date lies in one window and in no other, also one that was not known', () => {
  fc.assert(
    fc.property(dates, fc.array(date), (known, others) => {
      const windows = dateWindows(known)
      for (const one of [...known, ...others, '0000-00-00T00:00:00', '9999-12-31T23:59:59']) {
        expect(windows.filter((window) => isWithin(one, window))).toHaveLength(1)
      }
    }),
  )
})

test('a window holds a page of those that are known', () => {
  const known = Array.from({ length: 1_000 }, (_, index) =>
    new Date(Date.UTC(2020, 0, 1 + index, 10)).toISOString().slice(0, 19),
  )
  const windows = dateWindows(known)
  expect(windows.map((window) => known.filter((one) => isWithin(one, window)).length)).toEqual(
    Array(10).fill(100),
  )
  expect(windows[0]).toEqual({ before: '2020-04-09T10:00:01' })
  expect(windows[1]).toEqual({ after: '2020-04-09T10:00:00', before: '2020-07-18T10:00:01' })
})

test('of a page of posts, and where all have one date, there is one window', () => {
  expect(dateWindows([])).toEqual([{}])
  expect(dateWindows(Array(100).fill('2025-01-01T10:00:00'))).toEqual([{}])
  expect(dateWindows(Array(1_000).fill('2025-01-01T10:00:00'))).toEqual([{}])
})

test('no window begins or ends at night, when clocks are put forward and back', () => {
  const known = Array.from({ length: 400 }, (_, index) =>
    new Date(Date.UTC(2025, 2, 30, 0, index * 10)).toISOString().slice(0, 19),
  )
  const hours = dateWindows(known).flatMap(({ before = '', after = '' }) =>
    [before, after].filter((edge) => edge !== '').map((edge) => Number(edge.slice(11, 13))),
  )
  expect(hours.length).toBeGreaterThan(4)
  expect(hours.filter((hour) => hour < 5 || hour > 22)).toEqual([])
})
