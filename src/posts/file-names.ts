import type { Config } from '../config/types.ts'
import { findField, nameOf } from './draft.ts'
import { articleName } from './language.ts'
import { keptSlug } from './slugs.ts'
import type { Field } from './types.ts'

/** As Jekyll calls its posts, and many call theirs: 2026-01-05-my-article. */
const DATED = /^(\d{4}-\d{2}-\d{2})[-_](?=.)/

const FIRST_LINE = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

/**
 * What the name of a file says, as if it stood in the front matter that does not: a date, and a slug where that is not
 * the name itself.
 *
 * @param key of the article
 * @param given the fields of its front matter
 */
export function fieldsOfName(key: string, given: readonly Field[], config: Config): Field[] {
  const { dated } = config.fileNames
  const name = articleName(key, config)
  const [prefix = '', day] = (dated ? DATED.exec(name) : null) ?? []
  const slug = slugOfName(name.slice(prefix.length), config)
  const hasDate = findField(given, 'date') !== undefined || findField(given, 'publish_at') !== undefined
  return [
    ...(day === undefined || hasDate ? [] : [toField('date', day)]),
    ...(slug === nameOf({ key }) || findField(given, 'slug') !== undefined ? [] : [toField('slug', slug)]),
  ]
}

function slugOfName(name: string, { fileNames, languages }: Config): string {
  const ending = Object.values(languages)
    .flat()
    .find((candidate) => candidate.startsWith('.') && name.endsWith(candidate))
  // Hugo's `my-article.en.md`; no slug has a dot.
  const slug = ending === undefined ? name : `${name.slice(0, -ending.length)}-${ending.slice(1)}`
  return fileNames.slugs === 'kept' ? keptSlug(slug) : slug
}

function toField(key: string, text: string): Field {
  return {
    key,
    keyPlace: FIRST_LINE,
    value: { kind: 'text', text, quoted: false },
    valuePlace: FIRST_LINE,
  }
}
