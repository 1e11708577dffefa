import type { Element, Root } from 'hast'
import type { Config } from '../config/types.ts'
import { markCards } from '../constructs/embeds/cards.ts'
import type { LinkTarget } from '../links/types.ts'
import type { Post } from '../posts/post.ts'
import { decodePercent } from '../standards/percent.ts'
import { visit } from '../standards/visit.ts'
import { writeReference } from './references.ts'

/** Says what a link in an article means. */
export type LinkResolver = (url: string, from: Post) => LinkTarget

/** Points links at their targets; returns the keys of the articles linked to, each once. */
export function resolveLinks(tree: Root, post: Post, links: LinkResolver, config: Config): string[] {
  const keys = new Set<string>()
  const ids = new Set<string>()
  visit(tree, 'element', ({ properties: { id } }) => {
    if (typeof id === 'string') ids.add(id)
  })
  if (config.embeds.articles) markCards(tree, post.key, (url) => links(url, post))
  visit(tree, 'element', (element: Element) => {
    const { href } = element.properties
    if (element.tagName !== 'a' || typeof href !== 'string') return
    const target = links(href, post)
    if (target.kind === 'post') {
      keys.add(target.key)
      element.properties.href =
        writeReference({ kind: 'post', key: target.key, value: 'link' }) + encodeHash(target.hash)
    }
    // Ids of headings are composed (NFC), and browsers compare letter by letter; an id of raw HTML is as it is written.
    if (target.kind === 'anchor' && ids.has(target.hash.slice(1)) && !ids.has(decodePercent(href.slice(1)))) {
      element.properties.href = encodeHash(target.hash)
    }
    if (target.kind === 'external') {
      const { rel, target: place } = config.externalLinks
      if (place !== undefined) element.properties.target = place
      // WordPress before 6.7 would add it when it saves (wp_targeted_link_rel), and no visitor misses it.
      const names = new Set([...(rel?.split(/\s+/) ?? []), ...(place === '_blank' ? ['noopener'] : [])])
      if (names.size > 0) element.properties.rel = [...names]
    }
  })
  return [...keys]
}

function encodeHash(hash: string): string {
  return hash === '' ? '' : `#${encodeURIComponent(hash.slice(1))}`
}
