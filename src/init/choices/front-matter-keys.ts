import { FRONT_MATTER_FIELDS } from '../../fields/front-matter.ts'
import { count } from '../../language/count.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { listFields } from '../../posts/fields.ts'
import { type FrontMatterKey, KEY_ALIASES } from '../../posts/front-matter-keys.ts'
import { isNearKey } from '../../posts/rules/keys.ts'
import type { Field } from '../../posts/types.ts'
import { own } from '../../standards/own.ts'
import type { Choice } from '../choice.ts'
import type { Survey } from '../types.ts'
import { KEY_MEANINGS, LOOKALIKES } from './key-meanings.ts'

/** What is known of values beyond their form. */
export interface KnownValues {
  /** Whether the site has such a user; nobody is known to it where there is no login. */
  readonly isAuthor: (name: string) => boolean
  /** Whether a path of a featured picture leads to a picture of the project. */
  readonly isPicture: (path: string, field: UsedField) => boolean
}

/** A field, and the article that has it. */
export interface UsedField extends Field {
  /** Relative to the project. */
  readonly path: string
}

const NESTED = Object.keys(KEY_MEANINGS).flatMap((key) => (key.includes('.') ? [key.split('.')] : []))

/** Every key that is used, with all its values, in the order in which articles have them. */
export function usedKeys({ articles }: Pick<Survey, 'articles'>): Map<string, UsedField[]> {
  const found = new Map<string, UsedField[]>()
  for (const { file, yaml } of articles) {
    for (const field of listFields(file, yaml, NESTED)) {
      if (field.key === '') continue
      found.set(field.key, [...(found.get(field.key) ?? []), { ...field, path: file.path }])
    }
  }
  return found
}

/**
 * Says what each key of the front matter means: one of ours under another name, or nothing to WordPress. Of two keys that
 * mean the same the one that more articles have is read.
 */
export function chooseKeys(survey: Survey, known: KnownValues): Choice[] {
  const used = usedKeys(survey)
  const ignored: { key: string; why: Reason }[] = []
  const aliases: { key: string; meant: FrontMatterKey }[] = []
  const taken = new Map<FrontMatterKey, string[]>()
  const ignore = (key: string, why: Reason): void => {
    if (!ignored.some((other) => other.key === key)) ignored.push({ key, why })
  }
  // Our own names come first, then what most articles have.
  const keys = [...used.keys()].sort(
    (a, b) => Number(isOwn(b)) - Number(isOwn(a)) || (used.get(b)?.length ?? 0) - (used.get(a)?.length ?? 0),
  )
  for (const key of keys) {
    const fields = used.get(key) ?? []
    const meant = ownName(key) ?? meaningOf(key)
    const isTheirs = survey.convention?.ignore.includes(key) === true
    if (isTheirs) {
      ignore(key, ownOf(survey.convention?.name ?? ''))
      continue
    }
    if (meant === undefined) {
      if (key.includes('.') || hasNested(key, used)) continue
      if (!isNearKey(key) || LOOKALIKES.includes(key)) ignore(key, MEANINGLESS)
      continue
    }
    // A map is read by what stands in it.
    if (hasNested(key, used) && fields.every(({ value }) => value.kind === 'other')) continue
    const obstacle = obstacleTo(meant, fields, known)
    const rival = taken.get(meant)?.find((other) => sharesArticle(used.get(other) ?? [], fields))
    if (obstacle !== undefined) {
      ignore(mapOf(key), obstacle)
      continue
    }
    if (rival !== undefined && !(meant === 'status' && [rival, key].every((name) => !isOwn(name)))) {
      ignore(mapOf(key), beside(rival))
      continue
    }
    taken.set(meant, [...(taken.get(meant) ?? []), key])
    if (!isOwn(key)) aliases.push({ key, meant })
  }
  return toChoices(aliases, ignored, used)
}

const NAMES = Object.keys(KEY_ALIASES) as FrontMatterKey[]

function isOwn(key: string): boolean {
  return ownName(key) !== undefined
}

function ownName(key: string): FrontMatterKey | undefined {
  return NAMES.find((name) => name === key || KEY_ALIASES[name].includes(key))
}

function meaningOf(key: string): FrontMatterKey | undefined {
  return own(KEY_MEANINGS, key)
}

/** A map with a key inside that is read needs no word of its own. */
function hasNested(key: string, used: ReadonlyMap<string, unknown>): boolean {
  return [...used.keys()].some((other) => other.startsWith(`${key}.`))
}

function sharesArticle(fields: readonly UsedField[], others: readonly UsedField[]): boolean {
  const paths = new Set(fields.filter(isGiven).map(({ path }) => path))
  return others.some((field) => isGiven(field) && paths.has(field.path))
}

function isGiven({ value }: Field): boolean {
  return value.kind !== 'empty'
}

const LISTS: readonly FrontMatterKey[] = FRONT_MATTER_FIELDS.flatMap(({ key, takes }) =>
  takes === 'list' ? [key] : [],
)

/** Why values cannot be read as what their key means here; `undefined` where nothing speaks against it. */
function obstacleTo(
  meant: FrontMatterKey,
  fields: readonly UsedField[],
  { isAuthor, isPicture }: KnownValues,
): Reason | undefined {
  const texts = fields.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []))
  if (meant === 'series') return NO_SERIES
  if (!LISTS.includes(meant) && fields.some(({ value }) => value.kind === 'list')) return LIST
  if (meant === 'id' && texts.some((text) => !/^[1-9]\d{0,15}$/.test(text))) return NO_ID
  if (meant === 'author' && texts.some((text) => !isAuthor(text))) return NOBODY
  if (meant === 'featured_image') {
    const lost = fields.filter((field) => field.value.kind === 'text' && !isPicture(field.value.text, field))
    if (lost.length > 0) return noPicture(lost.length)
  }
  if (meant === 'status' && texts.some((text) => !/^(?:true|false)$/.test(text) && !STATUSES.includes(text)))
    return NO_STATUS
  const closed = FRONT_MATTER_FIELDS.find(({ key }) => key === meant)?.takes
  if (meant !== 'status' && typeof closed === 'object' && texts.some((text) => !closed.values.includes(text)))
    return SOMETHING_ELSE
  return undefined
}

const STATUSES: readonly string[] = ['publish', 'future', 'draft', 'pending', 'private']

function toChoices(
  aliases: readonly { key: string; meant: FrontMatterKey }[],
  ignored: readonly { key: string; why: Reason }[],
  used: ReadonlyMap<string, unknown>,
): Choice[] {
  const left = new Set(ignored.map(({ key }) => key))
  const read = aliases.filter(({ key }) => ![key, mapOf(key)].some((name) => left.has(name)))
  const reasons = new Set(ignored.map(({ why }) => why.id))
  return [
    ...read.map(
      ({ key, meant }): Choice => ({
        path: ['frontMatter', 'aliases', key],
        value: meant,
        why:
          meant === 'status'
            ? say`"${key}" says whether an article is public.`
            : say`"${key}" is called "${meant}" here.`,
      }),
    ),
    ...(left.has('id') && !used.has('wp_id')
      ? [
          {
            path: ['frontMatter', 'aliases', 'wp_id'],
            value: 'id',
            why: say`The id of a post on the site stands under this name, since "id" is taken.`,
          },
        ]
      : []),
    ...[...reasons].flatMap((id): Choice[] => {
      const group = ignored.filter(({ why }) => why.id === id)
      const keys = group.map(({ key }) => key)
      const [first] = group
      if (first === undefined) return []
      const names = listItems(keys.map((key) => say`"${key}"`))
      const { one, many } = first.why
      return [{ path: ['frontMatter', 'ignore'], value: keys, why: (keys.length > 1 ? many : one)(names) }]
    }),
  ]
}

/** The key that holds another one. */
function mapOf(key: string): string {
  return key.split('.', 1)[0] ?? key
}

/** Why keys are left alone: what is said of one, and of several. */
interface Reason {
  /** Of the keys with the same one is told together. */
  readonly id: string
  readonly one: (key: string) => string
  readonly many: (keys: string) => string
}

const MEANINGLESS: Reason = {
  id: 'meaningless',
  one: (key) => say`${key} says nothing to WordPress: left alone.`,
  many: (keys) => say`${keys} say nothing to WordPress: left alone.`,
}

const NO_SERIES: Reason = {
  id: 'no-series',
  one: (key) => say`${key} is no series of wp.config.json: left alone.`,
  many: (keys) => say`${keys} are no series of wp.config.json: left alone.`,
}

const LIST: Reason = {
  id: 'list',
  one: (key) => say`${key} is a list, where WordPress takes one value: left alone.`,
  many: (keys) => say`${keys} are a list, where WordPress takes one value: left alone.`,
}

const NO_ID: Reason = {
  id: 'no-id',
  one: (key) => say`${key} is no id of WordPress: left alone.`,
  many: (keys) => say`${keys} are no id of WordPress: left alone.`,
}

const NOBODY: Reason = {
  id: 'nobody',
  one: (key) => say`${key} names nobody whom the site is known to have as a user: left alone.`,
  many: (keys) => say`${keys} name nobody whom the site is known to have as a user: left alone.`,
}

const NO_STATUS: Reason = {
  id: 'no-status',
  one: (key) => say`${key} says something else than a status: left alone.`,
  many: (keys) => say`${keys} say something else than a status: left alone.`,
}

const SOMETHING_ELSE: Reason = {
  id: 'something-else',
  one: (key) => say`${key} says something else here: left alone.`,
  many: (keys) => say`${keys} say something else here: left alone.`,
}

function ownOf(program: string): Reason {
  return {
    id: 'own',
    one: (key) => say`${key} is ${program}'s own: left alone.`,
    many: (keys) => say`${keys} are ${program}'s own: left alone.`,
  }
}

function beside(rival: string): Reason {
  return {
    id: `beside ${rival}`,
    one: (key) => say`${key} stands beside "${rival}", which says the same: left alone.`,
    many: (keys) => say`${keys} stand beside "${rival}", which says the same: left alone.`,
  }
}

function noPicture(articles: number): Reason {
  const amount = count(articles, 'article')
  return {
    id: `no-picture ${articles}`,
    one: (key) => say`${key} names no picture of this folder in ${amount}: left alone.`,
    many: (keys) => say`${keys} name no picture of this folder in ${amount}: left alone.`,
  }
}
