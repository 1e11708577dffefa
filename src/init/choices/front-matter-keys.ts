import { FRONT_MATTER_FIELDS } from '../../fields/front-matter.ts'
import { count } from '../../language/count.ts'
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
      ignore(key, reason(`is ${survey.convention?.name}'s own`, `are ${survey.convention?.name}'s own`))
      continue
    }
    if (meant === undefined) {
      if (key.includes('.') || hasNested(key, used)) continue
      if (!isNearKey(key) || LOOKALIKES.includes(key)) ignore(key, reason('says nothing to WordPress'))
      continue
    }
    // A map is read by what stands in it.
    if (hasNested(key, used) && fields.every(({ value }) => value.kind === 'other')) continue
    const obstacle = obstacleTo(meant, fields, known)
    const rival = taken.get(meant)?.find((other) => sharesArticle(used.get(other) ?? [], fields))
    if (obstacle !== undefined) {
      ignore(mapOf(key), reason(obstacle, obstacle.replace(/^is\b/, 'are').replace(/^(\w+?)s\b/, '$1')))
      continue
    }
    if (rival !== undefined && !(meant === 'status' && [rival, key].every((name) => !isOwn(name)))) {
      ignore(mapOf(key), reason(`stands beside "${rival}", which says the same`))
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
): string | undefined {
  const texts = fields.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : []))
  if (meant === 'series') return 'is no series of wp.config.json'
  if (!LISTS.includes(meant) && fields.some(({ value }) => value.kind === 'list'))
    return 'is a list, where WordPress takes one value'
  if (meant === 'id' && texts.some((text) => !/^[1-9]\d{0,15}$/.test(text))) return 'is no id of WordPress'
  if (meant === 'author' && texts.some((text) => !isAuthor(text)))
    return 'names nobody whom the site is known to have as a user'
  if (meant === 'featured_image') {
    const lost = fields.filter((field) => field.value.kind === 'text' && !isPicture(field.value.text, field))
    if (lost.length > 0) return `names no picture of this folder in ${count(lost.length, 'article')}`
  }
  if (meant === 'status' && texts.some((text) => !/^(?:true|false)$/.test(text) && !STATUSES.includes(text)))
    return 'says something else than a status'
  const closed = FRONT_MATTER_FIELDS.find(({ key }) => key === meant)?.takes
  if (meant !== 'status' && typeof closed === 'object' && texts.some((text) => !closed.values.includes(text)))
    return 'says something else here'
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
  const reasons = [...new Set(ignored.map(({ why }) => why.many))]
  return [
    ...read.map(
      ({ key, meant }): Choice => ({
        path: ['frontMatter', 'aliases', key],
        value: meant,
        why:
          meant === 'status'
            ? `"${key}" says whether an article is public.`
            : `"${key}" is called "${meant}" here.`,
      }),
    ),
    ...(left.has('id') && !used.has('wp_id')
      ? [
          {
            path: ['frontMatter', 'aliases', 'wp_id'],
            value: 'id',
            why: 'The id of a post on the site stands under this name, since "id" is taken.',
          },
        ]
      : []),
    ...reasons.map((many): Choice => {
      const group = ignored.filter(({ why }) => why.many === many)
      const [first, ...others] = group
      const names = group.map(({ key }) => `"${key}"`).join(', ')
      return {
        path: ['frontMatter', 'ignore'],
        value: group.map(({ key }) => key),
        why: `${names} ${others.length > 0 ? many : (first?.why.one ?? many)}: left alone.`,
      }
    }),
  ]
}

/** The key that holds another one. */
function mapOf(key: string): string {
  return key.split('.', 1)[0] ?? key
}

/** What is said of one key, and of several. */
interface Reason {
  readonly one: string
  readonly many: string
}

function reason(one: string, many = one.replace(/^(\w+?)s\b/, '$1')): Reason {
  return { one, many }
}
