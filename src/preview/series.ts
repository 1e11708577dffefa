import type { Config } from '../config/types.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { articleName, splitLanguage } from '../posts/language.ts'
import type { Snapshot } from './snapshot.ts'

type SeriesSettings = Config['series'][number]

/** A place in a series in one language: the article, or the name of the one that is still missing. */
export interface Member {
  readonly name: string
  readonly article: JudgedArticle | undefined
}

/** A series in one of its languages, in reading order. */
export interface SeriesInLanguage {
  readonly settings: SeriesSettings
  readonly language: string | undefined
  readonly members: readonly Member[]
}

/** The series that an article belongs to. */
export function seriesOf({ key }: JudgedArticle, config: Config): readonly SeriesSettings[] {
  const name = memberName(key, config)
  return config.series.filter(({ members }) => members.includes(name))
}

/** Every series in every language that any of its articles is written in. */
export function listSeries({ articles, config }: Snapshot): SeriesInLanguage[] {
  return config.series.flatMap((settings) => {
    const present = [...articles.values()].filter(({ key }) =>
      settings.members.includes(memberName(key, config)),
    )
    const languages = new Set(present.map(({ draft }) => draft.language))
    return [...languages].map((language) => ({
      settings,
      language,
      members: settings.members.map((name) => ({
        name,
        article: present.find(
          ({ key, draft }) => draft.language === language && memberName(key, config) === name,
        ),
      })),
    }))
  })
}

/** File name without language ending, as wp.config.json lists it. */
export function memberName(key: string, config: Config): string {
  return splitLanguage(articleName(key, config), config.languages).base
}
