import * as z from 'zod'
import { DATE_PATTERN, parseLocalDate } from '../posts/dates.ts'
import type { ValueField } from './managed-field.ts'
import { PLAIN_TEXT } from './plain-text.ts'
import { same } from './same.ts'

/** Wall-clock time of the site, `2025-12-22T11:00:00`, without a zone. */
export const date: ValueField<'date' | 'publish_at', string | undefined> = {
  frontMatter: {
    key: 'date',
    help: {
      en: 'The date, of a scheduled article also as `publish_at`: `2025-12-22 11:00` in the time of the site, or with a zone, `2025-12-22T11:00+09:00`. Default: WordPress decides.',
      ja: '日時 (予約投稿では `publish_at` とも書けます)。`2025-12-22 11:00` はサイトの時刻で、`+09:00` などの時差も書けます。省略すると WordPress が決めます。',
    },
    aliases: [],
    instead: ['publish_at'],
    elsewhere: { published_at: 'publish_at' },
    pattern: DATE_PATTERN,
    takes: 'text',
    pull: writeDate,
    // WordPress moves the date of a draft with every save.
    pullNew: (live, { status }) => (status === 'draft' || status === 'pending' ? undefined : writeDate(live)),
  },
  read: ({ text, timezone }) => readDate(text, timezone),
  managed: 'given',
  desire: same,
  resolve: same,
  wire: { path: 'date', schema: z.string() },
  toLive: same,
  isFiltered: false,
  revision: 'none',
  isOnlyEdited: false,
  isInDraft: true,
  text: PLAIN_TEXT,
}

/**
 * The date that an article gives, in the site's wall-clock time; `undefined` where it gives none or a wrong one.
 *
 * @param text what stands at a key of the front matter
 * @param timezone IANA name of the site's zone
 */
export function readDate(
  text: (key: 'date' | 'publish_at') => string | undefined,
  timezone: string,
): string | undefined {
  return parseLocalDate(text('publish_at') ?? text('date') ?? '', timezone)
}

/** A wall-clock time as authors write it. */
function writeDate(live: string): string {
  return live.replace('T', ' ')
}
