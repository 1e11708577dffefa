import type { Element, ElementContent, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Config } from '../../config/types.ts'
import { isBlank, isElement } from '../../content/elements.ts'
import { isBlockElement, showsText } from '../../content/rich-text.ts'
import { visit } from '../../standards/visit.ts'

type Node = Root['children'][number]

/** How Pandoc marks a table's caption, and the same in Japanese. */
const CAPTION = /^(?:(?:Table|table|表)[:：]\s*|:\s+)/u

/** Scrolls a table that is too wide for a phone although the theme says nothing of it. */
const SCROLLS = 'margin:0 0 1em;overflow:auto'

/**
 * Puts every table into a figure, with the paragraph `Table: …` below or above it as its caption, and makes
 * heads of the cells of its first column where the author shows that they are.
 */
export function rehypeTables({ className }: Config['tables']) {
  const classes = ['wp-block-table', ...(className?.split(/\s+/) ?? [])]
  return (tree: Root): void => {
    visit(tree, 'element', (table, index, parent) => {
      if (table.tagName !== 'table' || parent === undefined || index === undefined) return
      if (isElement(parent as Node, 'figure')) return
      markHeaderColumn(table)
      keepWide(table)
      const caption = takeCaption(parent.children, index, 1) ?? takeCaption(parent.children, index, -1)
      const figure: Element = {
        type: 'element',
        tagName: 'figure',
        properties: { className: classes, style: SCROLLS },
        children: [table, ...(caption === undefined ? [] : [caption])],
      }
      // A caption above it is gone.
      parent.children[parent.children[index] === table ? index : parent.children.lastIndexOf(table, index)] =
        figure
    })
  }
}

/** Takes the caption beside the node at `index` out of `nodes`; the editor keeps only text as one. */
function takeCaption(nodes: Node[], index: number, step: 1 | -1): Element | undefined {
  let at = index + step
  for (let node = nodes[at]; node !== undefined && isBlank(node); node = nodes[at]) at += step
  const paragraph = nodes[at]
  if (!isElement(paragraph, 'p')) return undefined
  const [first] = paragraph.children
  if (first?.type !== 'text' || !CAPTION.test(first.value)) return undefined
  const children = paragraph.children.with(0, { ...first, value: first.value.replace(CAPTION, '') })
  if (children.some(isBlockElement) || !children.some(showsText)) return undefined
  nodes.splice(at, 1)
  return { type: 'element', tagName: 'figcaption', properties: {}, children }
}

/**
 * Japanese breaks anywhere, so that columns would shrink to one character before a table scrolls; the table
 * block has no such attribute, and leaves it to the theme.
 */
function keepWide(table: Element): void {
  const columns = listRows(table).reduce((most, { length }) => Math.max(most, length), 0)
  if (columns >= 4) table.properties.style = `min-width:${columns * 7}em`
}

/** An empty corner, or a first column that is bold throughout, shows that the column names its rows. */
function markHeaderColumn(table: Element): void {
  const [head, ...body] = listRows(table)
  const names = body.map(([cell]) => cell)
  const corner = head?.[0]
  if (corner === undefined || (head?.length ?? 0) < 2 || !names.every((cell) => cell !== undefined)) return
  const isNamed = hastToString(corner).trim() === '' && corner.children.length === 0
  if (names.length === 0 || (!isNamed && !names.every((cell) => isBold(cell)))) return
  for (const cell of names) {
    if (cell.children.length === 0) continue
    cell.tagName = 'th'
    cell.properties.scope = 'row'
  }
}

function listRows(table: Element): Element[][] {
  const rows: Element[][] = []
  visit(table, 'element', (row) => {
    if (row.tagName === 'tr')
      rows.push(row.children.filter((cell): cell is Element => isElement(cell, 'td', 'th')))
  })
  return rows
}

function isBold({ children }: Element): boolean {
  const shown = children.filter((child: ElementContent) => !isBlank(child))
  return shown.length > 0 && shown.every((child) => isElement(child, 'strong'))
}
