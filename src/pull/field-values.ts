import type { NewFileContext, PullContext } from '../fields/contexts.ts'
import { FRONT_MATTER_FIELDS } from '../fields/front-matter.ts'
import type { FrontMatterValue } from '../fields/managed-field.ts'
import { FIELDS, type FieldName, type LiveFields } from '../fields/registry.ts'
import type { FrontMatterKey } from '../posts/front-matter-keys.ts'

export type KeyValue = readonly [FrontMatterKey, FrontMatterValue]

/** The keys of the front matter that say these fields, and what they say on the site. */
export function valuesOf(
  names: readonly FieldName[],
  live: LiveFields,
  context: PullContext,
): Map<FrontMatterKey, FrontMatterValue> {
  const toPair = <N extends FieldName>(name: N): KeyValue[] => {
    const part = FIELDS[name].frontMatter
    return part === undefined ? [] : [[part.key, part.pull(live[name], context)]]
  }
  return new Map(names.flatMap(toPair))
}

/** What the front matter of a new file says of the fields of a post but those that are withheld, in order. */
export function newValues(
  live: LiveFields,
  withheld: ReadonlySet<FieldName>,
  context: NewFileContext,
): KeyValue[] {
  const valueFor = <N extends FieldName>(name: N): FrontMatterValue =>
    FIELDS[name].frontMatter?.pullNew(live[name], context)
  return FRONT_MATTER_FIELDS.map(({ key, name }) => [key, withheld.has(name) ? undefined : valueFor(name)])
}
