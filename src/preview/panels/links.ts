import type { Element } from 'hast'
import { h } from 'hastscript'
import type { JudgedArticle } from '../../judge/types.ts'
import { say } from '../../language/say.ts'
import type { GraphLink, LinkGraph } from '../../links/graph.ts'
import { articlePath } from '../addresses.ts'
import { breakable, link, list, panel } from '../elements.ts'
import { titleOf } from '../names.ts'
import type { Snapshot } from '../snapshot.ts'

/** The articles and sites that an article links to; what leads nowhere stands out. */
export function outgoingPanel(
  { node }: JudgedArticle,
  page: string,
  snapshot: Snapshot,
): Element | undefined {
  const items = new Map<string, Element>()
  for (const one of node.links) {
    const item = outgoing(one, page, snapshot)
    if (item !== undefined) items.set(one.target.kind === 'post' ? one.target.key : one.url, item)
  }
  return panel(say`Links to`, list([...items.values()]))
}

/** The articles that link to an article. */
export function incomingPanel({ key }: JudgedArticle, page: string, snapshot: Snapshot): Element | undefined {
  const items = keysLinkingTo(key, snapshot.graph).map((from) => toArticle(from, page, snapshot))
  return panel(say`Linked from`, list(items))
}

function outgoing({ target, url }: GraphLink, page: string, snapshot: Snapshot): Element | undefined {
  switch (target.kind) {
    case 'post':
      return toArticle(target.key, page, snapshot)
    case 'missing':
      return h('span', { className: 'pv-error' }, say`${target.path} is not there`)
    case 'external':
    case 'own-site':
      return h('a', { href: url, rel: 'noreferrer' }, [breakable(url)])
    case 'anchor':
    case 'other':
      return undefined
  }
}

function toArticle(key: string, page: string, { articles }: Snapshot): Element {
  const article = articles.get(key)
  if (article === undefined) return h('code', key)
  return link(page, articlePath(key), titleOf(article), article.draft.language)
}

function keysLinkingTo(key: string, graph: LinkGraph): string[] {
  return [...graph].flatMap(([from, { links }]) =>
    from !== key && links.some(({ target }) => target.kind === 'post' && target.key === key) ? [from] : [],
  )
}
