import { autop } from '@wordpress/autop'
import { parse as parseBlocks } from '@wordpress/block-serialization-default-parser'
import type { Root, RootContent } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import { blocksOfConstructs } from '../constructs/registry.ts'
import { escapeQuoted } from '../standards/html.ts'
import { firstDelimiter, hasBlocks } from './block-delimiters.ts'
import { isBlank, isElement, OPAQUE } from './elements.ts'
import { SHORTCODE } from './shortcodes.ts'
import { splitBlocks } from './split-blocks.ts'

type Block = ReturnType<typeof parseBlocks>[number]

/** A top-level piece of a post's content, as bytes and as the elements that a browser makes of it. */
export interface ContentUnit {
  /** The piece as it can be written again: of classic content after wpautop, of blocks with their comments. */
  readonly text: string
  readonly nodes: readonly RootContent[]
}

/**
 * Stands for the bracket of a shortcode that WordPress would run, so that it is never taken for the same text
 * written to be read; a Unicode noncharacter.
 */
const SHORTCODE_MARK = '\uFDD4'

/** Blocks that are nothing but their markup, once the attributes below are seen in it. */
const PLAIN_BLOCKS = new Set(
  [
    ...'paragraph heading list list-item quote preformatted verse separator html freeform'.split(' '),
    ...Object.keys(blocksOfConstructs),
  ].map((name) => `core/${name}`),
)

/** Attributes that the block editor repeats in the markup (block.json, `source` or the block's own save). */
const SHOWN = new Set([
  ...(
    'className align textAlign level ordered start reversed type anchor opacity dropCap backgroundColor textColor ' +
    'gradient fontSize fontFamily caption'
  ).split(' '),
  ...Object.values(blocksOfConstructs).flat(),
])

/**
 * Reads a post's content as WordPress shows it: blocks by their comments; content without any after wpautop has
 * put its paragraphs and breaks into it.
 */
export function readContent(content: string): ContentUnit[] {
  if (hasBlocks(content)) {
    return splitBlocks(content)
      .filter(({ text }) => text.trim() !== '')
      .flatMap(({ isBlock, text }) => {
        const html = parseBlocks(text).map(flatten).join('')
        const { children } = parseHtml(html)
        // Raw HTML says the same in a block and outside of one, where what is left of an end tag is none.
        const nodes = isHtmlBlock(text) ? children.filter((node) => !isEmptyParagraph(node)) : children
        return isBlock ? [{ text, nodes }] : unitsOf(text)
      })
  }
  return unitsOf(applyAutop(content))
}

/** The HTML of content without blocks, as `the_content` makes it: an address alone on its line is embedded before paragraphs are made. */
export function applyAutop(content: string): string {
  const html = autop(content.replace(/^[ \t]*(https?:\/\/[^\s<>"]+)[ \t]*$/gm, '\n\n$1\n\n'))
  return html.trim()
}

function unitsOf(html: string): ContentUnit[] {
  return parseHtml(html)
    .children.filter((node) => !isBlank(node) && !isEmptyParagraph(node))
    .map((node) => {
      const [start, end] = [node.position?.start.offset, node.position?.end.offset]
      return { text: html.slice(start, end).trim(), nodes: [node] }
    })
}

function parseHtml(html: string): Root {
  const marked = html.replace(SHORTCODE, SHORTCODE_MARK)
  return fromHtml(marked, { fragment: true })
}

function isHtmlBlock(text: string): boolean {
  const first = firstDelimiter(text)
  return first?.kind === 'opening' && first.name === 'html'
}

/** The markup of a block with that of the blocks inside it, without comments. */
function flatten(block: Block): string {
  let inner = 0
  const html = block.innerContent
    .map((part) => {
      if (part !== null) return part
      const child = block.innerBlocks[inner]
      inner += 1
      return child === undefined ? '' : flatten(child)
    })
    .join('')
  if (block.blockName === null) return html
  const hidden = hiddenAttributes(block.attrs)
  if (PLAIN_BLOCKS.has(block.blockName) && hidden === undefined) return html.trim()
  const data = escapeQuoted(JSON.stringify([block.blockName, block.attrs]))
  return `<${OPAQUE} data-block="${data}">${html}</${OPAQUE}>`
}

/** The attributes that only the comment has; the marker of ours is none of them. */
function hiddenAttributes(attributes: Block['attrs']): unknown {
  const { metadata, ...others } = attributes ?? {}
  const { rensai: _, ...kept } = (metadata ?? {}) as Record<string, unknown>
  const hidden = Object.keys(others).filter((name) => !SHOWN.has(name))
  return hidden.length > 0 || Object.keys(kept).length > 0 ? [hidden, kept] : undefined
}

/** What wpautop leaves of an end tag that it parted from its beginning. */
export function isEmptyParagraph(node: RootContent): boolean {
  return isElement(node, 'p') && node.children.every(isBlank) && Object.keys(node.properties).length === 0
}
