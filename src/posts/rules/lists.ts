import { say } from '../../language/say.ts'
import { findField } from '../draft.ts'
import type { Rule } from '../rule.ts'
import { findCategory } from '../terms-of.ts'

const NAMES = ['categories', 'tags'] as const

/** A comma of either width, or the signs of a list that YAML joined to one text since no blank stands behind them. */
const SEVERAL = /[,，、]|^-\S.*\s-\S/

/** WordPress takes a comma for the end of a tag wherever tags are typed, so that names with a comma are rare. */
export const listItems: Rule = {
  id: 'list-items',
  severity: 'warn',
  summary: say`Several categories or tags are a list, and not one text with commas.`,
  *check({ fields }, { config }) {
    for (const name of NAMES) {
      const field = findField(fields, name)
      if (field === undefined) continue
      const { key, value, valuePlace: place } = field
      const only = value.kind === 'list' && value.items.length === 1 ? value.items[0]?.text : undefined
      const text = value.kind === 'text' ? value.text : only
      if (text === undefined || !SEVERAL.test(text)) continue
      const isKnown =
        name === 'tags'
          ? config.tags.includes(text)
          : findCategory(text, config.categories ?? []) !== undefined
      if (isKnown) continue
      const items = text.split(/\s*[,，、]\s*|(?:^|\s+)-(?=\S)/).filter((item) => item.trim() !== '')
      yield {
        reason: say`"${text}" is one name here, and not ${items.length}.`,
        place,
        note: say`Write a list: ${key}: [${items.map((item) => item.trim()).join(', ')}]`,
      }
    }
  },
}
