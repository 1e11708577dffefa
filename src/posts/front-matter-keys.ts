import { FRONT_MATTER_FIELDS } from '../fields/front-matter.ts'
import type { FieldKey } from '../fields/registry.ts'

/** Keys of the front matter that are no fields of a post, with their other spellings. */
const OTHER_KEYS = {
  id: [],
  lang: [],
  pair: [],
  series: [],
  pulled: [],
} as const satisfies Record<string, readonly string[]>

export type FrontMatterKey = FieldKey | keyof typeof OTHER_KEYS

/** The front matter's keys and their other spellings. */
export const KEY_ALIASES = {
  ...Object.fromEntries(
    FRONT_MATTER_FIELDS.flatMap(({ key, aliases, instead = [] }) => [
      [key, aliases],
      ...instead.map((other) => [other, []]),
    ]),
  ),
  ...OTHER_KEYS,
} as Readonly<Record<FrontMatterKey, readonly string[]>>
