import type { ArticleSource } from './contexts.ts'
import type { FrontMatterPart } from './managed-field.ts'
import {
  type ArticleFields,
  FIELD_NAMES,
  FIELDS,
  type FieldKey,
  type FieldName,
  mapFields,
} from './registry.ts'

/** What is the same for every field of the front matter: its keys, and what they take. */
export type FieldKeys = Pick<
  FrontMatterPart<FieldKey, never>,
  'key' | 'help' | 'aliases' | 'pattern' | 'instead' | 'elsewhere' | 'takes' | 'below'
>

/** The fields that front matter sets, in the order in which the file of a new article has them. */
export const FRONT_MATTER_FIELDS: readonly (FieldKeys & { readonly name: FieldName })[] = inOrder(
  FIELD_NAMES.flatMap((name) => {
    const part: FieldKeys | undefined = FIELDS[name].frontMatter
    return part === undefined ? [] : [{ ...part, name }]
  }),
)

/** The values of an article's fields. */
export function readFields(source: ArticleSource<FieldKey>): ArticleFields {
  return mapFields<ArticleFields>((name) => FIELDS[name].read(source))
}

/** The values of an article that says nothing but where it is. */
export function unsaidFields(slug: string): ArticleFields {
  return readFields({
    text: () => undefined,
    items: () => [],
    isEmptyOnPurpose: () => false,
    slug,
    status: 'draft',
    timezone: 'UTC',
    categories: undefined,
    picture: () => undefined,
    libraryPicture: () => undefined,
    ownPicture: undefined,
  })
}

/** Fields in the order of the registry, but for those that stand below another one. */
function inOrder<T extends FieldKeys>(fields: readonly T[]): T[] {
  const [moved, kept] = [true, false].map((isMoved) =>
    fields.filter(({ below }) => (below !== undefined) === isMoved),
  )
  return (moved ?? []).reduce((ordered, field) => {
    const above = ordered.findIndex(({ key }) => key === field.below)
    return ordered.toSpliced(above + 1, 0, field)
  }, kept ?? [])
}
