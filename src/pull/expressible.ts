import type { Element, ElementContent, RootContent } from 'hast'
import { classText, isElement } from '../content/elements.ts'
import { isContents } from '../content/normal-form.ts'
import { boxName } from './boxes.ts'
import { colouredCode, readCode } from './code.ts'
import type { PullContext } from './context.ts'
import { readDisplayFormula } from './math.ts'
import { hasPlainWidth } from './pictures.ts'

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
  details: ['open'],
  summary: [],
  dl: [],
  dt: [],
  dd: [],
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
  img: ['src', 'alt', 'title', 'className', 'style', 'width', 'height'],
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
  const coloured = colouredCode(node)
  if (coloured !== undefined) return readCode(coloured, undefined) !== undefined
  if (isElement(node, 'pre')) return readCode(node, undefined) !== undefined
  if (isElement(node, 'p') && readDisplayFormula(node, context) !== undefined) return true
  if (isElement(node, 'div')) {
    return boxName(node, context) !== undefined && node.children.every((child) => isBoxPart(child, context))
  }
  const allowed = BLOCKS[node.tagName]
  if (allowed === undefined) return isText(node)
  return (
    (isContents(node) || hasOnly(node, [...allowed, ...ownExtras(node)])) &&
    node.children.every((child) => isExpressible(child, context))
  )
}

/** True for an inline element that needs raw HTML: it says more than Markdown's sign for it. */
export function needsRaw(element: Element, context: PullContext): boolean {
  const allowed = SIGNED[element.tagName]
  if (allowed === undefined) return true
  if (isElement(element, 'img')) {
    if (!/^(?:wp-image-\d+)?$/.test(classText(element)) || !hasPlainWidth(element)) return true
  }
  const spoken = isElement(element, 'a') && isMarkedExternal(element, context) ? ['target', 'rel'] : []
  return !hasOnly(element, [...allowed, ...spoken])
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
  if (!isElement(node) || !(node.tagName in SIGNED || RAW.has(node.tagName))) return false
  return node.children.every(isText)
}

function isBoxPart(node: Node, context: PullContext): boolean {
  if (!isElement(node, 'p')) return isExpressible(node, context)
  return node.children.every((child) => isExpressible(child, context)) && hasOnly(node, ['className'])
}

/** What Rensai itself puts on tables and pictures; wherever an author did, the comparison shows it. */
function ownExtras(element: Element): string[] {
  if (isElement(element, 'table')) {
    return /^min-width:\d+em$/.test(String(element.properties.style ?? '')) ? ['style'] : []
  }
  if (!isElement(element, 'figure')) return []
  const isFrame = element.children.some((child) => isElement(child, 'table'))
  return isFrame || classText(element) === 'is-resized' ? ['className'] : []
}

function hasOnly({ properties }: Element, allowed: readonly string[]): boolean {
  return Object.keys(properties).every((name) => allowed.includes(name))
}
