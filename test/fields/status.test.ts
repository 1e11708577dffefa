import fc from 'fast-check'
import { expect, test } from 'vitest'
import { statusAt } from '../../src/fields/status.ts'
import { toEpochMilliseconds } from '../../src/posts/dates.ts'

const NOW = Date.parse('2026-11-28T03:00:00Z')
const HOUR = 3_600_000

const zones = ['Asia/Tokyo', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York', 'UTC']

test('in every zone a post is scheduled from a minute before it is due', () => {
  fc.assert(
    fc.property(fc.integer({ min: -80, max: 80 }), fc.constantFrom(...zones), (hours, zone) => {
      const date = new Date(NOW + hours * HOUR).toISOString().slice(0, 19)
      const isComing = toEpochMilliseconds(date, zone) - NOW >= 60_000
      expect(statusAt('publish', date, NOW, zone)).toBe(isComing ? 'future' : 'publish')
    }),
  )
})

test('what is no day of a calendar, as of a draft in the database, is past', () => {
  expect(statusAt('publish', '0000-00-00T00:00:00', NOW, 'Asia/Tokyo')).toBe('publish')
})
