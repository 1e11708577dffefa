import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { spokenLanguage } from '../language/language.ts'
import { segments } from '../standards/segments.ts'
import { relativeUrl } from './addresses.ts'

/** What themes call an article, and its content inside of it, so that their style sheets find both. */
export const ARTICLE = ['post', 'type-post', 'hentry']
export const CONTENT = ['entry-content', 'wp-block-post-content', 'is-layout-flow']

/** A titled part of the column beside an article; `undefined` where it would be empty. */
export function panel(
  title: string,
  content: readonly ElementContent[],
  properties: Readonly<Record<string, string>> = {},
): Element | undefined {
  if (content.length === 0) return undefined
  return h('section', { ...properties }, [h('h2', title), ...content])
}

/** A bulleted list; nothing where there are no items. */
export function list(items: readonly ElementContent[], className = 'pv-list'): Element[] {
  if (items.length === 0) return []
  return [
    h(
      'ul',
      { className },
      items.map((item) => h('li', [item])),
    ),
  ]
}

/** A link from one file of the preview to another. */
export function link(from: string, to: string, text: string, language?: string): Element {
  return h('a', { href: relativeUrl(from, to), lang: language }, text)
}

/** A word on a coloured ground, such as a status. */
export function chip(text: string, kind: string): Element {
  return h('span', { className: ['pv-chip', `pv-${kind}`] }, text)
}

/** An address that a narrow column breaks behind a slash. */
export function breakable(address: string): Element {
  const [first = '', ...rest] = address.split(/(?<=[^:/]\/)/)
  return h('span', [first, ...rest.flatMap((part) => [h('wbr'), part])])
}

const CLOSING = /[」』）】〉》〕］]$/

/**
 * A title whose lines begin with no particle behind a closing bracket, as in 「504」は: nothing forbids that break
 * (UAX 14, JLREQ), and `word-break: auto-phrase` sees no phrase across brackets. Elements, since a joining character
 * would be copied along.
 */
export function keepParticles(title: string): ElementContent[] {
  const parts: ElementContent[] = []
  let before = ''
  const flush = (): void => {
    if (before !== '') parts.push({ type: 'text', value: before })
    before = ''
  }
  for (const word of segments(title, 'word')) {
    const [bracket] = CLOSING.exec(before) ?? []
    if (bracket !== undefined && /^\p{Script=Hiragana}+$/u.test(word)) {
      before = before.slice(0, -bracket.length)
      flush()
      parts.push(h('span', { className: 'pv-keep' }, bracket + word))
    } else before += word
  }
  flush()
  return parts
}

/** What is wrong, above everything, until it is mended; its line closes and opens it. */
export function overlayOf(title: string, content: readonly ElementContent[]): Element {
  return h('section', { className: 'pv-overlay', role: 'alert', lang: spokenLanguage() }, [
    h('details', { open: true }, [h('summary', title), h('div', [...content])]),
  ])
}
