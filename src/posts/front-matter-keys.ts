import { FRONT_MATTER_FIELDS } from '../fields/front-matter.ts'
import type { KeyHelp } from '../fields/managed-field.ts'
import type { FieldKey } from '../fields/registry.ts'

/** Keys of the front matter that are no fields of a post, and what each is for. */
export const OTHER_KEYS = {
  id: {
    en: 'The id of the post on `site.url`, for posts that were there before.',
    ja: '`site.url` の投稿の ID。以前からある投稿のためのものです。',
  },
  lang: {
    en: 'The language of the article, such as `ja` or `en`. Default: what the ending of its name tells.',
    ja: '記事の言語 (`ja`、`en` など)。省略するとファイル名の末尾で決まります。',
  },
  pair: {
    en: 'A name that the translations of one article share. Default: the name without the ending of the language.',
    ja: '同じ記事の各言語版に共通の名前。省略すると言語の末尾を除いたファイル名です。',
  },
  series: {
    en: 'The name of the series that the article belongs to. Default: what `series` in wp.config.json says.',
    ja: '記事が属する連載の名前。省略すると wp.config.json の `series` で決まります。',
  },
  pulled: {
    en: 'Written by `pull`: which edits of wp-admin the file has taken over.',
    ja: '`pull` が書く値です。wp-admin でのどの編集を取り込んだかを表します。',
  },
} as const satisfies Record<string, KeyHelp>

export type OtherKey = keyof typeof OTHER_KEYS

export type FrontMatterKey = FieldKey | OtherKey

/** The front matter's keys and their other spellings. */
export const KEY_ALIASES = {
  ...Object.fromEntries(
    FRONT_MATTER_FIELDS.flatMap(({ key, aliases, instead = [] }) => [
      [key, aliases],
      ...instead.map((other) => [other, []]),
    ]),
  ),
  ...Object.fromEntries(Object.keys(OTHER_KEYS).map((key) => [key, []])),
} as Readonly<Record<FrontMatterKey, readonly string[]>>
