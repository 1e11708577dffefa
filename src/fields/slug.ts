import * as z from 'zod'
import { decodeSlug } from '../posts/slugs.ts'
import type { ValueField } from './managed-field.ts'
import { PLAIN_TEXT } from './plain-text.ts'
import { same } from './same.ts'

export const slug: ValueField<'slug', string> = {
  frontMatter: {
    key: 'slug',
    help: {
      en: 'The slug, percent-encoded or not. Default: the name of the file.',
      ja: 'スラッグ。省略するとファイル名になります。',
    },
    aliases: [],
    elsewhere: { permalink: 'slug' },
    takes: 'text',
    pull: same,
    // A draft may have none yet; its file then gives it one.
    pullNew: (live) => (live === '' ? undefined : live),
  },
  read: (source) => source.slug,
  managed: 'always',
  desire: same,
  resolve: same,
  wire: { path: 'slug', schema: z.string().transform(decodeSlug) },
  toLive: same,
  isFiltered: false,
  revision: 'none',
  isOnlyEdited: false,
  isInDraft: true,
  text: PLAIN_TEXT,
}
