import type { Element, ElementContent, RootContent } from 'hast'
import { constructs } from '../constructs/registry.ts'
import { isElement } from '../content/elements.ts'
import { own } from '../standards/own.ts'
import type { PullContext } from './context.ts'

type Node = RootContent | ElementContent

/** Attributes that CommonMark and GFM have a way to write, by element. */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  p: [],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['align'],
  td: ['align'],
  hr: [],
  figure: [],
}

/** Text elements that CommonMark and GFM have signs for, and the attributes that the signs can say. */
const SIGNED: Readonly<Record<string, readonly string[]>> = {
  strong: [],
  em: [],
  del: [],
  code: [],
  br: [],
  a: ['href', 'title'],
}

/** Text elements that stand in Markdown as raw HTML, around text that stays Markdown. */
export const RAW = new Set(
  'span kbd sub sup u small ins abbr cite q ruby rb rt rp var samp dfn time bdo bdi font big tt data wbr label'.split(
    ' ',
  ),
)

/** True for what Markdown can say, with inline HTML where it has no sign. */
export function isExpressible(node: Node, context: PullContext): boolean {
  if (node.type === 'text' || node.type === 'comment') return true
  if (!isElement(node)) return false
  const ask = (child: ElementContent): boolean => isExpressible(child, context)
  for (const { back } of constructs) {
    const answer = back?.isExpressible?.(node, context, ask)
    if (answer !== undefined) return answer
  }
  const allowed = blockAttributes(node, context)
  if (allowed === undefined) return isText(node)
  return hasOnly(node, allowed) && node.children.every(ask)
}

/** The attributes of a block element that Markdown can say; `undefined` for one that it does not have. */
function blockAttributes(element: Element, context: PullContext): readonly string[] | undefined {
  const lists = [{ attributes: BLOCKS }, ...constructs.map(({ back }) => back ?? {})]
    .map(({ attributes }) => own(attributes, element.tagName))
    .filter((list) => list !== undefined)
  if (lists.length === 0) return undefined
  return lists.flatMap((list) => (typeof list === 'function' ? (list(element, context) ?? []) : list))
}

/** True for an inline element that needs raw HTML: it says more than Markdown's sign for it. */
export function needsRaw(element: Element, context: PullContext): boolean {
  const allowed = signedAttributes(element, context)
  if (allowed === undefined) return true
  const spoken = isElement(element, 'a') && isMarkedExternal(element, context) ? ['target', 'rel'] : []
  return !hasOnly(element, [...allowed, ...spoken])
}

/** The attributes of a text element that Markdown's sign for it can say; `undefined` where no sign will do. */
function signedAttributes(element: Element, context: PullContext): readonly string[] | undefined {
  const plain = own(SIGNED, element.tagName)
  if (plain !== undefined) return plain
  const list = constructs
    .map(({ back }) => own(back?.signs, element.tagName))
    .find((found) => found !== undefined)
  return typeof list === 'function' ? list(element, context) : list
}

/** True for an element that Markdown has a sign for, whatever its attributes say. */
export function isSigned({ tagName }: Element): boolean {
  return (
    Object.hasOwn(SIGNED, tagName) || constructs.some(({ back }) => own(back?.signs, tagName) !== undefined)
  )
}

/** True for a link with exactly what the configuration adds to links to other sites. */
function isMarkedExternal({ properties }: Element, { externalLinks: { target, rel } }: PullContext): boolean {
  const found = Array.isArray(properties.rel)
    ? properties.rel
    : String(properties.rel ?? '')
        .split(/\s+/)
        .filter(Boolean)
  const names = new Set([...(rel?.split(/\s+/) ?? []), ...(target === '_blank' ? ['noopener'] : [])])
  return properties.target === target && [...names].join(' ') === found.join(' ')
}

/** True for what stands inside a line of text. */
export function isText(node: Node): boolean {
  if (node.type === 'text') return true
  if (!isElement(node) || !(isSigned(node) || RAW.has(node.tagName))) return false
  return node.children.every(isText)
}

function hasOnly({ properties }: Element, allowed: readonly string[]): boolean {
  return Object.keys(properties).every((name) => allowed.includes(name))
}
