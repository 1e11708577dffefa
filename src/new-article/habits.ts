import type { Config } from '../config/types.ts'
import { nameOf } from '../posts/draft.ts'
import { listFields } from '../posts/fields.ts'
import { splitLanguage } from '../posts/language.ts'
import type { Field, SourcePost } from '../posts/types.ts'

/** A key that most articles of a folder have. */
export interface UsualKey {
  /** As the articles write it. */
  readonly name: string
  /** The value, where every article has it and the same; otherwise nothing is sure of it. */
  readonly same: Field['value'] | undefined
  /** Values as they stand in the articles, texts only. */
  readonly texts: readonly string[]
  readonly isList: boolean
}

/** What articles of a folder have in common. */
export interface Habits {
  /** In the order in which they stand in most articles. */
  readonly keys: readonly UsualKey[]
  /** Whether articles are folders with an `index.md`. */
  readonly isBundled: boolean
  /** The ending of names by language, where most articles of that language have one. */
  readonly endings: ReadonlyMap<string, string>
}

/** Reads the habits of a folder from its articles. */
export function readHabits(articles: readonly SourcePost[], config: Config): Habits {
  return {
    keys: usualKeys(articles),
    isBundled: isMost(
      articles.filter(({ key }) => splitLanguage(nameOf({ key }), config.languages).base === 'index').length,
      articles.length,
    ),
    endings: usualEndings(articles, config),
  }
}

function isMost(amount: number, of: number): boolean {
  return of > 0 && amount * 2 > of
}

function usualKeys(articles: readonly SourcePost[]): UsualKey[] {
  const found = new Map<string, { fields: Field[]; places: number }>()
  for (const { file, yaml } of articles) {
    for (const [index, field] of listFields(file, yaml).entries()) {
      const before = found.get(field.key) ?? { fields: [], places: 0 }
      found.set(field.key, { fields: [...before.fields, field], places: before.places + index })
    }
  }
  return [...found]
    .filter(([name, { fields }]) => name !== '' && isMost(fields.length, articles.length))
    .sort(([, a], [, b]) => a.places / a.fields.length - b.places / b.fields.length)
    .map(([name, { fields }]) => {
      const values = new Set(fields.map(({ value }) => JSON.stringify(withoutPlaces(value))))
      const isSame = values.size === 1 && fields.length === articles.length && articles.length > 1
      return {
        name,
        same: isSame ? fields[0]?.value : undefined,
        texts: fields.flatMap(({ value }) => (value.kind === 'text' ? [value.text] : [])),
        isList: fields.some(({ value }) => value.kind === 'list'),
      }
    })
}

/** Without places, which are never the same. */
function withoutPlaces(value: Field['value']): unknown {
  return value.kind === 'list' ? value.items.map(({ text }) => text) : value
}

function usualEndings(articles: readonly SourcePost[], { languages }: Config): Map<string, string> {
  const counts = new Map<string, Map<string, number>>()
  for (const { key } of articles) {
    const name = nameOf({ key })
    const { base, language } = splitLanguage(name, languages)
    if (language === undefined) continue
    const ofLanguage = counts.get(language) ?? new Map<string, number>()
    const ending = name.slice(base.length)
    counts.set(language, ofLanguage.set(ending, (ofLanguage.get(ending) ?? 0) + 1))
  }
  return new Map(
    [...counts].flatMap(([language, endings]): [string, string][] => {
      const [most] = [...endings].sort(([, a], [, b]) => b - a)
      return most === undefined ? [] : [[language, most[0]]]
    }),
  )
}
