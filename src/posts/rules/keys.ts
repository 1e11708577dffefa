import type { Config } from '../../config/types.ts'
import { FRONT_MATTER_FIELDS } from '../../fields/front-matter.ts'
import { say } from '../../language/say.ts'
import { closest } from '../../limits/closest.ts'
import { own } from '../../standards/own.ts'
import { type FrontMatterKey, KEY_ALIASES } from '../front-matter-keys.ts'
import { fold } from '../nearest.ts'
import { nestedKeys } from '../own-keys.ts'
import type { Rule } from '../rule.ts'
import type { Field } from '../types.ts'
import { scalarFix } from '../yaml-scalar.ts'

const NAMES = Object.keys(KEY_ALIASES) as FrontMatterKey[]
const KNOWN: readonly string[] = NAMES.flatMap((name) => [name, ...KEY_ALIASES[name]])
const LISTS: readonly string[] = FRONT_MATTER_FIELDS.flatMap(({ key, takes }) =>
  takes === 'list' ? [key] : [],
)

/** What Hugo, Jekyll, Zenn and Qiita call it. */
const ELSEWHERE: Readonly<Record<string, FrontMatterKey>> = Object.assign(
  { language: 'lang' },
  ...FRONT_MATTER_FIELDS.map(({ elsewhere }) => elsewhere),
)

export const unknownKey: Rule = {
  id: 'unknown-key',
  severity: 'error',
  summary: say`A front-matter key that is nearly one of those that are read is written like it.`,
  *check({ source, fields }, { config }) {
    for (const { key, keyPlace } of fields) {
      const near = isOwnKey(key, config) ? undefined : nearKey(key)
      if (near === undefined) continue
      const isSure = fold(near) === fold(key) && !isGiven(near, fields)
      yield {
        reason: say`The front-matter key "${key}" is not known.`,
        place: keyPlace,
        note: say`Did you mean "${near}"?`,
        suggestion: near,
        fix: isSure ? scalarFix(source, keyPlace, near) : undefined,
      }
    }
  },
}

/** Whether a key is read here, or the project has said that it knows of it, or of one inside of its map. */
export function isOwnKey(key: string, { frontMatter }: Config): boolean {
  return (
    KNOWN.includes(key) ||
    frontMatter.ignore.includes(key) ||
    nestedKeys(frontMatter).some(([name]) => name === key)
  )
}

/** Whether a key was most likely meant to be one that is read, so that its value would get lost. */
export function isNearKey(key: string): boolean {
  return nearKey(key) !== undefined
}

/** What the key of another tool is called here. */
export function meantElsewhere(key: string): FrontMatterKey | undefined {
  return own(ELSEWHERE, fold(key))
}

/** Hardly anybody misspells the first letter, and words of three letters are all alike. */
function nearKey(key: string): string | undefined {
  if (meantElsewhere(key) !== undefined) return undefined
  const folded = fold(key)
  const same = KNOWN.find((known) => fold(known) === folded)
  if (same !== undefined) return same
  const alike = KNOWN.filter((known) => known[0] === folded[0] && known.length > 3)
  return folded.length < 4 ? undefined : closest(folded, alike, folded.length < 5 ? 1 : 2)
}

export const keyAlias: Rule = {
  id: 'key-alias',
  severity: 'warn',
  summary: say`A key has its own name, not its other one, so that all articles can be searched alike.`,
  *check({ source, fields }) {
    for (const { key, keyPlace } of fields) {
      const name = NAMES.find((candidate) => KEY_ALIASES[candidate].some((alias) => alias === key))
      // Given twice, it is alias-twice that says so.
      if (name === undefined || fields.filter((field) => namesOf(name).includes(field.key)).length > 1)
        continue
      yield {
        reason: say`"${key}" is another name for "${name}".`,
        place: keyPlace,
        note: say`Write "${name}".`,
        suggestion: name,
        fix: scalarFix(source, keyPlace, name),
      }
    }
  },
}

export const aliasTwice: Rule = {
  id: 'alias-twice',
  severity: 'error',
  summary: say`A value is given once, under its name or under its alias.`,
  *check({ fields }) {
    for (const name of NAMES) {
      const [first, second] = fields.filter(({ key }) => namesOf(name).includes(key))
      if (first === undefined || second === undefined) continue
      yield {
        reason: say`"${second.key}" says again what "${first.key}" has said.`,
        place: second.keyPlace,
        note: say`Remove one of the two; "${name}" is the name to keep.`,
      }
    }
  },
}

export const valueType: Rule = {
  id: 'value-type',
  severity: 'error',
  summary: say`Lists are lists of text, every other value is one text.`,
  *check({ fields }) {
    for (const { key, value, valuePlace } of fields) {
      if (!KNOWN.includes(key)) continue
      if (value.kind === 'other') {
        yield { reason: say`"${key}" holds keys of its own.`, place: valuePlace, note: typeNote(key) }
      }
      if (value.kind !== 'list') continue
      if (!LISTS.includes(key)) {
        yield {
          reason: say`"${key}" is a list, but takes one value.`,
          place: valuePlace,
          note: typeNote(key),
        }
        continue
      }
      for (const { text, place } of value.items) {
        if (text !== undefined && text !== '') continue
        yield { reason: say`An item of "${key}" is not text.`, place, note: typeNote(key) }
      }
    }
  },
}

function namesOf(name: FrontMatterKey): readonly string[] {
  return [name, ...KEY_ALIASES[name]]
}

/** True where the value that a key means is given by another key already. */
function isGiven(key: string, fields: readonly Field[]): boolean {
  const name = NAMES.find((candidate) => namesOf(candidate).includes(key))
  return name !== undefined && fields.some((field) => namesOf(name).includes(field.key))
}

function typeNote(key: string): string {
  return LISTS.includes(key)
    ? say`Write one name a line, each as "  - name"; quote a name that holds ": " or begins with a special character.`
    : say`Write "${key}: value" with one value; quote it if it holds ": " or begins with a special character.`
}
