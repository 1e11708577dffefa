import { parseLocalDate, pastDay, toEpochMilliseconds } from '../posts/dates.ts'
import type { Article } from './article.ts'
import type { Folder } from './link-rule.ts'

/** What keeps readers of `from` from opening `to` when `from` appears; `undefined` where nothing does. */
export type Obstacle = { readonly kind: 'status' } | { readonly kind: 'later'; readonly date: string }

/** Compares when two articles can be read, by what their front matter says; what is past is no obstacle. */
export function obstacleBetween(from: Article, to: Article, { config, now }: Folder): Obstacle | undefined {
  if (!isPublic(from) || to.draft.unreadable) return undefined
  if (HIDDEN.includes(to.status)) return { kind: 'status' }
  if (to.writtenDate.slice(0, 10) < pastDay(now)) return undefined
  const { timezone } = config.site
  const date = parseLocalDate(to.writtenDate, timezone)
  // WordPress schedules whatever has a date to come, also with the status "publish".
  if (date === undefined || toEpochMilliseconds(date, timezone) <= now) return undefined
  const own = parseLocalDate(from.writtenDate, timezone)
  return own === undefined || date > own ? { kind: 'later', date } : undefined
}

/** Any other word is no status, as `status-known` says; `trash` is what some exports of WordPress hold. */
const HIDDEN: readonly string[] = ['draft', 'pending', 'private', 'trash']

function isPublic({ status }: Article): boolean {
  return status === 'publish' || status === 'future'
}
