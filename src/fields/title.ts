import { htmlToText } from '../standards/html-to-text.ts'
import { HTML_TEXT } from './html-text.ts'
import type { TextField } from './managed-field.ts'
import { rawText } from './raw-text.ts'
import { same } from './same.ts'

/** A plain text: neither tags nor character references mean anything in it. */
export const title: TextField<'title', string> = {
  frontMatter: {
    key: 'title',
    help: {
      en: 'The title: plain text, in which `<T>` and `&` are themselves.',
      ja: '題名。書いたとおりの文字になります。`<T>` や `&` もそのままです。',
    },
    aliases: [],
    takes: 'text',
    pull: htmlToText,
    pullNew: htmlToText,
  },
  read: ({ text }) => text('title') ?? '',
  managed: 'always',
  desire: same,
  wire: { path: 'title', ask: 'title.raw', schema: rawText },
  toLive: same,
  isFiltered: true,
  revision: 'makes',
  isOnlyEdited: false,
  isInDraft: true,
  ...HTML_TEXT,
}
