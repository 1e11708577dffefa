import { findField, textOf } from '../draft.ts'
import type { Rule } from '../rule.ts'
import type { PostStatus } from '../types.ts'
import { oneOf } from './one-of.ts'

export const STATUSES: readonly PostStatus[] = ['publish', 'future', 'draft', 'pending', 'private']

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

export const statusKnown = oneOf('status', STATUSES, OTHER_WORDS)

/** A scheduled post without a date would go public at once. */
export const futureNeedsDate: Rule = {
  id: 'future-needs-date',
  severity: 'error',
  summary: 'A scheduled article says when it appears.',
  *check({ fields }) {
    const field = findField(fields, 'status')
    if (field === undefined || textOf(fields, 'status') !== 'future') return
    if (findField(fields, 'date') !== undefined || findField(fields, 'publish_at') !== undefined) return
    yield {
      reason: 'The status is "future", but no date says when.',
      place: field.valuePlace,
      note: 'Add publish_at: "2026-08-15 09:00".',
    }
  },
}

export function isStatus(text: string): text is PostStatus {
  return (STATUSES as readonly string[]).includes(text)
}
