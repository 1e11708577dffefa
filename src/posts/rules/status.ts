import { findField, textOf } from '../draft.ts'
import type { Rule } from '../rule.ts'

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
