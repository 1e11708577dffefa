import { closestMatch } from 'leven'
import { findField, textOf } from '../draft.ts'
import type { FieldName } from '../fields.ts'
import type { Rule } from '../rule.ts'

/** The rule that a field, where it is given, has one of a few values. */
export function oneOf(name: FieldName, values: readonly string[]): Rule {
  return {
    id: `${name.replaceAll('_', '-')}-known`,
    severity: 'error',
    summary: `"${name}" is one of ${values.join(', ')}.`,
    *check({ fields }) {
      const field = findField(fields, name)
      const text = textOf(fields, name)
      if (field === undefined || text === undefined || values.includes(text)) return
      const near = closestMatch(text.toLowerCase(), values, { maxDistance: Math.ceil(text.length / 3) })
      yield {
        reason: `"${text}" is not a value of "${name}".`,
        place: field.valuePlace,
        note: near === undefined ? `Use one of ${values.join(', ')}.` : `Did you mean "${near}"?`,
        suggestion: near,
      }
    },
  }
}
