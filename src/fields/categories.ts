import * as z from 'zod'
import type { Category } from '../posts/category-paths.ts'
import { categoriesOf } from '../posts/terms-of.ts'
import type { Term } from '../posts/types.ts'
import type { ValueField } from './managed-field.ts'
import { asSet, listToText, namesOf, resolveTerms, termIdsToText, termsOf } from './term-ids.ts'

export const categories: ValueField<
  'categories',
  readonly Term[],
  readonly Term[] | undefined,
  readonly number[]
> = {
  frontMatter: {
    key: 'categories',
    help: {
      en: 'Categories of the closed list: by name, by slug, or as `Parent > Child`. Default: the default category of the site.',
      ja: 'カテゴリー。名前、スラッグ、または `親 > 子`。省略するとサイトの既定のカテゴリーです。',
    },
    aliases: [],
    takes: 'list',
    pull: (ids, context) => namesOf(termsOf(ids, 'category', context)),
    pullNew: (ids, context) => writtenCategories(termsOf(ids, 'category', context), context.categories),
  },
  read: ({ items, categories: closed }) => categoriesOf(items('categories'), closed ?? []),
  managed: 'given',
  // WordPress puts a post without a category into its default one; that is its choice, not an edit.
  desire: (terms) => (terms.length === 0 ? undefined : terms),
  resolve: resolveTerms,
  wire: { path: 'categories', schema: z.array(z.number()).default([]) },
  toLive: (ids) => ids,
  canonical: asSet,
  whenGone: 'edited',
  isFiltered: false,
  revision: 'none',
  isOnlyEdited: true,
  isInDraft: true,
  text: {
    live: (ids, context) => termIdsToText(ids, 'category', context),
    desired: (terms) => listToText(namesOf(terms ?? [])),
  },
}

/** The categories to write: WordPress's own default one is left to WordPress. */
function writtenCategories(terms: readonly Term[], closed: readonly Category[] = []): string[] | undefined {
  const [only, ...others] = terms
  if (only === undefined) return undefined
  const isDefault = others.length === 0 && only.slug === 'uncategorized'
  return isDefault && !closed.some(({ slug }) => slug === only.slug) ? undefined : namesOf(terms)
}
