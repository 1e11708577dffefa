import type { Element } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Nodes } from 'mdast'
import type { BlockOpening } from '../../content/block-opening.ts'
import { classText, isElement } from '../../content/elements.ts'
import type { Construct, PullState } from '../construct.ts'
import { dressTable, undressTable } from './look.ts'
import { rehypeTables } from './rehype-tables.ts'
import { writeTable } from './write-block.ts'

/** A table's caption, `Table: …` beside it, and the heads of its rows. */
export const tables: Construct = {
  name: 'tables',
  out: {
    hast: (config) => [[rehypeTables, config.tables]],
    blocks: {
      elements: { figure: (figure, state) => (holdsTable(figure) ? writeTable(figure, state) : undefined) },
    },
    html: { prepare: dressTable },
  },
  back: {
    attributes: {
      // The width is Rensai's own; wherever it was an author's, the comparison shows it.
      table: ({ properties }) => (/^min-width:\d+em$/.test(String(properties.style ?? '')) ? ['style'] : []),
      th: ['scope'],
      figure: (figure) => (holdsTable(figure) ? ['className'] : []),
      figcaption: [],
    },
    elements: { figure: (figure, state) => (holdsTable(figure) ? readTable(figure, state) : undefined) },
  },
  compared: {
    blocks: { table: ['hasFixedLayout'] },
    spellings: { table: withLayout },
    undressed: undressTable,
    // In plain HTML, where no stylesheet of the blocks does it, the style lets the table scroll.
    idle: (element) => (isFrame(element) ? ['style'] : []),
    framed: (content) => (isElement(content, 'table') ? content : undefined),
  },
}

/** Which layout goes without saying changed with 6.6. */
function withLayout({ attributes, html }: BlockOpening): BlockOpening {
  const { hasFixedLayout, ...others } = attributes
  const isFixed = /<table class="(?:[^"]* )?has-fixed-layout[ "]/.test(html)
  if (isFixed) return { attributes: { hasFixedLayout: true, ...others }, html }
  return { attributes: hasFixedLayout === false ? others : attributes, html }
}

function holdsTable(figure: Element): boolean {
  return figure.children.some((child) => isElement(child, 'table'))
}

function isFrame(element: Element): boolean {
  return isElement(element, 'figure') && classText(element).split(/\s+/).includes('wp-block-table')
}

function readTable(figure: Element, state: PullState): Nodes[] {
  const caption = figure.children.find((child) => isElement(child, 'figcaption'))
  const read = figure.children.filter((child) => child !== caption).flatMap(state.one)
  if (!isElement(caption)) return read
  const sign = WIDE.test(hastToString(caption)) ? '表: ' : 'Table: '
  return [...read, { type: 'paragraph', children: [{ type: 'html', value: sign }, ...state.line(caption)] }]
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u
