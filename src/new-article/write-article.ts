import type { Config } from '../config/types.ts'
import { type FrontMatterKey, KEY_ALIASES } from '../posts/front-matter-keys.ts'
import { flagOfStatus, nameToWrite, statusOfFlag } from '../posts/own-keys.ts'
import { writeInline } from '../pull/yaml-text.ts'
import { own } from '../standards/own.ts'
import type { Habits, UsualKey } from './habits.ts'

/** What is sure of an article that does not exist yet. */
export interface NewArticle {
  readonly title: string
  /** Where its name does not tell it. */
  readonly slug: string | undefined
  readonly lang: string | undefined
  readonly pair: string | undefined
  /** Wall-clock time of the site, `2026-01-05 09:00:00`. */
  readonly now: string
}

/** Keys that an article gets on the site, or that take the place of others. */
const LATER: readonly FrontMatterKey[] = ['id', 'pulled', 'publish_at']

/** The file of a new article: the front matter that this folder's articles have, as far as its values are sure. */
export function writeArticle(article: NewArticle, { keys }: Habits, config: Config): string {
  const meanings = keys.map((key) => ({ key, meant: meaningOf(key.name, config) }))
  const has = (name: FrontMatterKey): boolean => meanings.some(({ meant }) => meant === name)
  const usual = meanings
    .filter(({ meant }) => meant === undefined || !LATER.includes(meant))
    .map(({ key, meant }) => `${nameInYaml(key.name)}:${withBlank(valueFor(key, meant, article))}`)
  const status = saysDraft(meanings) ? [] : [line('status', 'draft', config)]
  const more = [
    ...(has('title') ? [] : [line('title', article.title, config)]),
    ...usual,
    ...status,
    ...(keys.length > 0 ? [] : [line('categories', [], config), line('tags', [], config)]),
    ...(['slug', 'lang', 'pair'] as const).flatMap((name) => {
      const value = article[name]
      return value === undefined || has(name) ? [] : [line(name, value, config)]
    }),
  ]
  return ['---', ...more, '---', '', ''].join('\n')
}

interface Meaning {
  readonly key: UsualKey
  readonly meant: FrontMatterKey | undefined
}

const NAMES = Object.keys(KEY_ALIASES) as FrontMatterKey[]

/** What a key of the articles is called here; `undefined` for one of another program. */
export function meaningOf(name: string, { frontMatter }: Config): FrontMatterKey | undefined {
  const meant = own(frontMatter.aliases, name) as FrontMatterKey | undefined
  if (meant !== undefined || frontMatter.ignore.includes(name)) return meant
  return NAMES.find((key) => key === name || KEY_ALIASES[key].includes(name))
}

/** Whether one of the keys can say that the article is a draft. */
function saysDraft(meanings: readonly Meaning[]): boolean {
  return meanings.some(({ key, meant }) => meant === 'status' && draftIn(key) !== undefined)
}

/** A draft, as a key says it: by a flag where the articles use one. */
function draftIn({ name, texts }: UsualKey): string | undefined {
  if (name === 'status') return 'draft'
  const isFlag = texts.every((text) => statusOfFlag(name, text) !== undefined)
  return isFlag ? flagOfStatus(name, 'draft') : 'draft'
}

/** The value as YAML; the empty string where nothing is sure of it. */
function valueFor(key: UsualKey, meant: FrontMatterKey | undefined, article: NewArticle): string {
  switch (meant) {
    case 'title':
      return writeInline(article.title)
    case 'status':
      // A flag that cannot say it says that nothing else hides the article; another key says that it is a draft.
      return draftIn(key) ?? flagOfStatus(key.name, 'publish') ?? 'draft'
    case 'date':
      return asDate(article.now, key.texts)
    case 'slug':
    case 'lang':
    case 'pair':
      return article[meant] === undefined ? '' : writeInline(article[meant])
    case 'categories':
    case 'tags':
      return key.isList ? '[]' : ''
    default:
      return sameAsAll(key)
  }
}

function sameAsAll({ same }: UsualKey): string {
  if (same?.kind === 'text') return writeInline(same.text)
  if (same?.kind === 'list') return writeInline(same.items.flatMap(({ text }) => text ?? []))
  return ''
}

/** The time in the form that most articles have. */
function asDate(now: string, texts: readonly string[]): string {
  const [day = '', time = ''] = now.split(' ')
  const count = (pattern: RegExp): number => texts.filter((text) => pattern.test(text)).length
  const half = texts.length / 2
  if (count(/^\d{4}-\d{2}-\d{2}$/) > half) return day
  if (count(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}/) > half) return `${day}T${time}`
  return count(/^\d{4}-\d{2}-\d{2} \d{1,2}:\d{2}$/) > half ? `${day} ${time.slice(0, 5)}` : now
}

function line(name: FrontMatterKey, value: string | readonly string[], { frontMatter }: Config): string {
  return `${nameToWrite(name, frontMatter)}: ${writeInline(value)}`
}

function nameInYaml(name: string): string {
  return /^[A-Za-z_][\w-]*$/.test(name) ? name : JSON.stringify(name)
}

function withBlank(value: string): string {
  return value === '' ? '' : ` ${value}`
}
