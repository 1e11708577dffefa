import * as z from 'zod'
import { tagsOf } from '../posts/terms-of.ts'
import type { Term } from '../posts/types.ts'
import type { ValueField } from './managed-field.ts'
import { asSet, listToText, namesOf, resolveTerms, termIdsToText, termsOf } from './term-ids.ts'

export const tags: ValueField<'tags', readonly Term[], readonly Term[], readonly number[]> = {
  frontMatter: {
    key: 'tags',
    help: {
      en: 'Tags by name; new ones are created. Default: none.',
      ja: 'タグの名前。サイトにないものは作られます。',
    },
    aliases: [],
    elsewhere: { topics: 'tags' },
    takes: 'list',
    pull: (ids, context) => namesOf(termsOf(ids, 'post_tag', context)),
    pullNew: (ids, context) => {
      const names = namesOf(termsOf(ids, 'post_tag', context))
      return names.length === 0 ? undefined : names
    },
  },
  read: ({ items }) => tagsOf(items('tags')),
  managed: 'always',
  desire: (terms) => terms,
  resolve: resolveTerms,
  wire: { path: 'tags', schema: z.array(z.number()).default([]) },
  toLive: (ids) => ids,
  canonical: asSet,
  whenGone: 'edited',
  isFiltered: false,
  revision: 'none',
  isOnlyEdited: true,
  isInDraft: false,
  text: {
    live: (ids, context) => termIdsToText(ids, 'post_tag', context),
    desired: (terms) => listToText(namesOf(terms)),
  },
}
