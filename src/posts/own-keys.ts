import type { Config } from '../config/types.ts'
import { own } from '../standards/own.ts'
import type { FrontMatterKey } from './front-matter-keys.ts'
import type { Field, FieldValue } from './types.ts'

/** What a project calls keys of the front matter: `frontMatter.aliases` of the configuration. */
export type OwnKeys = Config['frontMatter']['aliases']

/** A field under the name that is used here, as far as the project calls it otherwise. */
export function readOwnField(field: Field, aliases: OwnKeys): Field {
  const key = own(aliases, field.key)
  if (key === undefined) return field
  return { ...field, key, written: field.key, value: key === 'status' ? readFlag(field) : field.value }
}

/** The keys that a project calls like that. */
export function ownKeysOf(name: FrontMatterKey, aliases: OwnKeys): string[] {
  return Object.entries(aliases).flatMap(([key, meant]) => (meant === name ? [key] : []))
}

/** Zenn's `published: true` and the `draft: true` of Hugo, Jekyll and Astro say a status by yes or no. */
function readFlag({ key, value }: Field): FieldValue {
  const status = value.kind === 'text' ? statusOfFlag(key, value.text) : undefined
  return value.kind === 'text' && status !== undefined ? { ...value, text: status } : value
}

/** The status that a flag means; `undefined` where the text is none. */
export function statusOfFlag(key: string, text: string): 'publish' | 'draft' | undefined {
  if (text !== 'true' && text !== 'false') return undefined
  return (text === 'true') === (key === 'draft') ? 'draft' : 'publish'
}

/** The flag that means a status; `undefined` where none does. */
export function flagOfStatus(key: string, status: string): 'true' | 'false' | undefined {
  if (status !== 'publish' && status !== 'draft') return undefined
  return (status === 'draft') === (key === 'draft') ? 'true' : 'false'
}
