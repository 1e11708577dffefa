import type { Element } from 'hast'
import { h } from 'hastscript'
import { Temporal } from 'temporal-polyfill'
import type { Config } from '../config/types.ts'
import { spokenLanguage } from '../language/language.ts'
import { say } from '../language/say.ts'
import type { Post } from '../posts/post.ts'
import { rememberLast } from '../standards/remember-last.ts'

/** What the status of an article means for readers, in a sentence. */
export function statusSentence({ status, date }: Post): string {
  switch (status) {
    case 'draft':
      return say`Draft preview. It goes to the site as a draft, which readers do not see.`
    case 'pending':
      return say`Draft preview. It goes to the site for review, and readers do not see it.`
    case 'private':
      return say`Draft preview. On the site only its editors will see it.`
    case 'future':
      return say`Draft preview. Scheduled: readers see it from its date on.`
    case 'publish':
      return date === undefined
        ? say`Draft preview. Publishing shows it to readers.`
        : say`Draft preview. Publishing shows it to readers, from its date on.`
  }
}

/** Once for all pages, as in `languageName`. */
const weekdays = rememberLast(
  4,
  (language) => new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' }),
)

/** A date in the site's own time, with its weekday: `Mon 2025-12-22 11:00`. */
export function siteTime(date: string, { site }: Config): Element {
  const zoned = toZoned(date, site.timezone)
  const weekday = weekdays(spokenLanguage()).format(new Date(`${date.slice(0, 10)}T00:00Z`))
  const wall = date.replace('T', ' ').replace(/:00$/, '')
  return h('time', { dateTime: zoned.toString({ timeZoneName: 'never' }) }, `${weekday} ${wall}`)
}

/** The site's zone and its offset at a date: `Asia/Tokyo (+09:00)`. */
export function siteZone(date: string, { site }: Config): string {
  return `${site.timezone} (${toZoned(date, site.timezone).offset})`
}

function toZoned(date: string, timezone: string): Temporal.ZonedDateTime {
  return Temporal.PlainDateTime.from(date).toZonedDateTime(timezone)
}
