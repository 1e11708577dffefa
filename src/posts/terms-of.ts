import type { Config, Term } from '../types.ts'
import type { Draft } from './draft.ts'
import { itemsOf } from './draft.ts'
import { cleanTermName, termKey } from './terms.ts'

type Category = NonNullable<Config['categories']>[number]

/**
 * The configured category that an author means: by name, by the name as the REST API shows it (`A &amp; B`),
 * by slug, or as `Parent > Child`.
 */
export function findCategory(text: string, categories: readonly Category[]): Category | undefined {
  const [child = '', parent] = text.split(' > ').reverse()
  const candidates = categories.filter(
    (category) => parent === undefined || termKey(category.parent ?? '') === termKey(parent),
  )
  return (
    candidates.find(({ name }) => termKey(name) === termKey(child)) ??
    candidates.find(({ slug }) => slug !== undefined && slug === text.trim()) ??
    categories.find(({ name }) => termKey(name) === termKey(text))
  )
}

/** The categories of an article as terms, each once; without a configured list as they are written. */
export function categoriesOf(draft: Draft, config: Config): Term[] {
  const terms = itemsOf(draft.fields, 'categories').map(({ text }): Term => {
    const known = findCategory(text, config.categories ?? [])
    if (known === undefined) return { taxonomy: 'category', name: cleanTermName(text) }
    const { name, slug, parent } = known
    return { taxonomy: 'category', name: cleanTermName(name), slug, parentName: parent }
  })
  return eachOnce(terms)
}

/** The tags of an article as terms, each once. */
export function tagsOf(draft: Draft): Term[] {
  const terms = itemsOf(draft.fields, 'tags').map(
    ({ text }): Term => ({ taxonomy: 'post_tag', name: cleanTermName(text) }),
  )
  return eachOnce(terms)
}

function eachOnce(terms: readonly Term[]): Term[] {
  const path = ({ name, parentName = '' }: Term): string => `${termKey(parentName)} > ${termKey(name)}`
  return [...new Map(terms.map((term) => [path(term), term])).values()]
}
