import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import type { Taxonomy, Term } from '../posts/types.ts'
import type { PullContext, ResolveContext, TextContext } from './contexts.ts'

/** The ids of terms on the site; `undefined` where one of them does not exist there yet. */
export function resolveTerms(
  terms: readonly Term[] | undefined,
  { term: find, need }: ResolveContext,
): readonly number[] | undefined {
  const found = terms?.map((term) => need(find(term), 'term', say`the term "${term.name}"`))
  return found?.every((id) => id !== undefined) ? found : undefined
}

/** The order of terms means nothing. */
export function asSet(ids: readonly number[]): readonly number[] {
  return ids.toSorted((a, b) => a - b)
}

/** The terms behind ids, as far as the site has listed them. */
export function termsOf(ids: readonly number[], taxonomy: Taxonomy, { term }: PullContext): Term[] {
  return ids.flatMap((id) => term(id, taxonomy) ?? [])
}

export function namesOf(terms: readonly Term[]): string[] {
  return terms.map(({ name }) => name)
}

export function termIdsToText(ids: readonly number[], taxonomy: Taxonomy, { term }: TextContext): string {
  return listToText(ids.map((id) => term(id, taxonomy) ?? say`term ${id}`))
}

export function listToText(names: readonly string[]): string {
  return names.length === 0 ? say`none` : listItems(names.toSorted((a, b) => (a < b ? -1 : 1)))
}
