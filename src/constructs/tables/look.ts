import type { Element } from 'hast'
import { isElement } from '../../content/elements.ts'

/** In plain HTML no style sheet of the blocks parts the cells of a table; these show in every theme. */
const CELL = 'border:1px solid;padding:0.4em 0.6em'
const TABLE = 'border-collapse:collapse'

/** Gives a table and its cells lines and room, where an author did not style them. */
export function dressTable({ tagName, properties, children }: Element): void {
  if (tagName === 'tr') {
    for (const cell of children) if (isElement(cell, 'td', 'th')) cell.properties.style ??= CELL
  }
  if (tagName !== 'table') return
  const { style } = properties
  properties.style = style === undefined ? TABLE : `${TABLE};${style}`
}

/** A table or a cell as Rensai 0.2 wrote it; `undefined` where it has not just the style of `dressTable`. */
export function undressTable(element: Element): Element | undefined {
  const { style, ...properties } = element.properties
  if (isElement(element, 'td', 'th')) return style === CELL ? { ...element, properties } : undefined
  if (!isElement(element, 'table') || typeof style !== 'string') return undefined
  if (style === TABLE) return { ...element, properties }
  if (!style.startsWith(`${TABLE};`)) return undefined
  return { ...element, properties: { ...properties, style: style.slice(TABLE.length + 1) } }
}
