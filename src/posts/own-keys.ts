import type { Config } from '../config/types.ts'
import { own } from '../standards/own.ts'
import type { FrontMatterKey } from './front-matter-keys.ts'
import type { Field, FieldValue, Item } from './types.ts'

/** What a project calls keys of the front matter, and which it keeps for other programs. */
export type OwnKeys = Pick<Config['frontMatter'], 'aliases' | 'ignore'>

/** Of a project that says nothing of it. */
export const NO_OWN_KEYS: OwnKeys = { aliases: {}, ignore: [] }

/** What stands between the names of a map and of a key in it, as in `cover.image`. */
const BELOW = '.'

/** The keys inside of maps that a project reads, each as its path. */
export function nestedKeys({ aliases }: Pick<OwnKeys, 'aliases'>): string[][] {
  return Object.keys(aliases).flatMap((key) => (key.includes(BELOW) ? [key.split(BELOW)] : []))
}

/**
 * The fields of an article as they count: under the names that are used here, without what the project keeps for other
 * programs, and with the lists and flags of other programs as what they mean there.
 *
 * @param fields as they stand in the file, those of `nestedKeys` among them
 */
export function readOwnFields(fields: readonly Field[], settings: Config['frontMatter']): Field[] {
  const maps = new Set(nestedKeys(settings).map(([name]) => name))
  const read = fields
    .filter(({ key, value }) => !(value.kind === 'other' && maps.has(key)))
    .map((field) => readOwnField(field, settings))
    .filter(({ key, written }) => written !== undefined || !settings.ignore.includes(key))
    .map((field) => readList(field, settings))
  const flags = read.filter(isFlag)
  const [meant] = flags.toSorted((a, b) => reserveOf(b) - reserveOf(a))
  // Qiita says in two keys whether an article is shown; nobody wants more shown than either of them allows.
  return read.filter((field) => !flags.includes(field) || field === meant)
}

function readOwnField(field: Field, { aliases }: OwnKeys): Field {
  const key = own(aliases, field.key)
  if (key === undefined) return field
  return { ...field, key, written: field.key, value: key === 'status' ? readFlag(field) : field.value }
}

/** The keys that a project calls like that. */
export function ownKeysOf(name: FrontMatterKey, { aliases }: Pick<OwnKeys, 'aliases'>): string[] {
  return Object.entries(aliases).flatMap(([key, meant]) => (meant === name ? [key] : []))
}

/** What to call a key that an article does not have yet: its own name, unless that is another program's here. */
export function nameToWrite(name: FrontMatterKey, keys: OwnKeys): string {
  if (!keys.ignore.includes(name)) return name
  return ownKeysOf(name, keys).find((key) => !key.includes(BELOW)) ?? name
}

/** Zenn's `published: true` and the `draft: true` of Hugo, Jekyll and Astro say a status by yes or no. */
function readFlag({ key, value }: Field): FieldValue {
  const status = value.kind === 'text' ? statusOfFlag(key, value.text) : undefined
  return value.kind === 'text' && status !== undefined ? { ...value, text: status } : value
}

type FlagStatus = 'publish' | 'draft' | 'private'

/** What `true` says under keys that name what an article is as long as it is not public; under others it is public. */
const HIDING: Readonly<Record<string, FlagStatus>> = {
  draft: 'draft',
  ignorePublish: 'draft',
  private: 'private',
}

/** The status that a flag means; `undefined` where the text is none. */
export function statusOfFlag(key: string, text: string): FlagStatus | undefined {
  if (text !== 'true' && text !== 'false') return undefined
  const hidden = own(HIDING, key)
  if (hidden === undefined) return text === 'true' ? 'publish' : 'draft'
  return text === 'true' ? hidden : 'publish'
}

/** The flag that means a status; `undefined` where none does. */
export function flagOfStatus(key: string, status: string): 'true' | 'false' | undefined {
  return (['true', 'false'] as const).find((flag) => statusOfFlag(key, flag) === status)
}

/** From what everybody sees to what nobody does. */
const RESERVE: readonly string[] = ['publish', 'private', 'draft']

function reserveOf({ value }: Field): number {
  return value.kind === 'text' ? RESERVE.indexOf(value.text) : -1
}

function isFlag(field: Field): boolean {
  return field.key === 'status' && field.written !== undefined && reserveOf(field) !== -1
}

/** Jekyll parts a text at its blanks, and Hexo takes a list of categories for a way down. */
function readList(field: Field, { lists, categories }: Config['frontMatter']): Field {
  const { key, value, valuePlace } = field
  if (key !== 'categories' && key !== 'tags') return field
  if (value.kind === 'text' && lists === 'words') {
    const words = value.text.split(/\s+/)
    return { ...field, value: { kind: 'list', items: words.map((text) => ({ text, place: valuePlace })) } }
  }
  if (key !== 'categories' || categories !== 'path' || value.kind !== 'list') return field
  const isNested = value.items.some(({ path }) => path !== undefined)
  const items = isNested ? value.items.map(toPath) : [{ text: joined(value.items), place: valuePlace }]
  return { ...field, value: { kind: 'list', items } }
}

function toPath({ text, path, place }: Item): Item {
  return { text: path?.join(' > ') ?? text, place }
}

/** `undefined` where one of them is not text, which value-type tells. */
function joined(items: readonly Item[]): string | undefined {
  return items.every(({ text }) => text !== undefined) ? items.map(({ text }) => text).join(' > ') : undefined
}
