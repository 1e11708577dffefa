import type { Element, ElementContent } from 'hast'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText, isBlank, isElement } from '../../content/elements.ts'
import { isBlockElement, showsText } from '../../content/rich-text.ts'
import { serialize } from './text.ts'

/** A list with its items and the lists inside them. */
export function writeList(element: Element): string {
  const ordered = element.tagName === 'ol'
  const start = ordered && typeof element.properties.start === 'number' ? element.properties.start : undefined
  const items = element.children.filter((child): child is Element => isElement(child, 'li'))
  // A list item is one line of text with lists below it; anything else would be lost in the editor.
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
  return writeBlock('list', attributes, `${open}${items.map(listItem).join('\n\n')}</${element.tagName}>`)
}

function fitsListItem(item: Element): boolean {
  const content = item.children.filter((child) => !isBlank(child))
  const firstList = content.findIndex((child) => isElement(child, 'ul', 'ol'))
  const lists = firstList === -1 ? [] : content.slice(firstList)
  const text = firstList === -1 ? content : content.slice(0, firstList)
  return (
    lists.length <= 1 &&
    lists.every((child) => isElement(child, 'ul', 'ol')) &&
    text.every((child) => !isBlockElement(child)) &&
    (text.length === 0 || text.some(showsText))
  )
}

function listItem(item: Element): string {
  const content = item.children.filter((child) => !(isBlank(child) && !isInlineBlank(child)))
  const lists = content.filter((child): child is Element => isElement(child, 'ul', 'ol'))
  const text = content.filter((child) => !isElement(child, 'ul', 'ol'))
  return writeBlock('list-item', {}, `<li>${itemText(text)}${lists.map(writeList).join('\n\n')}</li>`)
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
