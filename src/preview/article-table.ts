import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { readDate } from '../fields/date.ts'
import { isStatus } from '../fields/status.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { itemsOf, textOf, writtenStatus } from '../posts/draft.ts'
import { articlePath, INDEX } from './addresses.ts'
import { chip, link } from './elements.ts'
import { languageName, titleOf } from './names.ts'
import { summarizeProblems } from './panels/problems.ts'
import { siteTime } from './schedule.ts'
import { seriesOf } from './series.ts'
import type { Snapshot } from './snapshot.ts'

const COLUMNS = ['Article', 'Status', 'Date', 'Language', 'Series', 'Problems', 'Publishing would'] as const

type Column = (typeof COLUMNS)[number]

/** The table of all articles, those with errors included; roles are named, since phones show it as a list. */
export function articleTable(snapshot: Snapshot): Element {
  const columns = COLUMNS.filter((name) => name !== 'Publishing would' || snapshot.planned !== undefined)
  const head = h(
    'tr',
    { role: 'row' },
    columns.map((name) => {
      const unit = name === 'Date' ? ` (${snapshot.config.site.timezone})` : ''
      return h('th', { scope: 'col', role: 'columnheader' }, name + unit)
    }),
  )
  return h('table', { className: 'pv-articles', role: 'table', ariaLabel: 'Articles' }, [
    h('thead', { role: 'rowgroup' }, [head]),
    h(
      'tbody',
      { role: 'rowgroup' },
      [...snapshot.articles.values()].map((article) => row(article, columns, snapshot)),
    ),
  ])
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
    Article: [
      link(INDEX, articlePath(key), titleOf(article), draft.language),
      h('code', { className: 'pv-soft' }, file.path),
    ],
    Status: [chip(status, isStatus(status) ? status : 'unknown')],
    Date: date === undefined ? [] : [siteTime(date, config)],
    Language: draft.language === undefined ? [] : [text(languageName(draft.language))],
    Series: [text(series.join(', '))],
    Problems: problems === undefined ? [] : [h('span', { className: `pv-${problems.kind}` }, problems.text)],
    'Publishing would': [text(planned?.get(key) ?? '')],
  }
  const words = [draft.slug, ...itemsOf(draft.fields, 'tags').map((tag) => tag.text)]
  return h(
    'tr',
    {
      role: 'row',
      dataStatus: status,
      dataLanguage: draft.language ?? '',
      dataSeries: series.join(' '),
      dataProblems: problems?.kind,
      dataWords: words.join(' '),
    },
    columns.map((name) => {
      const [column] = name.toLowerCase().split(' ')
      return h('td', { role: 'cell', dataColumn: column }, cells[name])
    }),
  )
}

function text(value: string): ElementContent {
  return { type: 'text', value }
}
