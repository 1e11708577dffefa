import { splitPath } from '../posts/category-paths.ts'
import { cleanTermName, termKey } from '../posts/terms.ts'
import type { Taxonomy, Term } from '../posts/types.ts'
import type { RemoteTerm } from '../site/types.ts'
import { TermIndex } from './term-index.ts'

type Index = Pick<TermIndex, 'withSlug' | 'withId' | 'alike'>

/** Every article asks for its terms, and a site can have thousands. */
const indexes = new WeakMap<readonly RemoteTerm[], TermIndex>()

/**
 * Looks a term up in a list, as {@link findIndexedTerm} says.
 *
 * @param terms an index of it is made at the first look, so it has to stay as it is
 */
export function findTerm(term: Term, terms: readonly RemoteTerm[]): RemoteTerm | undefined {
  const index = indexes.get(terms) ?? new TermIndex(terms)
  indexes.set(terms, index)
  return findIndexedTerm(term, index)
}

/**
 * The site's term that is meant: by slug where one is given, otherwise by name, as WordPress compares names; of
 * categories with one name the one below the given parents, and the highest where more than one is. Without a
 * configured list `Parent > Child` names both.
 */
export function findIndexedTerm(term: Term, index: Index): RemoteTerm | undefined {
  const bySlug = term.slug === undefined ? undefined : index.withSlug(term.taxonomy, term.slug)
  if (bySlug !== undefined) return bySlug
  const { taxonomy, name, parentPath } = term
  // A site can hold names that differ in case alone; of those the one that is written so comes first.
  // With a slug of its own WordPress makes a term beside one whose name differs in case alone (wp_insert_term).
  const alike =
    term.slug === undefined
      ? index.alike(taxonomy, name)
      : index.alike(taxonomy, name).filter((candidate) => isWritten(candidate, name))
  const named = alike.toSorted((a, b) => Number(isWritten(b, name)) - Number(isWritten(a, name)))
  if (taxonomy === 'post_tag') return named[0]
  const paths = new Map(named.map((candidate) => [candidate, ancestorsOf(candidate, taxonomy, index)]))
  const meant = named.filter(
    (candidate) => parentPath === undefined || isBelow(paths.get(candidate) ?? [], parentPath),
  )
  // So it is with parents; behind that comes the highest.
  const isPathWritten = (one: RemoteTerm): number =>
    Number(parentPath !== undefined && isBelow(paths.get(one) ?? [], parentPath, cleanTermName))
  const [found] = meant.sort(
    (a, b) =>
      Number(isWritten(b, name)) - Number(isWritten(a, name)) ||
      isPathWritten(b) - isPathWritten(a) ||
      (paths.get(a)?.length ?? 0) - (paths.get(b)?.length ?? 0),
  )
  if (found !== undefined || parentPath !== undefined) return found
  const split = splitPath(name)
  return split.parentPath === undefined ? undefined : findIndexedTerm({ taxonomy, ...split }, index)
}

function isWritten(term: RemoteTerm, name: string): boolean {
  return cleanTermName(term.name) === cleanTermName(name)
}

/** Names of the categories above one, the nearest first. */
function ancestorsOf({ parent }: RemoteTerm, taxonomy: Taxonomy, index: Index): string[] {
  const above = index.withId(taxonomy, parent)
  return above === undefined ? [] : [above.name, ...ancestorsOf(above, taxonomy, index)]
}

/** @param toKey what two names have in common that are one */
function isBelow(ancestors: readonly string[], parentPath: string, toKey = termKey): boolean {
  const names = parentPath.split(' > ').reverse()
  return names.every((name, index) => toKey(name) === toKey(ancestors[index] ?? ''))
}
