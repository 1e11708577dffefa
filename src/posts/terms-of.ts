import { agree, byName, type Category, parentPathOf, splitPath } from './category-paths.ts'
import { readSlug } from './slugs.ts'
import { cleanTermName, termKey } from './terms.ts'
import type { Term } from './types.ts'

/** An item of a list as it is written. */
interface Named {
  readonly text: string
}

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
    candidates.find(({ slug }) => slug !== undefined && readSlug(slug) === readSlug(text.trim())) ??
    byName(text, categories)
  )
}

/** The categories that an article names, as terms, each once; those that are not configured as they are written. */
export function categoriesOf(items: readonly Named[], configured: readonly Category[]): Term[] {
  const terms = items.map(({ text }): Term => {
    const known = findCategory(text, configured)
    return known === undefined
      ? { taxonomy: 'category', name: cleanTermName(text) }
      : toTerm(known, configured)
  })
  return eachOnce(terms)
}

/** A configured category as a term with the path of its parent. */
export function toTerm(category: Category, categories: readonly Category[]): Term {
  const { name, slug: given } = category
  const slug = given === undefined ? undefined : readSlug(given)
  const parentPath = parentPathOf(category, categories)
  return { taxonomy: 'category', name: cleanTermName(name), slug, parentPath }
}

/** The tags that an article names, as terms, each once. */
export function tagsOf(items: readonly Named[]): Term[] {
  const terms = items.map(({ text }): Term => ({ taxonomy: 'post_tag', name: cleanTermName(text) }))
  return eachOnce(terms)
}

function eachOnce(terms: readonly Term[]): Term[] {
  // Configured categories are told apart by their slugs, also where their names differ in case alone.
  const path = ({ name, slug = '', parentPath = '' }: Term): string =>
    `${termKey(parentPath)} > ${termKey(name)} ${slug}`
  return [...new Map(terms.map((term) => [path(term), term])).values()]
}
