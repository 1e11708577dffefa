import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { relativeUrl } from './addresses.ts'

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
