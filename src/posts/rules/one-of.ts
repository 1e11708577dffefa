import type { ClosedList } from '../../fields/managed-field.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { own } from '../../standards/own.ts'
import { findField, textOf } from '../draft.ts'
import type { FrontMatterKey } from '../front-matter-keys.ts'
import { fold, nearest } from '../nearest.ts'
import type { Rule } from '../rule.ts'
import { scalarFix } from '../yaml-scalar.ts'

/** The rule that a field, where it is given, has one of a few values. */
export function oneOf(name: FrontMatterKey, { values, words = {} }: ClosedList): Rule {
  return {
    id: `${name.replaceAll('_', '-')}-known`,
    severity: 'error',
    summary: say`"${name}" is one of ${listItems(values)}.`,
    *check({ source, fields }) {
      const field = findField(fields, name)
      const text = textOf(fields, name)
      if (field === undefined || text === undefined || values.includes(text)) return
      const near = own(words, fold(text)) ?? nearest(text, values)
      yield {
        reason: say`"${text}" is not a value of "${name}".`,
        place: field.valuePlace,
        note: near === undefined ? say`Use one of ${listItems(values)}.` : say`Did you mean "${near}"?`,
        suggestion: near,
        fix:
          near !== undefined && fold(near) === fold(text)
            ? scalarFix(source, field.valuePlace, near)
            : undefined,
      }
    },
  }
}
