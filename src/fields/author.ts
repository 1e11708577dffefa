import * as z from 'zod'
import { say } from '../language/say.ts'
import type { ValueField } from './managed-field.ts'
import { plainToText } from './plain-text.ts'
import { same } from './same.ts'

/** In an article a login name or an id. */
export const author: ValueField<'author', string | undefined, string | undefined, number> = {
  frontMatter: {
    key: 'author',
    help: {
      en: 'The author: login name or id of a user of the site. Default: the user of the login.',
      ja: '投稿者のログイン名または ID。省略するとログインしたユーザーです。',
    },
    aliases: [],
    takes: 'text',
    pull: String,
    // Whoever brings a post here publishes it.
    pullNew: () => undefined,
  },
  read: ({ text }) => text('author'),
  managed: 'given',
  desire: same,
  resolve: (name, { author: find, need }) =>
    name === undefined ? undefined : need(find(name), 'author', say`the user "${name}"`),
  wire: { path: 'author', schema: z.number().default(0) },
  toLive: same,
  isFiltered: false,
  revision: 'none',
  isOnlyEdited: true,
  isInDraft: true,
  text: { live: (id, { user }) => user(id) ?? say`user ${id}`, desired: plainToText },
}
