import { closestMatch } from 'leven'
import type { PostStatus } from '../../types.ts'
import { findField, textOf } from '../draft.ts'
import type { Rule } from '../rule.ts'

export const STATUSES: readonly PostStatus[] = ['publish', 'future', 'draft', 'pending', 'private']

export const statusKnown: Rule = {
  id: 'status-known',
  severity: 'error',
  summary: "The status is one of WordPress's: publish, future, draft, pending, private.",
  *check({ fields }) {
    const field = findField(fields, 'status')
    const status = textOf(fields, 'status')
    if (field === undefined || status === undefined || isStatus(status)) return
    const near = closestMatch(status.toLowerCase(), STATUSES, { maxDistance: 3 })
    yield {
      reason: `"${status}" is not a status of WordPress.`,
      place: field.valuePlace,
      note: near === undefined ? `Use one of ${STATUSES.join(', ')}.` : `Did you mean "${near}"?`,
      suggestion: near,
    }
  },
}

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
