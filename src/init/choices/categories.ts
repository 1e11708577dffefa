import type { Config } from '../../config/types.ts'
import { count } from '../../language/count.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { splitPath } from '../../posts/category-paths.ts'
import { itemsOf } from '../../posts/draft.ts'
import { readOwnFields } from '../../posts/own-keys.ts'
import { keptSlug } from '../../posts/slugs.ts'
import { cleanTermName, termKey } from '../../posts/terms.ts'
import { findCategory } from '../../posts/terms-of.ts'
import type { RemoteTerm } from '../../site/types.ts'
import type { Choice } from '../choice.ts'
import type { Survey } from '../types.ts'

interface Category {
  readonly name: string
  readonly slug?: string
  readonly parent?: string
}

/**
 * The closed list of categories: those of the site, and what the articles name besides.
 *
 * @param frontMatter how the articles' keys are read
 * @param terms the categories of the site, where it could be asked
 */
export function chooseCategories(
  { articles }: Survey,
  frontMatter: Config['frontMatter'],
  terms: readonly RemoteTerm[] | undefined,
): Choice[] {
  const ofSite = (terms ?? []).map((term) => toCategory(term, terms ?? []))
  const named = articles.flatMap(({ fields }) =>
    itemsOf(readOwnFields(fields, frontMatter), 'categories').map(({ text }) => text),
  )
  const list: Category[] = [...ofSite]
  const added: string[] = []
  for (const text of named) {
    if (findCategory(text, list) !== undefined) continue
    for (const category of withParents(text)) {
      if (list.some((other) => isSame(other, category))) continue
      list.push(category)
      added.push(category.name)
    }
  }
  if (list.length === 0) return []
  const amount = count(list.length, 'category')
  const why =
    terms === undefined
      ? say`${amount} that the articles name; any other name is an error, so that a slip makes none.`
      : added.length === 0
        ? say`${amount} that the site has; the articles name no other.`
        : say`Those of the site, and ${listItems(added.map(quoted))}, which it does not have: publish --create-categories makes them.`
  return [{ path: ['categories'], value: list, why }]
}

function toCategory({ name, slug, parent }: RemoteTerm, terms: readonly RemoteTerm[]): Category {
  const above = terms.find(({ id }) => id === parent)
  return {
    name: cleanTermName(name),
    ...(keptSlug(name) === slug ? {} : { slug }),
    ...(above === undefined ? {} : { parent: pathOf(above, terms) }),
  }
}

function pathOf(
  { id, name, parent }: RemoteTerm,
  terms: readonly RemoteTerm[],
  below: readonly number[] = [],
): string {
  const above = below.includes(parent) ? undefined : terms.find((term) => term.id === parent)
  return above === undefined
    ? cleanTermName(name)
    : `${pathOf(above, terms, [...below, id])} > ${cleanTermName(name)}`
}

/** `A > B` as A and, below it, B. */
function withParents(text: string): Category[] {
  const { name, parentPath } = splitPath(text)
  if (parentPath === undefined) return [{ name: cleanTermName(name) }]
  return [...withParents(parentPath), { name: cleanTermName(name), parent: parentPath }]
}

function isSame(one: Category, other: Category): boolean {
  return (
    termKey(one.name) === termKey(other.name) && termKey(one.parent ?? '') === termKey(other.parent ?? '')
  )
}

function quoted(name: string): string {
  return say`"${name}"`
}
