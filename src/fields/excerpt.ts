import { htmlToText } from '../standards/html-to-text.ts'
import { HTML_TEXT } from './html-text.ts'
import type { TextField } from './managed-field.ts'
import { rawText } from './raw-text.ts'
import { same } from './same.ts'

/** A plain text, as the title is. */
export const excerpt: TextField<'excerpt', string | undefined> = {
  frontMatter: {
    key: 'excerpt',
    help: {
      en: 'The excerpt, plain text; `""` for none. Default: the first paragraph.',
      ja: '抜粋。`""` は「なし」。省略すると最初の段落になります。',
    },
    aliases: [],
    elsewhere: { description: 'excerpt', summary: 'excerpt' },
    takes: 'text',
    pull: (live) => htmlToText(live).trim(),
    pullNew: (live, { derivedExcerpt }) => ownExcerpt(live, derivedExcerpt),
    below: 'featured_image',
  },
  // An excerpt that is empty on purpose is none; WordPress then makes one.
  read: ({ text, isEmptyOnPurpose }) => text('excerpt') ?? (isEmptyOnPurpose('excerpt') ? '' : undefined),
  managed: 'given',
  // Without one, an excerpt written in wp-admin stays.
  desire: (_, { rendered }) => (rendered.excerpt === '' ? undefined : rendered.excerpt),
  wire: { path: 'excerpt', ask: 'excerpt.raw', schema: rawText },
  toLive: same,
  isFiltered: true,
  revision: 'makes',
  isOnlyEdited: false,
  isInDraft: false,
  ...HTML_TEXT,
}

/** The excerpt of a post as text, where the first paragraph would not give the same. */
export function ownExcerpt(live: string, derived: string): string | undefined {
  const text = htmlToText(live).trim()
  return text === derived ? undefined : text
}
