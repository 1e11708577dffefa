import type { Element, ElementContent, RootContent } from 'hast'
import { classText } from '../render/blocks/text.ts'
import { isElement } from '../render/elements.ts'
import { boxName } from './boxes.ts'
import type { PullContext } from './context.ts'

type Node = RootContent | ElementContent

/** Attributes that Markdown has a way to write, by element. */
const BLOCKS: Readonly<Record<string, readonly string[]>> = {
  p: [],
  h1: ['id'],
  h2: ['id'],
  h3: ['id'],
  h4: ['id'],
  h5: ['id'],
  h6: ['id'],
  ul: [],
  ol: ['start'],
  li: [],
  blockquote: [],
  table: [],
  thead: [],
  tbody: [],
  tr: [],
  th: ['align', 'scope'],
  td: ['align'],
  hr: [],
  figure: [],
  figcaption: [],
  details: [],
  summary: [],
}

/** Text elements that Markdown has signs for, and the attributes that the signs can say. */
export const SIGNED: Readonly<Record<string, readonly string[]>> = {
  strong: [],
  em: [],
  del: [],
  mark: [],
  code: [],
  br: [],
  a: ['href', 'title'],
  img: ['src', 'alt', 'title', 'className'],
}

/** Text elements that stand in Markdown as raw HTML, around text that stays Markdown. */
const RAW = new Set(
  'span kbd sub sup u small ins abbr cite q ruby rb rt rp var samp dfn time bdo bdi font big tt data wbr label'.split(
    ' ',
  ),
)

/** True for what Markdown can say, with inline HTML where it has no sign. */
export function isExpressible(node: Node, context: PullContext): boolean {
  if (node.type === 'text' || node.type === 'comment') return true
  if (!isElement(node)) return false
  if (isElement(node, 'pre')) return isCode(node)
  if (isElement(node, 'div')) {
    return boxName(node, context) !== undefined && node.children.every((child) => isBoxPart(child, context))
  }
  const allowed = BLOCKS[node.tagName]
  if (allowed === undefined) return isText(node)
  return hasOnly(node, allowed) && node.children.every((child) => isExpressible(child, context))
}

/** True for an inline element that needs raw HTML: it says more than Markdown's sign for it. */
export function needsRaw(element: Element, context: PullContext): boolean {
  const allowed = SIGNED[element.tagName]
  if (allowed === undefined) return true
  if (isElement(element, 'img') && !/^(?:wp-image-\d+)?$/.test(classText(element))) return true
  const spoken = isElement(element, 'a') && isMarkedExternal(element, context) ? ['target', 'rel'] : []
  return !hasOnly(element, [...allowed, ...spoken])
}

/** True for a link with exactly what the configuration adds to links to other sites. */
function isMarkedExternal({ properties }: Element, { externalLinks: { target, rel } }: PullContext): boolean {
  const found = Array.isArray(properties.rel) ? properties.rel.join(' ') : properties.rel
  return properties.target === target && found === rel
}

/** True for what stands inside a line of text. */
export function isText(node: Node): boolean {
  if (node.type === 'text') return true
  if (!isElement(node) || !(node.tagName in SIGNED || RAW.has(node.tagName))) return false
  return node.children.every(isText)
}

function isBoxPart(node: Node, context: PullContext): boolean {
  if (!isElement(node, 'p')) return isExpressible(node, context)
  return node.children.every((child) => isExpressible(child, context)) && hasOnly(node, ['className'])
}

/** A language and the class for line numbers are all that a fence can say. */
function isCode(pre: Element): boolean {
  const [code, ...others] = pre.children
  if (!isElement(code, 'code') || others.length > 0 || !hasOnly(pre, []) || !hasOnly(code, ['className']))
    return false
  return code.children.every(({ type }) => type === 'text')
}

function hasOnly({ properties }: Element, allowed: readonly string[]): boolean {
  return Object.keys(properties).every((name) => allowed.includes(name))
}
