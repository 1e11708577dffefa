import type { TextField } from './managed-field.ts'
import { PLAIN_TEXT } from './plain-text.ts'
import { rawText } from './raw-text.ts'
import { same } from './same.ts'

export const title: TextField<'title', string> = {
  frontMatter: {
    key: 'title',
    aliases: [],
    takes: 'text',
    pull: same,
    pullNew: same,
  },
  read: ({ text }) => text('title') ?? '',
  managed: 'always',
  desire: same,
  resolve: same,
  wire: { path: 'title', ask: 'title.raw', schema: rawText },
  toLive: same,
  isFiltered: true,
  revision: 'makes',
  isOnlyEdited: false,
  isInDraft: true,
  text: PLAIN_TEXT,
}
