import type { Element, ElementContent } from 'hast'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText, isElement } from '../../content/elements.ts'
import { isBlockElement, showsText } from '../../content/rich-text.ts'
import { captionHtml } from '../caption.ts'
import type { BlockState } from '../construct.ts'

/** A table with the alignment of its columns, its header column and its caption. */
export function writeTable(figure: Element, state: BlockState): string {
  const element = figure.children.find((child) => isElement(child, 'table'))
  const caption = figure.children.find((child) => isElement(child, 'figcaption'))
  if (!isElement(element) || !fitsTable(element)) return state.html(figure)
  const html = ['thead', 'tbody']
    .map((name) => element.children.find((child) => isElement(child, name)))
    .map((section) =>
      isElement(section) ? `<${section.tagName}>${rows(section, state)}</${section.tagName}>` : '',
    )
    .join('')
  const names = classText(figure)
  const className = names.replace(/^wp-block-table ?/, '')
  // Said outright, since what goes without saying changed with WordPress 6.6.
  const attributes = { hasFixedLayout: false, ...(className === '' ? {} : { className }) }
  return writeBlock(
    'table',
    attributes,
    `<figure class="${names}"><table>${html}</table>${captionHtml(caption, state)}</figure>`,
  )
}

/** A cell of the table block holds text; blocks inside it, or elements without text, only raw HTML can make. */
function fitsTable(element: Element): boolean {
  return element.children.every((child) => {
    if (!isElement(child)) return true
    if (!isElement(child, 'td', 'th')) return fitsTable(child)
    return (
      !child.children.some(isBlockElement) && (child.children.length === 0 || child.children.some(showsText))
    )
  })
}

function rows(section: Element, state: BlockState): string {
  const list = section.children.filter((child): child is Element => isElement(child, 'tr'))
  return list.map((row) => `<tr>${row.children.map((node) => cell(node, state)).join('')}</tr>`).join('')
}

function cell(node: ElementContent, state: BlockState): string {
  if (!isElement(node, 'td', 'th')) return ''
  const align = typeof node.properties.align === 'string' ? node.properties.align : undefined
  const attributes = align === undefined ? '' : ` class="has-text-align-${align}" data-align="${align}"`
  const scope = node.properties.scope === 'row' ? ' scope="row"' : ''
  return `<${node.tagName}${attributes}${scope}>${state.text(node.children)}</${node.tagName}>`
}
