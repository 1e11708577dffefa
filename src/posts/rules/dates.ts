import { parseLocalDate } from '../dates.ts'
import { findField, textOf } from '../draft.ts'
import type { Rule } from '../rule.ts'

const DATE_FIELDS = ['date', 'publish_at'] as const

export const dateValid: Rule = {
  id: 'date-valid',
  severity: 'error',
  summary: "A date is YYYY-MM-DD HH:MM[:SS] in the site's time, or has a zone.",
  *check({ fields }, { config }) {
    for (const name of DATE_FIELDS) {
      const field = findField(fields, name)
      const text = textOf(fields, name)
      if (field === undefined || text === undefined) continue
      if (parseLocalDate(text, config.site.timezone) !== undefined) continue
      const suggestion = mendDate(text, config.site.timezone)
      yield {
        reason: `"${text}" is not a date that exists.`,
        place: field.valuePlace,
        note:
          suggestion === undefined
            ? `Write it as 2025-12-22 11:00:00, in the time of ${config.site.timezone}.`
            : `Did you mean "${suggestion}"?`,
        suggestion,
      }
    }
  },
}

export const datesAgree: Rule = {
  id: 'dates-agree',
  severity: 'warn',
  summary: '"date" and "publish_at" do not contradict each other.',
  *check({ fields }, { config }) {
    const at = findField(fields, 'publish_at')
    const [date, publishAt] = DATE_FIELDS.map((name) =>
      parseLocalDate(textOf(fields, name) ?? '', config.site.timezone),
    )
    if (at === undefined || date === undefined || publishAt === undefined || date === publishAt) return
    yield {
      reason: `"publish_at" says ${publishAt}, "date" says ${date}; publish_at is used.`,
      place: at.valuePlace,
      note: 'Remove one of the two.',
    }
  },
}

/** Slashes, dots and Japanese units are what authors write by habit; only a date that exists is offered. */
function mendDate(text: string, timezone: string): string | undefined {
  const digits = /^(\d{4})\D+(\d{1,2})\D+(\d{1,2})日?(?:\D+(\d{1,2})[:時](\d{1,2})(?:[:分](\d{1,2}))?)?/.exec(
    text.normalize('NFKC'),
  )
  if (digits === null) return undefined
  const [year = '', month = '', day = '', hour, minute = '0', second] = digits.slice(1)
  const two = (part: string): string => part.padStart(2, '0')
  const time =
    hour === undefined ? '' : ` ${two(hour)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`
  const mended = `${year}-${two(month)}-${two(day)}${time}`
  return parseLocalDate(mended, timezone) === undefined ? undefined : mended
}
