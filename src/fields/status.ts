import * as z from 'zod'
import { pastDay, toEpochMilliseconds } from '../posts/dates.ts'
import type { PostStatus } from '../posts/types.ts'
import type { ValueField } from './managed-field.ts'
import { PLAIN_TEXT } from './plain-text.ts'
import { same } from './same.ts'

const STATUSES: readonly PostStatus[] = ['publish', 'future', 'draft', 'pending', 'private']

/** As other tools and WordPress's own Japanese screens call them. */
const OTHER_WORDS: Readonly<Record<string, PostStatus>> = {
  public: 'publish',
  scheduled: 'future',
  schedule: 'future',
  公開: 'publish',
  公開済み: 'publish',
  予約: 'future',
  予約済み: 'future',
  下書き: 'draft',
  レビュー待ち: 'pending',
  非公開: 'private',
}

export const status: ValueField<'status', PostStatus, PostStatus, PostStatus | 'trash'> = {
  frontMatter: {
    key: 'status',
    help: {
      en: 'What the article is to be on the site: `publish`, `future` (needs a date), `draft`, `pending` or `private`. Default: what `frontMatter.status` in wp.config.json says, `draft` without it.',
      ja: '公開状態。`publish` 公開、`future` 予約(日時が必要)、`draft` 下書き、`pending` レビュー待ち、`private` 非公開。省略すると wp.config.json の `frontMatter.status`、それもなければ `draft` です。',
    },
    aliases: [],
    elsewhere: { draft: 'status', published: 'status' },
    takes: { values: STATUSES, words: OTHER_WORDS },
    pull: same,
    pullNew: same,
  },
  read: ({ text, status }) => {
    const given = text('status') ?? ''
    return isStatus(given) ? given : status
  },
  managed: 'always',
  desire: (wanted, { date, now, timezone }) => statusAt(wanted, date, now, timezone),
  resolve: same,
  // Statuses that plugins add are handed on as they are.
  wire: { path: 'status', schema: z.string().transform((text) => text as PostStatus | 'trash') },
  toLive: same,
  // WordPress turns a scheduled post public by itself; nobody edited it.
  turns: { from: 'future', to: 'publish' },
  isFiltered: false,
  revision: 'none',
  isOnlyEdited: false,
  isInDraft: false,
  text: PLAIN_TEXT,
}

/** Posts that are due within a minute are public at once (wp_insert_post). */
const MINUTE = 60_000

/**
 * WordPress answers `publish` with a coming date by `future`, and turns it to `publish` when the time comes.
 *
 * @param date wall-clock time of the site
 * @param now milliseconds since 1970
 * @param timezone IANA name of the site's zone
 */
export function statusAt(
  wanted: PostStatus,
  date: string | undefined,
  now: number,
  timezone: string,
): PostStatus {
  if (date === undefined || (wanted !== 'publish' && wanted !== 'future')) return wanted
  if (date < pastDay(now)) return 'publish'
  return toEpochMilliseconds(date, timezone) - now >= MINUTE ? 'future' : 'publish'
}

export function isStatus(text: string): text is PostStatus {
  return (STATUSES as readonly string[]).includes(text)
}
