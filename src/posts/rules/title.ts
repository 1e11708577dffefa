import { say } from '../../language/say.ts'
import { findField, textOf } from '../draft.ts'
import type { Rule } from '../rule.ts'

const FIRST_LINE = { line: 1, column: 1 }

export const titleRequired: Rule = {
  id: 'title-required',
  severity: 'error',
  summary: say`Every article has a title.`,
  *check({ fields }) {
    if (textOf(fields, 'title') !== undefined) return
    const field = findField(fields, 'title')
    if (field !== undefined && field.value.kind !== 'empty') return
    yield field === undefined
      ? {
          reason: say`The article has no title.`,
          place: FIRST_LINE,
          note: say`Add "title: ..." to the front matter.`,
        }
      : {
          reason: say`The title is empty.`,
          place: field.keyPlace,
          note: say`Write it after "title:"; a title that begins with "#" needs quotes, or YAML takes it for a comment.`,
        }
  },
}
