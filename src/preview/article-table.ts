import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { readDate } from '../fields/date.ts'
import { isStatus } from '../fields/status.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { say } from '../language/say.ts'
import { itemsOf, textOf, writtenStatus } from '../posts/draft.ts'
import { articlePath, INDEX } from './addresses.ts'
import { chip, link } from './elements.ts'
import { languageName, titleOf } from './names.ts'
import { summarizeProblems } from './panels/problems.ts'
import { siteTime } from './schedule.ts'
import { seriesOf } from './series.ts'
import type { Snapshot } from './snapshot.ts'

const COLUMNS = ['article', 'status', 'date', 'language', 'series', 'problems', 'publishing'] as const

type Column = (typeof COLUMNS)[number]

/** Those by which the index sorts, where it may run its script. */
const SORTED: readonly Column[] = ['article', 'status', 'date', 'problems']

/** The table of all articles, those with errors included; roles are named, since phones show it as a list. */
export function articleTable(snapshot: Snapshot): Element {
  const columns = COLUMNS.filter((name) => name !== 'publishing' || snapshot.planned !== undefined)
  const head = h(
    'tr',
    { role: 'row' },
    columns.map((name) => {
      const dataSort = SORTED.includes(name) ? name : undefined
      return h('th', { scope: 'col', role: 'columnheader', dataSort }, headingOf(name, snapshot))
    }),
  )
  return h('table', { className: 'pv-articles', role: 'table', ariaLabel: say`Articles` }, [
    h('thead', { role: 'rowgroup' }, [head]),
    h(
      'tbody',
      { role: 'rowgroup' },
      [...snapshot.articles.values()].map((article) => row(article, columns, snapshot)),
    ),
  ])
}

function headingOf(column: Column, { config }: Snapshot): string {
  switch (column) {
    case 'article':
      return say`Article`
    case 'status':
      return say`Status`
    case 'date':
      return say`Date (${config.site.timezone})`
    case 'language':
      return say`Language`
    case 'series':
      return say`Series`
    case 'problems':
      return say`Problems`
    case 'publishing':
      return say`Publishing would`
  }
}

function row(article: JudgedArticle, columns: readonly Column[], { config, planned }: Snapshot): Element {
  const { key, draft, errors } = article
  const { file } = draft.source
  const status = writtenStatus(draft, config)
  const series = seriesOf(article, config).map(({ name }) => name)
  const problems = summarizeProblems(file)
  // Other parts of a run may have rendered it, so the date is read from the front matter.
  const date = errors > 0 ? undefined : readDate((name) => textOf(draft.fields, name), config.site.timezone)
  const cells: Readonly<Record<Column, ElementContent[]>> = {
    article: [
      link(INDEX, articlePath(key), titleOf(article), draft.language),
      h('code', { className: 'pv-soft' }, file.path),
    ],
    status: [chip(status, isStatus(status) ? status : 'unknown')],
    date: date === undefined ? [] : [siteTime(date, config)],
    language: draft.language === undefined ? [] : [text(languageName(draft.language))],
    series: [text(series.join(', '))],
    problems: problems === undefined ? [] : [h('span', { className: `pv-${problems.kind}` }, problems.text)],
    publishing: [text(planned?.get(key) ?? '')],
  }
  const words = [draft.slug, ...itemsOf(draft.fields, 'tags').map((tag) => tag.text)]
  return h(
    'tr',
    {
      role: 'row',
      dataStatus: status,
      dataDate: date ?? '',
      dataLanguage: draft.language ?? '',
      dataSeries: series.join(' '),
      dataProblems: problems?.kind,
      dataWords: words.join(' '),
    },
    columns.map((name) => h('td', { role: 'cell', dataColumn: name }, cells[name])),
  )
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
