import type * as z from 'zod'
import type { KeyHelp, ValueField } from './managed-field.ts'
import { PLAIN_TEXT } from './plain-text.ts'
import { same } from './same.ts'

export interface PlainFieldOptions<Key extends string, Live> {
  /** In the front matter and in the REST API. */
  readonly key: Key
  /** What the key is for, as editors show it. */
  readonly help: KeyHelp
  /** The values that front matter may give it. */
  readonly values: readonly string[]
  /** What the REST API gives. */
  readonly schema: z.ZodType<Live>
  /** What a value of the front matter means. */
  readonly read: (text: string) => Live | undefined
  /** Whether the file of a post that is brought here for the first time says it; by default it does not. */
  readonly isWorthSaying?: (live: Live) => boolean
}

/** A field with a few values that are called alike in the front matter and in the REST API. */
export function plainField<Key extends string, Live extends string | boolean>({
  key,
  help,
  values,
  schema,
  read,
  isWorthSaying = () => false,
}: PlainFieldOptions<Key, Live>): ValueField<Key, Live | undefined, Live | undefined, Live> {
  return {
    frontMatter: {
      key,
      help,
      aliases: [],
      takes: { values },
      pull: String,
      pullNew: (live) => (isWorthSaying(live) ? String(live) : undefined),
    },
    read: ({ text }) => {
      const given = text(key)
      return given === undefined ? undefined : read(given)
    },
    managed: 'given',
    desire: same,
    resolve: same,
    wire: { path: key, schema },
    toLive: same,
    isFiltered: false,
    revision: 'none',
    isOnlyEdited: false,
    isInDraft: false,
    text: PLAIN_TEXT,
  }
}
