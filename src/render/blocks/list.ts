import type { Element, ElementContent } from 'hast'
import type { BlockState } from '../../constructs/construct.ts'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText, isBlank, isElement } from '../../content/elements.ts'
import { isBlockElement, showsText } from '../../content/rich-text.ts'
import { serialize } from './text.ts'

/** A list with its items and the blocks inside them. */
export function writeList(element: Element, state: BlockState): string {
  const ordered = element.tagName === 'ol'
  const start = ordered && typeof element.properties.start === 'number' ? element.properties.start : undefined
  const items = element.children.filter((child): child is Element => isElement(child, 'li'))
  // A list item is one line of text with blocks below it; anything else would be lost in the editor.
  if (!items.every(fitsListItem)) return writeBlock('html', {}, serialize([element]))
  const className = classText(element)
  const attributes = {
    ...(ordered ? { ordered } : {}),
    ...(start === undefined ? {} : { start }),
    ...(className === '' ? {} : { className }),
  }
  const from = start === undefined ? '' : ` start="${start}"`
  const names = className === '' ? 'wp-block-list' : `wp-block-list ${className}`
  const open = `<${element.tagName}${from} class="${names}">`
  return writeBlock(
    'list',
    attributes,
    `${open}${items.map((item) => listItem(item, state)).join('\n\n')}</${element.tagName}>`,
  )
}

/** What stands in an item: the line that it begins with, and the blocks below it. */
interface ItemParts {
  readonly text: readonly ElementContent[]
  readonly blocks: readonly Element[]
}

/** False for an item that begins with a line in which nothing is seen. */
function fitsListItem(item: Element): boolean {
  const { text } = splitItem(item)
  return (text.every(isBlank) || text.some(showsText)) && text.every((child) => !isBlockElement(child))
}

/** The editor puts the text of an item before its blocks; text between and behind them is paragraphs. */
function splitItem({ children }: Element): ItemParts {
  const content = children.filter((child) => !isBlank(child) || isInlineBlank(child))
  const first = content.findIndex(isItemBlock)
  if (first === -1) return { text: content, blocks: [] }
  const blocks: Element[] = []
  let line: ElementContent[] = []
  const flush = (): void => {
    if (line.some(showsText)) blocks.push({ type: 'element', tagName: 'p', properties: {}, children: line })
    line = []
  }
  for (const node of content.slice(first)) {
    if (isElement(node, 'p') || isItemBlock(node)) {
      flush()
      blocks.push(node as Element)
    } else line.push(node)
  }
  flush()
  return { text: content.slice(0, first), blocks }
}

function isItemBlock(node: ElementContent): boolean {
  return isElement(node, 'ul', 'ol') || (!isElement(node, 'p') && isBlockElement(node))
}

function listItem(item: Element, state: BlockState): string {
  const { text, blocks } = splitItem(item)
  const below = blocks.length === 0 ? '' : state.blocks(blocks)
  return writeBlock('list-item', {}, `<li>${itemText(text)}${below}</li>`)
}

function isInlineBlank(node: ElementContent): boolean {
  return node.type === 'text' && !node.value.includes('\n')
}

/** Paragraphs of a loose item stand in one line of text, parted by an empty line. */
function itemText(nodes: readonly ElementContent[]): string {
  const parts: string[] = []
  let inline: ElementContent[] = []
  const flush = (): void => {
    if (inline.length > 0) parts.push(serialize(inline).trim())
    inline = []
  }
  for (const node of nodes) {
    if (!isElement(node, 'p')) {
      inline.push(node)
      continue
    }
    flush()
    parts.push(serialize(node.children))
  }
  flush()
  return parts.filter((part) => part !== '').join('<br><br>')
}
