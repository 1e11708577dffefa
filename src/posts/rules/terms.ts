import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { closest } from '../../limits/closest.ts'
import { itemsOf } from '../draft.ts'
import { nearest } from '../nearest.ts'
import type { FolderContext, Rule } from '../rule.ts'
import { cleanTermName, looseTermKey, termKey } from '../terms.ts'
import { findCategory } from '../terms-of.ts'
import { scalarFix } from '../yaml-scalar.ts'

export const categoryKnown: Rule = {
  id: 'category-known',
  severity: 'error',
  summary: say`Every category is on the closed list of the configuration.`,
  *check({ fields }, { config }) {
    if (config.categories === undefined) return
    const names = config.categories.map(({ name }) => name)
    for (const { text, place } of itemsOf(fields, 'categories')) {
      if (findCategory(text, config.categories) !== undefined) continue
      const near = nearest(cleanTermName(text), names)
      yield {
        reason: say`The category "${cleanTermName(text)}" is not in wp.config.json.`,
        place,
        note: near === undefined ? say`Use one of: ${listItems(names)}.` : say`Did you mean "${near}"?`,
        suggestion: near,
      }
    }
  },
}

export const categorySpelling: Rule = {
  id: 'category-spelling',
  severity: 'warn',
  summary: say`A category is written as readers see it, without HTML entities.`,
  *check({ source, fields }, { config }) {
    for (const { text, place } of itemsOf(fields, 'categories')) {
      const known = findCategory(text, config.categories ?? [])
      const name = cleanTermName(known?.name ?? text)
      // Written by its slug or with its parent, it is another form on purpose.
      if (text === name || termKey(text) !== termKey(name)) continue
      const alike = config.categories?.filter((one) => termKey(one.name) === termKey(name)) ?? []
      const isSure = alike.length < 2 || cleanTermName(text) === name
      yield {
        reason: say`The category "${name}" is written "${text}".`,
        place,
        note: say`Write "${name}".`,
        suggestion: name,
        fix: isSure ? scalarFix(source, place, name) : undefined,
      }
    }
  },
}

export const tagSpelling: Rule = {
  id: 'tag-spelling',
  severity: 'warn',
  summary: say`A tag that looks like a known tag is spelt like it.`,
  *check({ source, fields }, { config }) {
    const known = new Map(config.tags.map((tag) => [looseTermKey(tag), tag]))
    for (const { text, place } of itemsOf(fields, 'tags')) {
      const name = cleanTermName(text)
      if (config.tags.includes(name)) continue
      const same = known.get(looseTermKey(text))
      const near = same ?? nearTag(text, config.tags)
      if (near === undefined) continue
      yield {
        reason: say`The tag "${name}" looks like the known tag "${near}".`,
        place,
        note: say`Did you mean "${near}"? If not, add "${name}" to "tags" in wp.config.json.`,
        suggestion: near,
        fix: same === undefined ? undefined : scalarFix(source, place, same),
      }
    }
  },
}

/** Without a list of known tags, or beside it, articles are compared with each other. */
export const tagVariants: Rule<FolderContext> = {
  id: 'tag-variants',
  severity: 'warn',
  summary: say`All articles spell a tag alike: case, width, blanks and hyphens make no other tag.`,
  *check({ fields }, { config, tagSpellings }) {
    for (const { text, place } of itemsOf(fields, 'tags')) {
      const name = cleanTermName(text)
      const spellings = tagSpellings.get(looseTermKey(text)) ?? []
      const [usual] = spellings
      // What the configuration knows is tag-spelling's business.
      if (usual === undefined || usual.name === name || isKnown(text, config.tags)) continue
      yield {
        reason: say`The tag "${name}" is "${usual.name}" in ${usual.path}.`,
        place,
        note:
          termKey(usual.name) === termKey(name)
            ? say`Write "${usual.name}": WordPress makes one tag of both, and shows it as it was written first.`
            : say`Did you mean "${usual.name}"? One tag spelt in two ways is two tags on the site.`,
        suggestion: usual.name,
      }
    }
  },
}

export const termLength: Rule = {
  id: 'term-length',
  severity: 'error',
  summary: say`Names of categories and tags fit the 200 characters that WordPress stores.`,
  *check({ fields }) {
    for (const name of ['categories', 'tags'] as const) {
      for (const { text, place } of itemsOf(fields, name)) {
        if (cleanTermName(text).length <= 200) continue
        yield { reason: say`This name is longer than 200 characters.`, place, note: say`Shorten it.` }
      }
    }
  },
}

export const termTwice: Rule = {
  id: 'term-twice',
  severity: 'warn',
  summary: say`No category or tag is named twice.`,
  *check({ fields }) {
    for (const name of ['categories', 'tags'] as const) {
      const seen = new Set<string>()
      for (const { text, place } of itemsOf(fields, name)) {
        if (seen.has(termKey(text))) {
          yield {
            reason: say`"${text}" stands twice in "${name}".`,
            place,
            note: say`Remove one of the two.`,
          }
        }
        seen.add(termKey(text))
      }
    }
  },
}

function isKnown(text: string, tags: readonly string[]): boolean {
  return tags.some((tag) => looseTermKey(tag) === looseTermKey(text))
}

/** One slip of the finger in a name long enough that two real tags hardly differ by one letter. */
function nearTag(text: string, tags: readonly string[]): string | undefined {
  const name = cleanTermName(text)
  if (name.length < 6 || /\d/.test(name) || tags.includes(name)) return undefined
  return closest(name, tags, 1)
}
