import { FIELD_NAMES, FIELDS, type FieldName, type FilteredName, type RevisedName } from './registry.ts'

/** What WordPress may store otherwise than sent for users without unfiltered_html. */
export const FILTERED_FIELDS = FIELD_NAMES.filter((name): name is FilteredName => FIELDS[name].isFiltered)

/** What revisions hold. */
export const REVISED_FIELDS = FIELD_NAMES.filter(
  (name): name is RevisedName => FIELDS[name].revision !== 'none',
)

/** What an article's body says. */
export const BODY_FIELDS: readonly FieldName[] = FIELD_NAMES.filter(
  (name) => FIELDS[name].frontMatter === undefined,
)
