import type { Config } from '../../config/types.ts'
import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { closest } from '../../limits/closest.ts'
import { textOf } from '../../posts/draft.ts'
import { type Article, placeOf } from '../article.ts'
import type { Folder, LinkRule } from '../link-rule.ts'
import type { ProjectRule } from '../project-rule.ts'
import { obstacleBetween } from '../visibility.ts'
import { relativeLink } from '../write-link.ts'
import { findEmptySeries } from './series-config.ts'

const FIRST_LINE = { line: 1, column: 1 }

export const seriesSiblings: LinkRule = {
  id: 'series-siblings',
  severity: 'warn',
  summary: say`A member of a series links to every other member of its language.`,
  *check(article, folder) {
    const { links } = article.node
    const linked = new Set(links.flatMap(({ target }) => (target.kind === 'post' ? [target.key] : [])))
    for (const series of seriesOf(article, folder.config)) {
      if (!series.linkSiblings) continue
      for (const sibling of membersOf(series, article.language, folder)) {
        // Nobody should link to what readers cannot open yet.
        if (sibling === article || linked.has(sibling.key) || obstacleBetween(article, sibling, folder))
          continue
        yield {
          reason: say`The article does not link to ${sibling.path}, its sibling in the series "${series.name}".`,
          place: FIRST_LINE,
          note: say`Link to it, as [...](${relativeLink(article, sibling)}), or set linkSiblings to false for the series.`,
          about: sibling.key,
        }
      }
    }
  },
}

export const seriesMemberMissing: LinkRule & ProjectRule = {
  id: 'series-member-missing',
  severity: 'warn',
  summary: say`Every member of a series is there.`,
  findInProject: findEmptySeries,
  *check(article, folder) {
    for (const series of seriesOf(article, folder.config)) {
      const present = membersOf(series, article.language, folder)
      // A message needs a file to stand on: the first member that is there.
      if (present[0] !== article) continue
      const { language } = article
      for (const name of series.members) {
        if (present.some((member) => member.name === name)) continue
        yield {
          reason:
            language === undefined
              ? say`The series "${series.name}" has no article "${name}".`
              : say`The series "${series.name}" has no article "${name}" in "${language}".`,
          place: FIRST_LINE,
          note: say`Write it, or take it off the members in wp.config.json.`,
          about: name,
        }
      }
    }
  },
}

export const seriesKnown: LinkRule = {
  id: 'series-known',
  severity: 'warn',
  summary: say`A series that an article names is one of wp.config.json, and lists the article.`,
  *check(article, { config }) {
    const claimed = textOf(article.draft.fields, 'series')
    // Without a list of series the key is the author's own note.
    if (claimed === undefined || config.series.length === 0) return
    const place = placeOf(article, 'series')
    const series = config.series.find(({ name }) => name === claimed)
    if (series === undefined) {
      const near = nearestSeries(claimed, config)
      yield {
        reason: say`wp.config.json has no series "${claimed}".`,
        place,
        note:
          near === undefined
            ? say`Its series are: ${listItems(config.series.map(({ name }) => name))}.`
            : say`Did you mean "${near}"?`,
        suggestion: near,
      }
    } else if (!series.members.includes(article.name)) {
      yield {
        reason: say`The article names the series "${claimed}", which does not list it.`,
        place,
        note: say`Add "${article.name}" to its members in wp.config.json, or take the key away.`,
      }
    }
  },
}

type Series = Config['series'][number]

function seriesOf({ name }: Article, config: Config): Series[] {
  return config.series.filter(({ members }) => members.includes(name))
}

/** The members that are there in one language, in the order of the folder. */
function membersOf({ members }: Series, language: string | undefined, { articles }: Folder): Article[] {
  return [...articles.values()].filter(
    (article) => article.language === language && members.includes(article.name),
  )
}

/** By name, or by the title that people know it by. */
function nearestSeries(claimed: string, { series }: Config): string | undefined {
  const titled = series.find(({ title }) => title === claimed)
  if (titled !== undefined) return titled.name
  const names = series.map(({ name }) => name)
  return closest(claimed, names, Math.ceil(claimed.length / 3))
}
