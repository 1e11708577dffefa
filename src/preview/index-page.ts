import type { Element } from 'hast'
import { h } from 'hastscript'
import { countMessages } from '../report/messages.ts'
import type { Config, RenderedPost, SourcePost } from '../types.ts'
import { pageName } from './addresses.ts'
import { writeDocument } from './document.ts'

/** The table of all articles, those with errors included. */
export function indexPage(
  sources: readonly SourcePost[],
  rendered: readonly RenderedPost[],
  config: Config,
): string {
  const byKey = new Map(rendered.map((item) => [item.post.key, item]))
  const head = h(
    'tr',
    ['Article', 'Status', 'Date', 'Language', 'Series', 'Problems'].map((name) =>
      h('th', { scope: 'col' }, name),
    ),
  )
  const rows = sources.map((source) => row(source, byKey.get(source.key), config))
  const table = h('table', [h('thead', [head]), h('tbody', rows)])
  const body = h('main', { className: 'index' }, [
    h('h1', `${sources.length} articles`),
    h('input', { type: 'search', placeholder: 'Filter', ariaLabel: 'Filter the articles' }),
    h('div', { className: 'scroll' }, [table]),
  ])
  return writeDocument('Draft preview', 'en', [body], 'preview.js')
}

function row({ key, file }: SourcePost, item: RenderedPost | undefined, config: Config): Element {
  const { errors, warnings } = countMessages([file])
  const severity = errors > 0 ? 'error' : 'warn'
  const problems =
    errors + warnings === 0
      ? []
      : [h('span', { className: `problem-${severity}` }, `${errors} errors, ${warnings} warnings`)]
  const series = config.series
    .filter(({ members }) => members.some((member) => key.includes(member)))
    .map(({ name, title }) => title ?? name)
  const post = item?.post
  return h('tr', [
    h('td', { lang: post?.language }, [h('a', { href: pageName(key) }, post?.title ?? file.path)]),
    h('td', post?.status ?? ''),
    h('td', post?.date?.replace('T', ' ') ?? ''),
    h('td', post?.language ?? ''),
    h('td', series.join(', ')),
    h('td', problems),
  ])
}
