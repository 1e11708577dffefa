import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanTermName, termKey } from '../../src/posts/terms.ts'
import type { Taxonomy, Term } from '../../src/posts/types.ts'
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
      for (const term of asked) expect(findTerm(term, terms)).toBe(findIndexedTerm(term, scan(terms)))
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
      expect(findIndexedTerm(term, index)).toBe(findIndexedTerm(term, scan([...terms, ...added])))
    }),
    { numRuns: 1000 },
  )
})

test('names that are written alike are the same for WordPress, so that the index holds them together', () => {
  fc.assert(
    fc.property(names, names, (one, other) => {
      fc.pre(cleanTermName(one) === cleanTermName(other))
      expect(termKey(one)).toBe(termKey(other))
    }),
  )
})

/** What an index answers, by going through all terms again for each question. */
function scan(terms: readonly RemoteTerm[]): Pick<TermIndex, 'withSlug' | 'withId' | 'alike'> {
  const within = (wanted: Taxonomy): RemoteTerm[] => terms.filter(({ taxonomy }) => taxonomy === wanted)
  return {
    withSlug: (taxonomy, wanted) => within(taxonomy).find(({ slug }) => slug === wanted),
    withId: (taxonomy, wanted) => within(taxonomy).find(({ id }) => id === wanted),
    alike: (taxonomy, wanted) => within(taxonomy).filter(({ name }) => termKey(name) === termKey(wanted)),
  }
}
