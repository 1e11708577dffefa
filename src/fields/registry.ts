import type * as z from 'zod'
import { author } from './author.ts'
import { categories } from './categories.ts'
import { commentStatus } from './comment-status.ts'
import { content } from './content.ts'
import { date } from './date.ts'
import { excerpt } from './excerpt.ts'
import { featuredMedia } from './featured-media.ts'
import { footnotes } from './footnotes.ts'
import { format } from './format.ts'
import type { ManagedField } from './managed-field.ts'
import { pingStatus } from './ping-status.ts'
import { slug } from './slug.ts'
import { status } from './status.ts'
import { sticky } from './sticky.ts'
import { tags } from './tags.ts'
import { title } from './title.ts'

/**
 * Every field that Rensai can manage, in the order in which people read about them. The names stand in the
 * markers of published posts.
 */
const registry = {
  title,
  content,
  excerpt,
  slug,
  status,
  date,
  categories,
  tags,
  featuredMedia,
  author,
  sticky,
  commentStatus,
  pingStatus,
  format,
  footnotes,
}

type Registry = typeof registry

export type FieldName = keyof Registry

/** The values of the fields in a `RemotePost`. */
export type StoredFields = { readonly [N in FieldName]: z.output<Registry[N]['wire']['schema']> }

/** The values of the fields as they are compared, hashed and written. */
export type LiveFields = { readonly [N in FieldName]: ReturnType<Registry[N]['toLive']> }

/** The values of the fields in a `DesiredPost`; what an article leaves to WordPress is `undefined`. */
export type DesiredFields = { readonly [N in FieldName]: ReturnType<Registry[N]['desire']> }

/** The fields that revisions hold. */
export type RevisedName = { [N in FieldName]: Registry[N]['revision'] extends 'none' ? never : N }[FieldName]

/** The fields that WordPress filters for limited users. */
export type FilteredName = {
  [N in FieldName]: Registry[N]['isFiltered'] extends false ? never : N
}[FieldName]

type FrontMatterOf<N extends FieldName> = NonNullable<Registry[N]['frontMatter']>

/** The keys of the front matter that set fields. */
export type FieldKey = { [N in FieldName]: KeyOf<FrontMatterOf<N>> }[FieldName]

type KeyOf<Part> = Part extends { readonly key: infer Key extends string } ? Key : never

/** The values of the fields in a `Post`; what its body says stands in `tree`, and here is `undefined`. */
export type ArticleFields = { readonly [N in FieldName]: Parameters<Registry[N]['desire']>[0] }

/** The same records, in a form that code about any field can be written for. */
export const FIELDS: {
  readonly [N in FieldName]: ManagedField<
    KeyOf<FrontMatterOf<N>>,
    ArticleFields[N],
    DesiredFields[N],
    LiveFields[N],
    StoredFields[N]
  >
} = registry

export const FIELD_NAMES = Object.keys(registry) as FieldName[]

/** Makes something of each field, by the names of the fields. */
export function mapFields<Result extends { readonly [N in FieldName]: unknown }>(
  make: <N extends FieldName>(name: N) => Result[N],
): Result {
  return mapSome(FIELD_NAMES, make) as Result
}

/** The same of some of the fields. */
export function mapSome<Result extends { readonly [N in FieldName]: unknown }>(
  names: readonly FieldName[],
  make: <N extends FieldName>(name: N) => Result[N],
): Partial<Result> {
  return Object.fromEntries(names.map((name) => [name, make(name)])) as Partial<Result>
}
