import type { Element, ElementContent } from 'hast'
import { mix } from './colors.ts'
import type { Highlighter } from './highlighter.ts'
import type { CodeLine, LineMark } from './marks.ts'

type Colors = Pick<Highlighter, 'foreground' | 'background'>

/** The class names are those of Shiki's transformers; the elements mean the same to who sees no colours. */
const MARKS: Readonly<
  Record<LineMark, { readonly tagName: string; readonly className: string[]; readonly color: string }>
> = {
  add: { tagName: 'ins', className: ['diff', 'add'], color: '#4ae168' },
  remove: { tagName: 'del', className: ['diff', 'remove'], color: '#ff9492' },
  highlight: { tagName: 'mark', className: ['highlighted'], color: '#eac54f' },
  error: { tagName: 'mark', className: ['highlighted', 'error'], color: '#ff9492' },
  warning: { tagName: 'mark', className: ['highlighted', 'warning'], color: '#eac54f' },
}

/** How much of a mark's colour lies over the background: enough to see, too little to make text unreadable. */
const TINT = 0.15

/** How lines are dressed: in the colours of a theme, with classes for the site's style sheet, or not at all. */
export type Look = Colors | 'class' | 'none'

/**
 * A line of code with its mark. Where any line was added or removed, every line begins with `+`, `-` or a blank,
 * as in a diff, so that nothing depends on colour alone.
 */
export function markLine(
  { mark }: CodeLine,
  children: readonly ElementContent[],
  isDiff: boolean,
  look: Look,
): ElementContent[] {
  const sign = mark === 'add' ? '+' : mark === 'remove' ? '-' : ' '
  const line: ElementContent[] = isDiff ? [{ type: 'text', value: sign }, ...children] : [...children]
  // The editor drops an element without text, and nobody sees one with a blank.
  if (mark === undefined || !line.some(showsText)) return line
  const { tagName, className, color } = MARKS[mark]
  const names = look === 'none' ? {} : { className }
  const style =
    typeof look === 'string'
      ? {}
      : { style: `background-color:${mix(look.background, color, TINT)};color:inherit;text-decoration:none` }
  return [{ type: 'element', tagName, properties: { ...names, ...style }, children: line }]
}

/** The number of a line, set in the width of the last one: text, since nothing else needs no style sheet. */
export function numberLine(index: number, count: number, first: number, colors: Colors): Element {
  const width = String(first + count - 1).length
  const color = mix(colors.background, colors.foreground, 0.7)
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: ['line-number'], style: `color:${color}` },
    children: [{ type: 'text', value: `${String(first + index).padStart(width)}  ` }],
  }
}

function showsText(node: ElementContent): boolean {
  return node.type === 'text'
    ? node.value.trim() !== ''
    : node.type === 'element' && node.children.some(showsText)
}
