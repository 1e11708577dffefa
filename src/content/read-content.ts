import { autop } from '@wordpress/autop'
import type { ElementContent, Properties, Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { isNestedTooDeep } from '../limits/nesting.ts'
import { replaceNoncharacters } from '../standards/noncharacters.ts'
import { withoutAdditions } from './additions/without-additions.ts'
import { firstDelimiter, hasBlocks } from './block-delimiters.ts'
import { isBlank, isElement, OPAQUE } from './elements.ts'
import { flattenBlocks } from './flatten-blocks.ts'
import { toFormerSpelling } from './former-spelling.ts'
import { endsParagraph } from './html-elements.ts'
import { SHORTCODE } from './shortcodes.ts'
import { splitBlocks } from './split-blocks.ts'

/** A top-level piece of a post's content, as bytes and as the elements that a browser makes of it. */
export interface ContentUnit {
  /** The piece as it can be written again: of classic content after wpautop, of blocks with their comments. */
  readonly text: string
  /** For comparing: brackets that WordPress acts on are marked. What is written is made `withoutMarks`. */
  readonly nodes: readonly RootContent[]
}

/**
 * Stands for the bracket of a shortcode that WordPress would run, so that it is never taken for the same text
 * written to be read; a Unicode noncharacter.
 */
const SHORTCODE_MARK = '\uFDD4'

/** More blanks on end than anybody types. */
const MOST_BLANKS = 2000

/**
 * Reads a post's content as WordPress shows it: blocks by their comments; content without any after wpautop has
 * put its paragraphs and breaks into it. What the editor and plugins keep in it beside its text is left out.
 */
export function readContent(stored: string): ContentUnit[] {
  const content = withoutAdditions(stored)
  if (hasBlocks(content)) {
    return splitBlocks(content)
      .filter(({ text }) => text.trim() !== '')
      .flatMap(({ isBlock, text }) => {
        const html = flattenBlocks(toFormerSpelling(text))
        if (html === undefined || isNestedTooDeep(html)) return [opaqueUnit(text)]
        const { children } = parseHtml(html)
        // Raw HTML says the same in a block and outside of one, where what is left of an end tag is none.
        const nodes = isHtmlBlock(text) ? children.filter((node) => !isEmptyParagraph(node)) : children
        return isBlock ? [{ text, nodes }] : unitsOf(text)
      })
  }
  // wpautop takes the square of the length for each run of blanks.
  if (content.match(/\s+/g)?.some(({ length }) => length > MOST_BLANKS)) return [opaqueUnit(content.trim())]
  return unitsOf(applyAutop(content))
}

/** The HTML of content without blocks, as `the_content` makes it: an address alone on its line is embedded before paragraphs are made. */
export function applyAutop(content: string): string {
  const html = autop(content.replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, '\n\n$1\n\n'))
  return html.trim()
}

function unitsOf(html: string): ContentUnit[] {
  if (isNestedTooDeep(html)) return [opaqueUnit(html.trim())]
  return groupLines(parseHtml(html).children)
    .filter((nodes) => !nodes.every((node) => isBlank(node) || isEmptyParagraph(node)))
    .map((nodes) => {
      const [start, end] = [nodes[0]?.position?.start.offset, nodes.at(-1)?.position?.end.offset]
      return { text: html.slice(start, end).trim(), nodes }
    })
}

/** Content that is nested too deep to be looked into: it is the same as what is written alike. */
function opaqueUnit(text: string): ContentUnit {
  const properties = { dataBlock: JSON.stringify([text]) }
  return { text, nodes: [{ type: 'element', tagName: OPAQUE, properties, children: [] }] }
}

/** Text and what stands in a line with it are one piece, and comments without a gap; every other node is one by itself. */
function groupLines(nodes: readonly RootContent[]): RootContent[][] {
  const groups: RootContent[][] = []
  let line: RootContent[] | undefined
  for (const [index, node] of nodes.entries()) {
    if (node.type === 'comment' && nodes[index - 1]?.type === 'comment') groups.at(-1)?.push(node)
    else if (!isInLine(node)) {
      groups.push([node])
      line = undefined
    } else if (line === undefined) {
      line = [node]
      groups.push(line)
    } else line.push(node)
  }
  return groups
}

function isInLine(node: RootContent): boolean {
  return node.type === 'text' || (isElement(node) && !endsParagraph(node.tagName))
}

function parseHtml(html: string): Root {
  const marked = withoutForgedMarks(html).replace(SHORTCODE, SHORTCODE_MARK)
  return fromHtml(marked, { fragment: true })
}

/** HTML keeps noncharacters, written as they are or as references; only those that stand for brackets may remain. */
function withoutForgedMarks(html: string): string {
  return replaceNoncharacters(html).replace(
    /&#(?:x([0-9a-f]+)|(\d+));?/gi,
    (reference: string, hex?: string, decimal?: string) => {
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
      const character = code <= 0x10ffff ? String.fromCodePoint(code) : ''
      const replaced = replaceNoncharacters(character)
      return replaced === character ? reference : replaced
    },
  )
}

/** Nodes as they are written: every bracket is one again, in texts and in attributes. */
export function withoutMarks<Node extends ElementContent | RootContent>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (node.type === 'text' || node.type === 'comment') return { ...node, value: unmark(node.value) }
    if (node.type !== 'element') return node
    const properties = Object.entries(node.properties).map(([name, value]) => [name, unmarkValue(value)])
    return { ...node, properties: Object.fromEntries(properties), children: withoutMarks(node.children) }
  })
}

function unmark(text: string): string {
  return text.replaceAll(SHORTCODE_MARK, '[')
}

function unmarkValue(value: Properties[string]): Properties[string] {
  if (Array.isArray(value)) return value.map((part) => (typeof part === 'string' ? unmark(part) : part))
  return typeof value === 'string' ? unmark(value) : value
}

function isHtmlBlock(text: string): boolean {
  const first = firstDelimiter(text)
  return first?.kind === 'opening' && first.name === 'html'
}

/** What wpautop leaves of an end tag that it parted from its beginning. */
export function isEmptyParagraph(node: RootContent): boolean {
  return isElement(node, 'p') && node.children.every(isBlank) && Object.keys(node.properties).length === 0
}
