import type { ElementContent } from 'hast'
import { h } from 'hastscript'
import { readDate } from '../fields/date.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { spokenLanguage } from '../language/language.ts'
import { listItems } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { itemsOf, textOf } from '../posts/draft.ts'
import type { PlannedArticle } from '../report/planned.ts'
import { articlePath, INDEX, relativeUrl } from './addresses.ts'
import type { ArticleRow } from './article-rows.ts'
import { badgesOf } from './badges.ts'
import { chip } from './elements.ts'
import { languageName, nameOfSeries, titleOf } from './names.ts'
import { summarizeProblems } from './panels/problems.ts'
import { siteTime } from './schedule.ts'
import type { Snapshot } from './snapshot.ts'

/** What the index says of an article, in its order. */
export const COLUMNS = ['article', 'status', 'problems', 'date', 'publishing'] as const

export type Column = (typeof COLUMNS)[number]

/** What a row says of one of its languages. */
export interface ArticleLine {
  readonly cells: Readonly<Record<Column, ElementContent[]>>
  /** What translations often have in common. */
  readonly texts: { readonly date: string; readonly publishing: string }
  /** What it is filtered and sorted by. */
  readonly data: Readonly<Record<string, string | undefined>>
}

/** What a row of the index says of one article. */
export function lineOf(article: JudgedArticle, row: ArticleRow, snapshot: Snapshot): ArticleLine {
  const { key, draft, errors } = article
  const { config, planned } = snapshot
  const { file } = draft.source
  const badges = badgesOf(article, snapshot)
  const problems = summarizeProblems(file)
  // Other parts of a run may have rendered it, so the date is read from the front matter.
  const date = errors > 0 ? undefined : readDate((name) => textOf(draft.fields, name), config.site.timezone)
  const publishing = wordsOf(planned?.get(key))
  const words = [draft.slug, ...itemsOf(draft.fields, 'tags').map((tag) => tag.text)]
  return {
    cells: {
      article: title(article, row),
      status: badges.map(({ text, kind }) => chip(text, kind)),
      problems:
        problems === undefined ? [] : [h('span', { className: `pv-${problems.kind}` }, problems.text)],
      date: date === undefined ? [] : [siteTime(date, config)],
      publishing: publishing === '' ? [] : [{ type: 'text', value: publishing }],
    },
    texts: { date: date ?? '', publishing },
    data: {
      dataStatus: badges.map(({ id }) => id).join(' '),
      dataDate: date ?? '',
      dataLanguage: draft.language ?? '',
      dataProblems: problems?.kind,
      dataWords: words.join(' '),
    },
  }
}

/** What publishing would do, where the badges do not say all of it. */
function wordsOf(plan: PlannedArticle | undefined): string {
  if (plan === undefined || plan.states.every((state) => state === 'new' || state === 'unchanged')) return ''
  return plan.words
}

function title(article: JudgedArticle, { series }: ArticleRow): ElementContent[] {
  const { key, draft } = article
  const { path } = draft.source.file
  const name = titleOf(article)
  const others = series.slice(1).map(nameOfSeries)
  const parts = [
    ...(draft.language === undefined
      ? []
      : [h('span', { className: 'pv-language', lang: draft.language }, languageName(draft.language))]),
    h(
      'a',
      // A line that is too long for its room is cut off.
      { href: relativeUrl(INDEX, articlePath(key)), lang: draft.language, title: `${name}\n${path}` },
      name,
    ),
    ...(others.length === 0
      ? []
      : [h('span', { className: 'pv-soft', lang: spokenLanguage() }, say`also in ${listItems(others)}`)]),
  ]
  return [
    h('span', { className: 'pv-title' }, parts),
    ...(name === path ? [] : [h('code', { className: 'pv-soft' }, path)]),
  ]
}
