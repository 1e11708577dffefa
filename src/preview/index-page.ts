import type { Element } from 'hast'
import { h } from 'hastscript'
import { listFiles } from '../judge/files.ts'
import { spokenLanguage } from '../language/language.ts'
import { say } from '../language/say.ts'
import { summarizeMessages } from '../report/messages.ts'
import { INDEX } from './addresses.ts'
import { articleTable } from './article-table.ts'
import { type Host, writeDocument } from './document.ts'
import { indexFilters } from './index-filters.ts'
import { noticeOfAll } from './notice.ts'
import { problemList } from './panels/problems.ts'
import { faultsOf, listOverviews, seriesSection } from './series-section.ts'
import type { Snapshot } from './snapshot.ts'

/** The front page: every article with its state, a filter, and how the articles of each series link to each other. */
export function indexPage(snapshot: Snapshot, host: Host): string {
  const { config } = snapshot
  const overviews = listOverviews(snapshot)
  const body = [
    h('header', { className: 'pv-header' }, [h('p', { className: 'pv-notice' }, noticeOfAll(snapshot))]),
    h('main', [
      h('h1', new URL(config.site.url).host),
      h(
        'p',
        { className: ['pv-soft', 'pv-summary'] },
        say`${summarizeMessages(listFiles(snapshot), snapshot.articles.size)}.`,
      ),
      ...otherProblems(snapshot, host),
      indexFilters(snapshot),
      articleTable(snapshot, { verdicts: faultsOf(overviews), isLive: host.live !== undefined }),
      ...seriesSection(overviews),
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
      scripts: ['filter.js', 'sort.js'],
    },
    host,
  )
}

/** What is wrong with no article: in wp.config.json, and pictures that none shows. */
function otherProblems({ others, config }: Snapshot, { live }: Host): Element[] {
  const root = live === undefined ? undefined : config.root
  const lists = others.flatMap((file) => problemList(file, { root }))
  return lists.length === 0 ? [] : [h('section', { id: 'pv-problems' }, [h('h2', say`Problems`), ...lists])]
}
