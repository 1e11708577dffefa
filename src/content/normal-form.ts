import type { Element, ElementContent, Properties, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { toString as hastToString } from 'hast-util-to-string'
import { isPageBreak } from '../constructs/page-breaks.ts'
import { blocksOfConstructs, constructs } from '../constructs/registry.ts'
import { bounded, ExcessError } from '../limits/bounded.ts'
import { MOST_CONTENT } from '../limits/sizes.ts'
import { own } from '../standards/own.ts'
import { classText, isElement, OPAQUE } from './elements.ts'
import { isContainer, isTextBlock } from './html-elements.ts'
import { type ContentUnit, isEmptyParagraph, readContent } from './read-content.ts'

type Node = RootContent | ElementContent

/**
 * True where two contents show a reader the same: the same text, elements, addresses and classes, whether written
 * as blocks or as plain HTML, by Rensai or by the editor. What WordPress acts on counts: shortcodes, and blocks
 * whose comment says more than their markup. Contents beyond the limits are the same where they are written alike.
 */
export function sameContent(a: string, b: string): boolean {
  if (a === b) return true
  if (Math.max(a.length, b.length) > MOST_CONTENT) return false
  try {
    return bounded(() => contentKeys(a).join('\n') === contentKeys(b).join('\n'))
  } catch (error) {
    if (error instanceof ExcessError) return false
    throw error
  }
}

/** One comparable text for each top-level piece of a content, in order. */
export function contentKeys(content: string): string[] {
  const keys = readContent(content).flatMap(unitKeys)
  // An article without text is written as one empty paragraph, since the editor wants one.
  return keys.every((key) => key === '<p></p>') ? [] : keys
}

/** The comparable texts of one piece; a piece that shows nothing has none. */
export function unitKeys({ nodes }: ContentUnit): string[] {
  return normalise(nodes).map((node) => toHtml({ type: 'root', children: [node] } as Root))
}

/** The elements of a piece without what differs between writers of the same thing. */
export function normalise(nodes: readonly Node[]): Node[] {
  return trim(nodes.flatMap(clean), true)
}

const RENAMED: Readonly<Record<string, string>> = { b: 'strong', i: 'em', s: 'del', strike: 'del' }

/** Classes that say what the element is anyway. */
const IDLE_CLASS =
  /^(?:wp-block-(?:heading|list|quote|separator|embed-.*)|wp-element-caption|has-alpha-channel-opacity|has-fixed-layout|size-.+|alignnone|has-text-align-(?:left|center|right)|is-type-.+|is-provider-.+)$/

function isIdleClass(name: string): boolean {
  const block = /^wp-block-(.+)$/.exec(name)?.[1]
  return (block !== undefined && Object.hasOwn(blocksOfConstructs, block)) || IDLE_CLASS.test(name)
}

function clean(node: Node): Node[] {
  if (node.type === 'comment') {
    return isPageBreak(node.value) ? [{ type: 'comment', value: node.value.trim() }] : []
  }
  if (node.type === 'text') return [{ type: 'text', value: node.value }]
  if (node.type !== 'element') return []
  const plain = undressed(node)
  if (plain !== undefined) return clean(plain)
  if (node.tagName === 'pre') return [cleanPre(node)]
  const tagName = own(RENAMED, node.tagName) ?? node.tagName
  const properties = cleanProperties(node)
  const children = node.children
    .filter((child) => !isEmptyParagraph(child))
    .flatMap(clean) as ElementContent[]
  const bare = Object.keys(properties).length === 0
  if (tagName === 'span' && bare) return children
  if (tagName === 'figure' && bare) return cleanFigure(children)
  const shaped = isMadeAnew(node) ? [] : shape(tagName, children)
  // wpautop puts a paragraph around <!--more-->, which WordPress takes out again.
  if (tagName === 'p' && shaped.length > 0 && shaped.every(({ type }) => type === 'comment')) return shaped
  return [{ type: 'element', tagName, properties, children: shaped }]
}

/** An element without the look that a construct gives it. */
function undressed(element: Element): Element | undefined {
  for (const { compared } of constructs) {
    const plain = compared?.undressed?.(element)
    if (plain !== undefined) return plain
  }
  return undefined
}

/** True for an element whose content a construct makes anew. */
function isMadeAnew(element: Element): boolean {
  return constructs.some(({ compared }) => compared?.isMadeAnew?.(element))
}

/** A frame that says nothing is what it holds, where a construct knows that. */
function cleanFigure(children: ElementContent[]): Node[] {
  const content = trim(children, true) as ElementContent[]
  const [first, ...others] = content
  if (others.length === 0 && isElement(first)) {
    for (const { compared } of constructs) {
      const framed = compared?.framed?.(first)
      if (framed !== undefined) return [framed]
    }
  }
  return [{ type: 'element', tagName: 'figure', properties: {}, children: content }]
}

function shape(tagName: string, children: ElementContent[]): ElementContent[] {
  if (tagName === 'li') return trim(looseText(children), true) as ElementContent[]
  if (holdsBlocks(tagName)) return trim(children, true) as ElementContent[]
  if (isTextBlock(tagName)) return trim(children, false) as ElementContent[]
  return join(children) as ElementContent[]
}

function holdsBlocks(tagName: string): boolean {
  return isContainer(tagName) || tagName === OPAQUE
}

/** Paragraphs of a list item and lines parted by an empty one are the same thing to a reader. */
function looseText(children: ElementContent[]): ElementContent[] {
  const parts: ElementContent[] = []
  for (const child of children) {
    const isParagraph = isElement(child, 'p') && Object.keys(child.properties).length === 0
    if (!isParagraph) {
      parts.push(child)
      continue
    }
    const last = parts.findLast((part) => part.type !== 'text' || part.value.trim() !== '')
    if (last !== undefined && !isEdge(last, true)) parts.push(br(), br())
    parts.push(...child.children)
  }
  return parts
}

function br(): Element {
  return { type: 'element', tagName: 'br', properties: {}, children: [] }
}

function cleanPre(pre: Element): Element {
  const [code, ...others] = pre.children
  if (!isElement(code, 'code') || others.length > 0) {
    return {
      ...pre,
      properties: cleanProperties(pre),
      children: pre.children.map(cleanVerbatim),
    }
  }
  const names = [...classesOf(pre), ...classesOf(code)].filter((name) => !isIdleClass(name))
  const { className: _, ...properties } = { ...pre.properties, ...code.properties }
  const text = hastToString(code).replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const inner: Element = {
    ...code,
    properties: names.length === 0 ? {} : { className: [...new Set(names)] },
    children: code.children.every((child) => child.type === 'text')
      ? [{ type: 'text', value: text }]
      : code.children.map(cleanVerbatim),
  }
  return { ...pre, properties: inOrder(properties), children: [inner] }
}

/** In code every blank counts, inside marks and colours, too. */
function cleanVerbatim(node: ElementContent): ElementContent {
  if (!isElement(node)) return node
  const properties = cleanProperties(node)
  return { ...node, properties, children: node.children.map(cleanVerbatim) }
}

function cleanProperties(element: Element): Properties {
  const { className: _, dataAlign, align, ...others } = element.properties
  const names = classesOf(element)
  const kept = names.filter((name) => !isIdleClass(name))
  const properties: Properties = { ...others }
  if (kept.length > 0) properties.className = kept
  const aligned = names.find((name) => name.startsWith('has-text-align-'))?.slice('has-text-align-'.length)
  const alignment = aligned ?? dataAlign ?? align ?? styleAlignment(element)
  if (alignment !== undefined && alignment !== null) properties.align = String(alignment)
  if (styleAlignment(element) !== undefined) delete properties.style
  for (const { compared } of constructs)
    for (const name of compared?.idle?.(element) ?? []) delete properties[name]
  return inOrder(properties)
}

function styleAlignment({ properties: { style } }: Element): string | undefined {
  return /^\s*text-align:\s*(left|center|right)\s*(?:;\s*)?$/.exec(String(style ?? ''))?.[1]
}

function classesOf(element: Element): string[] {
  return classText(element).split(/\s+/).filter(Boolean)
}

function inOrder(properties: Properties): Properties {
  return Object.fromEntries(Object.entries(properties).sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** Joins neighbouring texts and folds blanks as a browser does. */
function join(nodes: readonly Node[]): Node[] {
  const joined: Node[] = []
  for (const node of nodes) {
    const last = joined.at(-1)
    if (node.type === 'text' && last?.type === 'text') last.value += node.value
    else joined.push(node.type === 'text' ? { ...node } : node)
  }
  for (const node of joined) if (node.type === 'text') node.value = node.value.replace(/[ \t\n\f\r]+/g, ' ')
  return joined
}

/** Blanks at the ends of a block, beside breaks and, where blocks stand, between them are not seen. */
function trim(nodes: readonly Node[], amongBlocks: boolean): Node[] {
  const joined = join(nodes)
  joined.forEach((node, index) => {
    if (node.type !== 'text') return
    const [before, after] = [joined[index - 1], joined[index + 1]]
    if (before === undefined || isEdge(before, amongBlocks)) node.value = node.value.replace(/^ /, '')
    if (after === undefined || isEdge(after, amongBlocks)) node.value = node.value.replace(/ $/, '')
  })
  return joined.filter((node) => node.type !== 'text' || node.value !== '')
}

function isEdge(node: Node, amongBlocks: boolean): boolean {
  if (isElement(node, 'br')) return true
  if (node.type === 'comment') return amongBlocks
  if (!amongBlocks || !isElement(node)) return false
  return holdsBlocks(node.tagName) || isTextBlock(node.tagName) || isElement(node, 'pre', 'hr')
}
