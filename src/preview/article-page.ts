import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { toString as mdastToString } from 'mdast-util-to-string'
import type { VFile } from 'vfile'
import type { LinkGraph } from '../links/graph.ts'
import { headingIds } from '../render/headings.ts'
import { messagesToJson } from '../report/messages.ts'
import type { Config, RenderedPost } from '../types.ts'
import { localize, mediaPath, pageName } from './addresses.ts'
import { writeDocument } from './document.ts'
import { measureText } from './measure.ts'

/** The page of one article: its content as it would be published, and what there is to know about it. */
export function articlePage(
  item: RenderedPost,
  all: readonly RenderedPost[],
  graph: LinkGraph,
  config: Config,
): string {
  const { post } = item
  const language = post.language ?? config.site.language
  const content: ElementContent = { type: 'raw', value: localize(item.content, all) }
  const twins = all.filter(
    ({ post: { pair, key } }) => pair !== undefined && pair === post.pair && key !== post.key,
  )
  const panels = [
    facts(item, config),
    cards(item, config),
    panel(
      'Contents',
      list(
        [...headingIds(post.tree)].map(([heading, id]) =>
          link(`#${encodeURIComponent(id)}`, mdastToString(heading)),
        ),
      ),
    ),
    panel('In other languages', list(twins.map(({ post: twin }) => link(pageName(twin.key), twin.title)))),
    panel('Links to', list(item.links.map((key) => link(pageName(key), titleOf(key, all))))),
    panel(
      'Linked from',
      list(linkingKeys(post.key, graph).map((key) => link(pageName(key), titleOf(key, all)))),
    ),
    panel('Problems', problems(post.file)),
  ]
  const body = h('div', { className: 'page' }, [
    h('article', { lang: language }, [h('h1', post.title), content]),
    h('aside', [
      h('p', [link('index.html', 'All articles')]),
      ...panels.filter((element) => element !== undefined),
    ]),
  ])
  return writeDocument(post.title, language, [body])
}

/** The page of an article that cannot be rendered yet: what is wrong with it. */
export function brokenPage(file: VFile, config: Config): string {
  const body = h('div', { className: 'page' }, [
    h('article', [h('h1', file.path), problems(file) ?? h('p', 'It cannot be rendered.')]),
    h('aside', [link('index.html', 'All articles')]),
  ])
  return writeDocument(file.path, config.site.language, [body])
}

function facts({ post, content }: RenderedPost, config: Config): Element {
  const { characters, words, minutes } = measureText(content)
  const rows: [string, string | undefined][] = [
    ['Slug', post.slug],
    ['Permalink', permalink(post.slug, post.id, config)],
    ['Status', post.status],
    [
      'Date',
      post.date === undefined ? undefined : `${post.date.replace('T', ' ')} (${config.site.timezone})`,
    ],
    ['Language', post.language],
    ['Categories', post.categories.map(({ name }) => name).join(', ')],
    ['Tags', post.tags.map(({ name }) => name).join(', ')],
    ['Length', `${characters} characters, ${words} words, ${minutes} min`],
  ]
  const filled = rows.filter((row): row is [string, string] => row[1] !== undefined && row[1] !== '')
  return h('section', [
    h('h2', 'Article'),
    h(
      'dl',
      filled.flatMap(([name, value]) => [h('dt', name), h('dd', value)]),
    ),
  ])
}

function permalink(slug: string, id: number | undefined, { site }: Config): string {
  const path = site.permalink
    .replace('%postname%', slug)
    .replace('%post_id%', id === undefined ? '(new id)' : String(id))
  return site.url + path
}

/** As search results and social networks show it. */
function cards({ post, excerpt }: RenderedPost, config: Config): Element {
  const host = new URL(config.site.url).host
  const picture =
    post.featuredImage === undefined
      ? []
      : [h('img', { src: encodeURI(mediaPath(post.featuredImage)), alt: '' })]
  const text = [h('p', host), h('p', { className: 'card-title' }, post.title), h('p', excerpt)]
  return h('section', [
    h('h2', 'In search results and shared'),
    h('div', { className: 'card' }, [...picture, h('div', text)]),
  ])
}

function problems(file: VFile): Element | undefined {
  const items = messagesToJson([file]).map(({ line, column, severity, message, suggestion }) =>
    h(
      'span',
      { className: `problem-${severity}` },
      `${line}:${column} ${message}${suggestion === undefined ? '' : ` → ${suggestion}`}`,
    ),
  )
  return list(items)
}

function linkingKeys(key: string, graph: LinkGraph): string[] {
  return [...graph].flatMap(([from, { links }]) =>
    from !== key && links.some(({ target }) => target.kind === 'post' && target.key === key) ? [from] : [],
  )
}

function titleOf(key: string, all: readonly RenderedPost[]): string {
  return all.find(({ post }) => post.key === key)?.post.title ?? key
}

function panel(title: string, content: Element | undefined): Element | undefined {
  return content === undefined ? undefined : h('section', [h('h2', title), content])
}

function list(items: readonly Element[]): Element | undefined {
  return items.length === 0
    ? undefined
    : h(
        'ul',
        items.map((item) => h('li', [item])),
      )
}

function link(href: string, text: string): Element {
  return h('a', { href }, text)
}
