import type { Element, ElementContent } from 'hast'
import type { Highlighter } from './highlighter.ts'
import { markStyle, numberStyle, UNCOPIED } from './look.ts'
import type { CodeLine, LineMark } from './marks.ts'

/** The class names are those of Shiki's transformers; the elements mean the same to who sees no colours. */
const MARKS: Readonly<Record<LineMark, { readonly tagName: string; readonly className: string[] }>> = {
  add: { tagName: 'ins', className: ['diff', 'add'] },
  remove: { tagName: 'del', className: ['diff', 'remove'] },
  highlight: { tagName: 'mark', className: ['highlighted'] },
  error: { tagName: 'mark', className: ['highlighted', 'error'] },
  warning: { tagName: 'mark', className: ['highlighted', 'warning'] },
}

/** What lines are dressed by. */
export interface LineLook {
  /** The colours of a theme; `undefined` where the site has its own. */
  readonly colors: Highlighter | undefined
  /** Whether marked lines have classes, too, for a style sheet. */
  readonly hasClasses: boolean
}

/**
 * A line of code with its mark. Where any line was added or removed, every line begins with `+`, `-` or a blank,
 * as in a diff, so that nothing depends on colour alone; who copies the code does not copy these.
 */
export function markLine(
  { mark }: CodeLine,
  children: readonly ElementContent[],
  isDiff: boolean,
  { colors, hasClasses }: LineLook,
): ElementContent[] {
  const sign = mark === 'add' ? '+' : mark === 'remove' ? '-' : ' '
  const line = isDiff ? [uncopied(sign), ...children] : [...children]
  // The editor drops an element without text, and nobody sees one with a blank.
  if (mark === undefined || !line.some(showsText)) return line
  const { tagName, className } = MARKS[mark]
  const properties = { ...(hasClasses ? { className } : {}), style: markStyle(mark, colors) }
  return [{ type: 'element', tagName, properties, children: line }]
}

function uncopied(value: string): Element {
  return {
    type: 'element',
    tagName: 'span',
    properties: { style: UNCOPIED },
    children: [{ type: 'text', value }],
  }
}

/** The number of a line, set in the width of the last one: text, since nothing else needs no style sheet. */
export function numberLine(
  index: number,
  count: number,
  first: number,
  colors: Highlighter | undefined,
): Element {
  const width = String(first + count - 1).length
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['line-number'], style: numberStyle(colors) },
    children: [{ type: 'text', value: `${String(first + index).padStart(width)}  ` }],
  }
}

function showsText(node: ElementContent): boolean {
  return node.type === 'text'
    ? node.value.trim() !== ''
    : node.type === 'element' && node.children.some(showsText)
}
