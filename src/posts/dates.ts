import { Temporal } from 'temporal-polyfill'
import { rememberLast } from '../standards/remember-last.ts'

const DAY = 86_400_000

const DATE = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{1,2}:\d{2}(?::\d{2})?)(?:\.\d+)?)?[ \t]*(Z|[+-]\d{2}:?\d{2})?$/i

/**
 * How the text of a date looks, as a regular expression of JSON Schema, which knows no flags. It lets everything pass
 * that `parseLocalDate` reads, and days that do not exist as well.
 */
export const DATE_PATTERN =
  '^\\s*(?:\\d{4}-\\d{2}-\\d{2}(?:[Tt ]\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?)?[ \\t]*(?:[Zz]|[+-]\\d{2}:?\\d{2})?|(?:[A-Za-z]{3,9}\\.?,? ){1,2}\\d{1,2},? \\d{4}.*|(?:[A-Za-z]{3,9},? )?\\d{1,2} [A-Za-z]{3,9}\\.? \\d{4}.*)\\s*$'

const MONTHS: readonly string[] = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

const MONTH = '(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?'

/** `Jul 08 2022` and `8 July 2022`, with what follows the day; the name of the month leaves no doubt which is which. */
const NAMED = [
  new RegExp(`^(?:[a-z]{3,9},? )?${MONTH} (?<day>\\d{1,2}),? (?<year>\\d{4})(?<rest>.*)$`, 'i'),
  new RegExp(`^(?:[a-z]{3,9},? )?(?<day>\\d{1,2}) ${MONTH},? (?<year>\\d{4})(?<rest>.*)$`, 'i'),
]

/** A date whose month has an English name, as in Astro's templates, in digits; others as they are. */
function inDigits(text: string): string {
  const {
    month = '',
    day = '',
    year,
    rest = '',
  } = NAMED.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined) ?? {}
  if (year === undefined) return text
  const number = MONTHS.indexOf(month.toLowerCase()) + 1
  return `${year}-${String(number).padStart(2, '0')}-${day.padStart(2, '0')}${rest}`
}

/**
 * Reads a date of the front matter as the site's wall-clock time.
 *
 * Without a zone it is the site's time already; with one (`Z`, `+09:00`) it is converted. A date without a
 * time means midnight. WordPress takes 31 February for 2 March, so impossible dates are refused here.
 *
 * @param text as written: `2025-12-22 11:00:00`, `2025-12-22T11:00`, `2025-12-22`, `2025-12-22T02:00:00Z`, `Dec 22 2025`
 * @param timezone IANA name of the site's zone
 * @returns `2025-12-22T11:00:00`, or `undefined` where the text is no date or does not exist in that zone
 */
export function parseLocalDate(text: string, timezone: string): string | undefined {
  return parseIn(timezone)(text)
}

/** A folder has one zone, and the date of an article is asked for by rules, for its address and for its post. */
const parseIn = rememberLast(4, (timezone) => rememberLast(4096, (text) => parseAnew(text, timezone)))

function parseAnew(text: string, timezone: string): string | undefined {
  const [, day, time = '00:00', offset] = DATE.exec(inDigits(text)) ?? []
  if (day === undefined) return undefined
  try {
    const wall = Temporal.PlainDateTime.from(`${day}T${time.replace(/^\d:/, '0$&')}`, { overflow: 'reject' })
    if (offset === undefined) {
      const zoned = wall.toZonedDateTime(timezone)
      // An hour that the clocks skip in spring comes back changed.
      return zoned.toPlainDateTime().equals(wall) ? format(wall) : undefined
    }
    const instant = Temporal.Instant.from(`${wall.toString()}${offset.toUpperCase()}`)
    return format(instant.toZonedDateTimeISO(timezone).toPlainDateTime())
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}

/**
 * The moment of a wall-clock time, in milliseconds since 1970 (UTC).
 *
 * @param local `2025-12-22T11:00:00`
 * @param timezone IANA name of the zone it is meant in
 */
export function toEpochMilliseconds(local: string, timezone: string): number {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(timezone).epochMilliseconds
}

/**
 * The wall-clock time of a moment.
 *
 * @param gmt `2025-12-22T02:00:00`, in UTC without saying so, as WordPress writes it
 * @param timezone IANA name of the zone to read it in
 * @returns `2025-12-22T11:00`
 */
export function toLocalMinute(gmt: string, timezone: string): string {
  const wall = Temporal.Instant.from(`${gmt}Z`).toZonedDateTimeISO(timezone).toPlainDateTime()
  return wall.toString({ smallestUnit: 'minute' })
}

/**
 * A day before which everything is past in every time zone: comparing texts with it spares reading nearly every
 * date exactly, which takes long.
 *
 * @param now milliseconds since 1970
 * @returns `2025-12-22`; what is before that day is past
 */
export function pastDay(now: number): string {
  return new Date(now - 2 * DAY).toISOString().slice(0, 10)
}

function format(wall: Temporal.PlainDateTime): string {
  return wall.toString({ smallestUnit: 'second' })
}
