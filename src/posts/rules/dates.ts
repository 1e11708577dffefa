import { say } from '../../language/say.ts'
import { parseLocalDate } from '../dates.ts'
import { findField, textOf } from '../draft.ts'
import type { Rule } from '../rule.ts'
import { scalarFix } from '../yaml-scalar.ts'

const DATE_FIELDS = ['date', 'publish_at'] as const

/** Year, month, day, then perhaps hour, minute, second, and nothing else; the year first, so it is clear which is which. */
const HABITS =
  /^(\d{4})(?:年 ?|[/.-])(\d{1,2})(?:月 ?|[/.-])(\d{1,2})(?:日|(?=[ T]|$))(?:[ T]*(\d{1,2})(?::|時)(\d{1,2})?(?:(?::|分)(?:(\d{1,2})秒?)?)?)?$/

export const dateValid: Rule = {
  id: 'date-valid',
  severity: 'error',
  summary: say`A date is YYYY-MM-DD HH:MM[:SS] in the site's time, or has a zone.`,
  *check({ source, fields }, { config }) {
    for (const name of DATE_FIELDS) {
      const field = findField(fields, name)
      const text = textOf(fields, name)
      if (field === undefined || text === undefined) continue
      if (parseLocalDate(text, config.site.timezone) !== undefined) continue
      const suggestion = mendDate(text, config.site.timezone)
      yield {
        reason: say`"${text}" is not a date that exists.`,
        place: field.valuePlace,
        note:
          suggestion === undefined
            ? say`Write it as 2025-12-22 11:00:00, in the time of ${config.site.timezone}.`
            : say`Did you mean "${suggestion}"?`,
        suggestion,
        fix: suggestion === undefined ? undefined : scalarFix(source, field.valuePlace, suggestion),
      }
    }
  },
}

export const datesAgree: Rule = {
  id: 'dates-agree',
  severity: 'warn',
  summary: say`"date" and "publish_at" do not contradict each other.`,
  *check({ fields }, { config }) {
    const at = findField(fields, 'publish_at')
    if (at === undefined) return
    const [date, publishAt] = DATE_FIELDS.map((name) =>
      parseLocalDate(textOf(fields, name) ?? '', config.site.timezone),
    )
    if (date === undefined || publishAt === undefined || date === publishAt) return
    yield {
      reason: say`"publish_at" says ${publishAt}, "date" says ${date}; publish_at is used.`,
      place: at.valuePlace,
      note: say`Remove one of the two.`,
    }
  },
}

/** Slashes, dots and Japanese units are what authors write by habit; only a date that exists is offered. */
function mendDate(text: string, timezone: string): string | undefined {
  const digits = HABITS.exec(text.normalize('NFKC').trim())
  if (digits === null) return undefined
  const [year = '', month = '', day = '', hour, minute = '0', second] = digits.slice(1)
  const two = (part: string): string => part.padStart(2, '0')
  const time =
    hour === undefined ? '' : ` ${two(hour)}:${two(minute)}${second === undefined ? '' : `:${two(second)}`}`
  const mended = `${year}-${two(month)}-${two(day)}${time}`
  return parseLocalDate(mended, timezone) === undefined ? undefined : mended
}
