import { closestMatch } from 'leven'
import { itemsOf } from '../draft.ts'
import type { Rule } from '../rule.ts'
import { cleanTermName, looseTermKey, termKey } from '../terms.ts'
import { findCategory } from '../terms-of.ts'

export const categoryKnown: Rule = {
  id: 'category-known',
  severity: 'error',
  summary: 'Every category is on the closed list of the configuration.',
  *check({ fields }, { config }) {
    if (config.categories === undefined) return
    const names = config.categories.map(({ name }) => name)
    for (const { text, place } of itemsOf(fields, 'categories')) {
      if (findCategory(text, config.categories) !== undefined) continue
      const near = closestMatch(cleanTermName(text), names, { maxDistance: Math.ceil(text.length / 3) })
      yield {
        reason: `The category "${cleanTermName(text)}" is not in wp.config.json.`,
        place,
        note: near === undefined ? `Use one of: ${names.join(', ')}.` : `Did you mean "${near}"?`,
        suggestion: near,
      }
    }
  },
}

export const tagSpelling: Rule = {
  id: 'tag-spelling',
  severity: 'warn',
  summary: 'A tag that looks like a known tag is spelt like it.',
  *check({ fields }, { config }) {
    const known = new Map(config.tags.map((tag) => [looseTermKey(tag), tag]))
    for (const { text, place } of itemsOf(fields, 'tags')) {
      const near = known.get(looseTermKey(text)) ?? nearTag(text, config.tags)
      if (near === undefined || cleanTermName(text) === near) continue
      yield {
        reason: `The tag "${cleanTermName(text)}" looks like the known tag "${near}".`,
        place,
        note: `Did you mean "${near}"? If not, add "${cleanTermName(text)}" to "tags" in wp.config.json.`,
        suggestion: near,
      }
    }
  },
}

export const termLength: Rule = {
  id: 'term-length',
  severity: 'error',
  summary: 'Names of categories and tags fit the 200 characters that WordPress stores.',
  *check({ fields }) {
    for (const name of ['categories', 'tags'] as const) {
      for (const { text, place } of itemsOf(fields, name)) {
        if (cleanTermName(text).length <= 200) continue
        yield { reason: 'This name is longer than 200 characters.', place, note: 'Shorten it.' }
      }
    }
  },
}

export const termTwice: Rule = {
  id: 'term-twice',
  severity: 'warn',
  summary: 'No category or tag is named twice.',
  *check({ fields }) {
    for (const name of ['categories', 'tags'] as const) {
      const seen = new Set<string>()
      for (const { text, place } of itemsOf(fields, name)) {
        if (seen.has(termKey(text))) {
          yield { reason: `"${text}" stands twice in "${name}".`, place, note: 'Remove one of the two.' }
        }
        seen.add(termKey(text))
      }
    }
  },
}

/** One slip of the finger in a name long enough that two real tags hardly differ by one letter. */
function nearTag(text: string, tags: readonly string[]): string | undefined {
  const name = cleanTermName(text)
  if (name.length < 6 || /\d/.test(name) || tags.includes(name)) return undefined
  return closestMatch(name, tags, { maxDistance: 1 })
}
