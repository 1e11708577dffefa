import { say } from '../../language/say.ts'
import { findField, textOf } from '../draft.ts'
import type { Rule } from '../rule.ts'
import type { Field } from '../types.ts'

const DATE_FIELDS = ['date', 'publish_at'] as const

/** A scheduled post without a date would go public at once. */
export const futureNeedsDate: Rule = {
  id: 'future-needs-date',
  severity: 'error',
  summary: say`A scheduled article says when it appears.`,
  *check({ fields }) {
    const field = findField(fields, 'status')
    if (field === undefined || textOf(fields, 'status') !== 'future') return
    // What is there and no date is date-valid's business, or value-type's; an empty value is no date.
    if (DATE_FIELDS.some((name) => isGiven(findField(fields, name)))) return
    yield {
      reason: say`The status is "future", but no date says when.`,
      place: field.valuePlace,
      note: say`Add publish_at: "2026-08-15 09:00".`,
    }
  },
}

function isGiven(field: Field | undefined): boolean {
  return field !== undefined && field.value.kind !== 'empty'
}
