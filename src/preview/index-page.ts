import type { Element } from 'hast'
import { h } from 'hastscript'
import { listFiles } from '../judge/files.ts'
import { spokenLanguage } from '../language/language.ts'
import { say } from '../language/say.ts'
import { writtenStatus } from '../posts/draft.ts'
import { summarizeMessages } from '../report/messages.ts'
import { INDEX } from './addresses.ts'
import { articleTable } from './article-table.ts'
import { type Host, writeDocument } from './document.ts'
import { languageName } from './names.ts'
import { problemList } from './panels/problems.ts'
import { listSeries, type SeriesInLanguage, seriesOf } from './series.ts'
import { seriesLinks } from './series-links.ts'
import { seriesPicture } from './series-picture.ts'
import type { Snapshot } from './snapshot.ts'

/** The front page: every article with its state, a filter, and how the articles of each series link to each other. */
export function indexPage(snapshot: Snapshot, host: Host): string {
  const { config } = snapshot
  const body = [
    h('header', { className: 'pv-header' }, [
      h('p', { className: 'pv-notice' }, say`Draft preview. Readers see none of this until it is published.`),
    ]),
    h('main', [
      h('h1', new URL(config.site.url).host),
      h(
        'p',
        { className: ['pv-soft', 'pv-summary'] },
        say`${summarizeMessages(listFiles(snapshot), snapshot.articles.size)}.`,
      ),
      ...otherProblems(snapshot),
      filters(snapshot),
      articleTable(snapshot),
      ...pictures(snapshot),
    ]),
  ]
  const title = say`Draft preview of ${new URL(config.site.url).host}`
  return writeDocument(
    {
      path: INDEX,
      title,
      language: spokenLanguage(),
      className: 'pv-page-index',
      body,
      scripts: ['filter.js'],
    },
    host,
  )
}

/** What is wrong with no article: in wp.config.json, and pictures that none shows. */
function otherProblems({ others }: Snapshot): Element[] {
  const lists = others.flatMap((file) => problemList(file))
  return lists.length === 0 ? [] : [h('section', { id: 'pv-problems' }, [h('h2', say`Problems`), ...lists])]
}

function filters({ articles, config }: Snapshot): Element {
  const all = [...articles.values()]
  const statuses = all.map(({ draft }) => writtenStatus(draft, config))
  const languages = all.map(({ draft }) => draft.language ?? '')
  const series = all.flatMap((article) => seriesOf(article, config).map(({ name }) => name))
  return h('form', { className: 'pv-filters', role: 'search' }, [
    h('input', {
      type: 'search',
      name: 'text',
      placeholder: say`Search titles, slugs, tags`,
      ariaLabel: say`Search the articles`,
      autoComplete: 'off',
    }),
    choice('status', say`Status`, statuses),
    choice('language', say`Language`, languages),
    choice('series', say`Series`, series),
    h('label', [h('input', { type: 'checkbox', name: 'problems' }), ` ${say`with problems`}`]),
    // The script fills the numbers in.
    h('output', { ariaLive: 'polite', dataText: say`${'{1}'} of ${'{2}'}` }, ''),
  ])
}

/** A choice among the values that occur; none is worth offering where they are all the same. */
function choice(name: string, label: string, values: readonly string[]): Element {
  const options = [...new Set(values)].filter((value) => value !== '').sort()
  return h('select', { name, ariaLabel: label, hidden: options.length < 2 }, [
    h('option', { value: '' }, say`${label}: all`),
    ...options.map((value) => h('option', { value }, name === 'language' ? languageName(value) : value)),
  ])
}

function pictures(snapshot: Snapshot): Element[] {
  const found = listSeries(snapshot)
  if (found.length === 0) return []
  return [
    h('h2', say`Links within the series`),
    h(
      'div',
      { className: 'pv-pictures' },
      found.map((series, index) => picture(series, index, snapshot)),
    ),
  ]
}

function picture(series: SeriesInLanguage, index: number, snapshot: Snapshot): Element {
  const { settings, language } = series
  return h('section', { lang: language }, [
    h('h3', [
      settings.title ?? settings.name,
      h('span', { className: 'pv-soft' }, ` ${languageName(language ?? '')}`),
    ]),
    seriesPicture(seriesLinks(series, snapshot), `pv-series-${index}`),
  ])
}
