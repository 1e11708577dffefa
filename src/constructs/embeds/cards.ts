import type { Element, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isBlank, isElement } from '../../content/elements.ts'
import type { LinkTarget } from '../../links/types.ts'
import { writeReference } from '../../render/references.ts'
import { visit } from '../../standards/visit.ts'

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

/**
 * Finds the paragraphs that are nothing but the address of an own article. It is no text for readers: the article
 * itself is shown, or its final address.
 *
 * @param key of the article that they stand in
 * @param resolve says what an address means
 */
export function markCards(tree: Root, key: string, resolve: (url: string) => LinkTarget): void {
  visit(tree, 'element', (paragraph: Element) => {
    if (paragraph.tagName !== 'p') return
    const [link, ...others] = paragraph.children.filter((child) => !isBlank(child))
    if (!isElement(link, 'a') || others.length > 0) return
    const href = String(link.properties.href ?? '')
    const text = hastToString(link)
    // A picture that is a link has no text, either.
    if (text === '' && link.children.some((child) => isElement(child))) return
    if (text !== '' && text !== href && encodeURI(text) !== href && `./${text}` !== href) return
    const card = toCard(resolve(href), key)
    if (card === undefined) return
    paragraph.data = Object.assign({}, paragraph.data, { card })
    link.children = [{ type: 'text', value: card.text }]
  })
}

function toCard(target: LinkTarget, own: string): Card | undefined {
  if (target.kind === 'own-site' && target.isPost && !target.url.includes('#'))
    return { attribute: target.url, text: target.url }
  if (target.kind !== 'post' || target.hash !== '' || target.key === own) return undefined
  const { key } = target
  return {
    attribute: writeReference({ kind: 'post', key, value: 'json' }),
    text: writeReference({ kind: 'post', key, value: 'link' }),
  }
}
