import stringWidth from 'fast-string-width'
import { say } from '../../language/say.ts'
import { findField, textOf } from '../draft.ts'
import type { Rule } from '../rule.ts'

/** Search engines cut titles by their width in pixels, which is about this many half-width characters. */
const WIDEST_TITLE = 60

export const titleLength: Rule = {
  id: 'title-length',
  severity: 'off',
  summary: say`A title fits into one line of search results: 30 full-width characters or 60 others.`,
  *check({ fields }) {
    const title = textOf(fields, 'title')
    if (title === undefined) return
    const width = stringWidth(title)
    if (width <= WIDEST_TITLE) return
    yield {
      reason: say`The title is as wide as ${width} letters; search results cut it after about ${WIDEST_TITLE}.`,
      place: findField(fields, 'title')?.valuePlace,
      note: say`Put what matters first, or shorten it.`,
    }
  },
}

export const excerptGiven: Rule = {
  id: 'excerpt-given',
  severity: 'off',
  summary: say`Every article has an excerpt of its own, for lists and search results.`,
  *check({ fields }) {
    if (textOf(fields, 'excerpt') !== undefined) return
    yield {
      reason: say`The article has no excerpt.`,
      place: (findField(fields, 'excerpt') ?? findField(fields, 'title'))?.keyPlace ?? { line: 1, column: 1 },
      note: say`Add "excerpt: ..." with one or two sentences; otherwise the first paragraph stands in for it.`,
    }
  },
}
