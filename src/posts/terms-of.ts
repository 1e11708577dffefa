import type { Config } from '../config/types.ts'
import { agree, type Category, parentPathOf, splitPath } from './category-paths.ts'
import type { Draft } from './draft.ts'
import { itemsOf } from './draft.ts'
import { cleanTermName, termKey } from './terms.ts'
import type { Term } from './types.ts'

/**
 * The configured category that an author means: by name, by the name as the REST API shows it (`A &amp; B`), by slug,
 * by the name in other capitals, or by its path, `Parent > Child`.
 */
export function findCategory(text: string, categories: readonly Category[]): Category | undefined {
  const { name: child, parentPath } = splitPath(text)
  const candidates =
    parentPath === undefined
      ? categories
      : categories.filter((category) => agree(parentPathOf(category, categories) ?? '', parentPath))
  return (
    byName(child, candidates) ??
    candidates.find(({ slug }) => slug !== undefined && slug === text.trim()) ??
    byName(text, categories)
  )
}

/** Real lists hold names that differ in case alone; a name is taken for another only where none is written so. */
function byName(text: string, categories: readonly Category[]): Category | undefined {
  return (
    categories.find(({ name }) => cleanTermName(name) === cleanTermName(text)) ??
    categories.find(({ name }) => termKey(name) === termKey(text))
  )
}

/** The categories of an article as terms, each once; without a configured list as they are written. */
export function categoriesOf(draft: Draft, config: Config): Term[] {
  const terms = itemsOf(draft.fields, 'categories').map(({ text }): Term => {
    const known = findCategory(text, config.categories ?? [])
    if (known === undefined) return { taxonomy: 'category', name: cleanTermName(text) }
    return toTerm(known, config.categories ?? [])
  })
  return eachOnce(terms)
}

/** A configured category as a term with the path of its parent. */
export function toTerm(category: Category, categories: readonly Category[]): Term {
  const { name, slug } = category
  const parentPath = parentPathOf(category, categories)
  return { taxonomy: 'category', name: cleanTermName(name), slug, parentPath }
}

/** The tags of an article as terms, each once. */
export function tagsOf(draft: Draft): Term[] {
  const terms = itemsOf(draft.fields, 'tags').map(
    ({ text }): Term => ({ taxonomy: 'post_tag', name: cleanTermName(text) }),
  )
  return eachOnce(terms)
}

function eachOnce(terms: readonly Term[]): Term[] {
  // Configured categories are told apart by their slugs, also where their names differ in case alone.
  const path = ({ name, slug = '', parentPath = '' }: Term): string =>
    `${termKey(parentPath)} > ${termKey(name)} ${slug}`
  return [...new Map(terms.map((term) => [path(term), term])).values()]
}
