import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitPath } from '../../src/posts/category-paths.ts'
import { cleanTermName, termKey } from '../../src/posts/terms.ts'
import type { Term } from '../../src/posts/types.ts'
import type { RemoteTerm } from '../../src/site/types.ts'
import { findIndexedTerm, findTerm } from '../../src/sync/find-term.ts'
import { TermIndex } from '../../src/sync/term-index.ts'

const taxonomies = fc.constantFrom('category' as const, 'post_tag' as const)
const names = fc.constantFrom(
  'Go',
  'GO',
  'go ',
  'Go  ',
  'A & B',
  'A &amp; B',
  'a',
  'A > Go',
  'A > a > Go',
  'が',
  'か\u3099',
  '',
)
const slugs = fc.constantFrom('go', 'a', 'b', '')

/** Ids may be there twice, parents may be missing; nothing is above itself. */
const lists = fc
  .array(fc.tuple(taxonomies, names, slugs, fc.integer({ min: 1, max: 9 }), fc.nat({ max: 8 })))
  .map((terms) =>
    terms.map(
      ([taxonomy, name, slug, id, parent]): RemoteTerm => ({
        taxonomy,
        name,
        slug,
        id,
        parent: parent < id ? parent : 0,
      }),
    ),
  )

const wanted: fc.Arbitrary<Term> = fc.record({
  taxonomy: taxonomies,
  name: names,
  slug: fc.option(slugs, { nil: undefined }),
  parentPath: fc.option(fc.constantFrom('A', 'a', 'Go', 'A > a', 'a > A', ''), { nil: undefined }),
})

test('a term is found by an index as by going through all of them', () => {
  fc.assert(
    fc.property(lists, fc.array(wanted), (terms, asked) => {
      for (const term of asked) expect(findTerm(term, terms)).toBe(searchTerm(term, terms))
    }),
    { numRuns: 2000 },
  )
})

test('also by one to which terms have been added since', () => {
  fc.assert(
    fc.property(lists, lists, wanted, (terms, added, term) => {
      const index = new TermIndex(terms)
      for (const one of added) index.add(one)
      expect(index.terms).toEqual([...terms, ...added])
      expect(findIndexedTerm(term, index)).toBe(searchTerm(term, [...terms, ...added]))
    }),
    { numRuns: 1000 },
  )
})

/** What `findTerm` says, by going through all terms again for each. */
function searchTerm(term: Term, terms: readonly RemoteTerm[]): RemoteTerm | undefined {
  const candidates = terms.filter(({ taxonomy }) => taxonomy === term.taxonomy)
  const bySlug = term.slug === undefined ? undefined : candidates.find(({ slug }) => slug === term.slug)
  if (bySlug !== undefined) return bySlug
  const { taxonomy, name, parentPath } = term
  // A site can hold names that differ in case alone; of those the one that is written so comes first.
  // With a slug of its own WordPress makes a term beside one whose name differs in case alone (wp_insert_term).
  const isAlike = (candidate: RemoteTerm): boolean =>
    term.slug === undefined
      ? termKey(candidate.name) === termKey(name)
      : cleanTermName(candidate.name) === cleanTermName(name)
  const alike = candidates.filter(isAlike)
  const named = alike.toSorted((a, b) => Number(isWritten(b, name)) - Number(isWritten(a, name)))
  if (taxonomy === 'post_tag') return named[0]
  const paths = new Map(named.map((candidate) => [candidate, ancestorsOf(candidate, candidates)]))
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
  return split.parentPath === undefined ? undefined : searchTerm({ taxonomy, ...split }, candidates)
}

function isWritten(term: RemoteTerm, name: string): boolean {
  return cleanTermName(term.name) === cleanTermName(name)
}

/** Names of the categories above one, the nearest first. */
function ancestorsOf({ parent }: RemoteTerm, categories: readonly RemoteTerm[]): string[] {
  const above = categories.find(({ id }) => id === parent)
  return above === undefined ? [] : [above.name, ...ancestorsOf(above, categories)]
}

/** @param toKey what two names have in common that are one */
function isBelow(ancestors: readonly string[], parentPath: string, toKey = termKey): boolean {
  const names = parentPath.split(' > ').reverse()
  return names.every((name, index) => toKey(name) === toKey(ancestors[index] ?? ''))
}
