import type { Config } from '../config/types.ts'
import { type FrontMatterKey, KEY_ALIASES } from './front-matter-keys.ts'
import { articleName, type NameParts, splitLanguage } from './language.ts'
import { readSlug } from './slugs.ts'
import type { Field, SourceHead } from './types.ts'

/** A source post with its front matter laid out for the rules. */
export interface Draft {
  readonly source: SourceHead
  readonly fields: readonly Field[]
  readonly unreadable: boolean
  readonly language: string | undefined
  readonly pair: string | undefined
  readonly slug: string
}

/** Lays out an article for the rules; judges nothing. */
export function toDraft(source: SourceHead, config: Config): Draft {
  const { fields, unreadable } = source
  const slug = slugOf(source)
  const told = languageParts(source.key, slug, config)
  return {
    source,
    fields,
    unreadable,
    language: textOf(fields, 'lang') ?? told.language,
    pair: textOf(fields, 'pair') ?? (told.language === undefined ? undefined : told.base),
    slug,
  }
}

/** The slug that is given, or the name of the file, in the form in which slugs are compared. */
export function slugOf(source: Pick<SourceHead, 'key' | 'fields'>): string {
  return readSlug(textOf(source.fields, 'slug') ?? nameOf(source))
}

/** What the name of the file tells of the language, or, where that tells nothing, the slug. */
export function languageParts(key: string, slug: string, config: Config): NameParts {
  const fromName = splitLanguage(articleName(key, config), config.languages)
  return fromName.language === undefined ? splitLanguage(slug, config.languages) : fromName
}

/** The name of the file, without its ending. */
export function nameOf({ key }: Pick<SourceHead, 'key'>): string {
  return key.slice(key.lastIndexOf('/') + 1)
}

/** The field of that name, or of one of its aliases; the first where both stand. */
export function findField(fields: readonly Field[], name: FrontMatterKey): Field | undefined {
  const names: readonly string[] = [name, ...KEY_ALIASES[name]]
  return fields.find((field) => names.includes(field.key))
}

/** The text of a field, or `undefined` where it is not given, empty, or not text. */
export function textOf(fields: readonly Field[], name: FrontMatterKey): string | undefined {
  const value = findField(fields, name)?.value
  return value?.kind === 'text' ? value.text : undefined
}

/** The items of a list field; a single text counts as a list of one, as authors write `tags: PHP`. */
export function itemsOf(
  fields: readonly Field[],
  name: FrontMatterKey,
): readonly { text: string; place: Field['keyPlace'] }[] {
  const field = findField(fields, name)
  if (field === undefined) return []
  if (field.value.kind === 'text') return [{ text: field.value.text, place: field.valuePlace }]
  if (field.value.kind !== 'list') return []
  return field.value.items.flatMap(({ text, place }) =>
    text === undefined || text === '' ? [] : [{ text, place }],
  )
}

/** The status that an article gives, whether there is such a one or not, or else that of the folder. */
export function writtenStatus({ fields }: Pick<Draft, 'fields'>, { frontMatter }: Config): string {
  return textOf(fields, 'status') ?? frontMatter.status
}

/** Whether an article says that it is work in progress, or the folder says so of those without a status. */
export function isUnfinished(
  { fields, unreadable }: Pick<Draft, 'fields' | 'unreadable'>,
  { frontMatter }: Config,
): boolean {
  const value = findField(fields, 'status')?.value
  const isUnsaid = value === undefined || value.kind === 'empty'
  return !unreadable && (isUnsaid ? frontMatter.status : textOf(fields, 'status')) === 'draft'
}
