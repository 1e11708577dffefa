import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { visit } from 'unist-util-visit'
import type { Config } from '../config/types.ts'
import { isBlank, isElement } from '../content/elements.ts'
import type { LinkTarget } from '../links/types.ts'
import type { Post } from '../posts/types.ts'
import { writeReference } from './references.ts'

/** Says what a link in an article means. */
export type LinkResolver = (url: string, from: Post) => LinkTarget

/** An address as it stands in a block's attributes, and in the text. */
export interface Card {
  readonly attribute: string
  readonly text: string
}

declare module 'hast' {
  interface ElementData {
    /** What a paragraph shows as a card that is nothing but the address of an own article. */
    card?: Card
  }
}

/** Points links at their targets; returns the keys of the articles linked to, each once. */
export function resolveLinks(tree: Root, post: Post, links: LinkResolver, config: Config): string[] {
  const keys = new Set<string>()
  if (config.embeds.articles) markArticles(tree, post, links)
  visit(tree, 'element', (element: Element) => {
    const { href } = element.properties
    if (element.tagName !== 'a' || typeof href !== 'string') return
    const target = links(href, post)
    if (target.kind === 'post') {
      keys.add(target.key)
      element.properties.href =
        writeReference({ kind: 'post', key: target.key, value: 'link' }) + encodeHash(target.hash)
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

/** An address alone in a paragraph is no text for readers: the article itself is shown, or its final address. */
function markArticles(tree: Root, post: Post, links: LinkResolver): void {
  visit(tree, 'element', (paragraph: Element) => {
    if (paragraph.tagName !== 'p') return
    const [link, ...others] = paragraph.children.filter((child) => !isBlank(child))
    if (!isElement(link, 'a') || others.length > 0) return
    const href = String(link.properties.href ?? '')
    const text = hastToString(link)
    if (text !== '' && text !== href && encodeURI(text) !== href && `./${text}` !== href) return
    const card = toCard(links(href, post), post)
    if (card === undefined) return
    paragraph.data = Object.assign({}, paragraph.data, { card })
    link.children = [{ type: 'text', value: card.text }]
  })
}

function toCard(target: LinkTarget, post: Post): Card | undefined {
  if (target.kind === 'own-site' && target.isPost && !target.url.includes('#'))
    return { attribute: target.url, text: target.url }
  if (target.kind !== 'post' || target.hash !== '' || target.key === post.key) return undefined
  const { key } = target
  return {
    attribute: writeReference({ kind: 'post', key, value: 'json' }),
    text: writeReference({ kind: 'post', key, value: 'link' }),
  }
}

function encodeHash(hash: string): string {
  return hash === '' ? '' : `#${encodeURIComponent(hash.slice(1))}`
}
