import { readConfigOf } from '../../config/load.ts'
import { DEFAULT_LANGUAGES } from '../../config/schema.ts'
import { count } from '../../language/count.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { nameOf, textOf } from '../../posts/draft.ts'
import { fieldsOfName } from '../../posts/file-names.ts'
import { articleName } from '../../posts/language.ts'
import { DEFAULT_SLUG_PATTERN, keptSlug } from '../../posts/slugs.ts'
import { type Choice, toSettings } from '../choice.ts'
import type { Survey } from '../types.ts'

const DATED = /^\d{4}-\d{2}-\d{2}[-_]./

/** Endings of names that tell a language, besides those that are known anyhow. */
const ENDINGS: Readonly<Record<string, readonly string[]>> = {
  ja: ['.ja', '.jp', '_ja', '_jp'],
  en: ['.en', '_en'],
}

/** Words with underscores between them, which WordPress keeps, too. */
const WITH_UNDERSCORES = DEFAULT_SLUG_PATTERN.replaceAll('\\p{N}]', '\\p{N}_]')

/** What names of files say: dates, languages, slugs. */
export function chooseNames({ articles, root }: Survey): Choice[] {
  const languages = chooseLanguages(articles.map(({ key }) => key))
  const neutral = { languages: DEFAULT_LANGUAGES, name: undefined }
  const dated = articles.filter(({ key }) => DATED.test(articleName(key, neutral)))
  const choices: Choice[] = [...languages]
  if (dated.length * 2 > articles.length) {
    choices.push({
      path: ['fileNames', 'dated'],
      value: true,
      why: say`${count(dated.length, 'name')} of files begin with a date, which is no part of the slug.`,
    })
  }
  const slugsWith = (settings: readonly Choice[]): string[] => {
    const config = readConfigOf(
      { site: { url: 'https://example.com' }, ...toSettings(settings) },
      `${root}/wp.config.json`,
    )
    return articles.map(({ key, fields }) => {
      const given = textOf(fields, 'slug')
      const told = fieldsOfName(key, [], config).find((field) => field.key === 'slug')?.value
      return given ?? (told?.kind === 'text' ? told.text : nameOf({ key }))
    })
  }
  if (slugsWith(choices).some((slug) => keptSlug(slug) !== slug)) {
    choices.push({
      path: ['fileNames', 'slugs'],
      value: 'kept',
      why: say`Some names are no slugs as WordPress keeps them: what it makes of them is the slug.`,
    })
  }
  const pattern = new RegExp(DEFAULT_SLUG_PATTERN, 'u')
  const others = slugsWith(choices).filter((slug) => !pattern.test(slug) && keptSlug(slug) === slug)
  if (others.length > 0 && others.every((slug) => new RegExp(WITH_UNDERSCORES, 'u').test(slug))) {
    choices.push({
      path: ['slug', 'pattern'],
      value: WITH_UNDERSCORES,
      why: say`${count(others.length, 'slug')} with "_", such as "${others[0] ?? ''}", which WordPress keeps.`,
    })
  }
  return choices
}

function chooseLanguages(keys: readonly string[]): Choice[] {
  const found = Object.entries(ENDINGS).flatMap(([language, endings]) =>
    endings
      .filter((ending) => keys.some((key) => key.endsWith(ending)))
      .map((ending) => ({ language, ending })),
  )
  if (found.length === 0) return []
  const value = Object.fromEntries(
    Object.entries(DEFAULT_LANGUAGES).map(([language, endings]) => [
      language,
      [...endings, ...found.filter((other) => other.language === language).map(({ ending }) => ending)],
    ]),
  )
  return [
    {
      path: ['languages'],
      value,
      why: say`Names that end in ${listItems(found.map(({ ending }) => say`"${ending}"`))} tell the language, too.`,
    },
  ]
}
