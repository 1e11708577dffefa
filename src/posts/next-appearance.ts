import { parseLocalDate, pastDay, toEpochMilliseconds } from './dates.ts'
import { textOf } from './draft.ts'
import type { SourceHead } from './types.ts'

const DATE_FIELDS = ['publish_at', 'date'] as const

/**
 * The next moment at which an article's date is past that was to come.
 *
 * @param now milliseconds since 1970
 * @param timezone IANA name of the site's zone
 * @returns milliseconds since 1970; `undefined` where no date is to come
 */
export function nextAppearance(
  sources: readonly SourceHead[],
  now: number,
  timezone: string,
): number | undefined {
  const past = pastDay(now)
  const moments = sources.flatMap(({ fields }) =>
    DATE_FIELDS.flatMap((name) => {
      const text = textOf(fields, name) ?? ''
      const date = text.slice(0, 10) < past ? undefined : parseLocalDate(text, timezone)
      return date === undefined ? [] : [toEpochMilliseconds(date, timezone)]
    }),
  )
  const toCome = moments.filter((moment) => moment > now)
  return toCome.length === 0 ? undefined : Math.min(...toCome)
}
