import type { Element } from 'hast'
import { h, s } from 'hastscript'
import type { Arc, SeriesLinks } from './series-links.ts'

/** The same of what is missing, which is larger, and close to its like. */
const GAP = 0.04

/** Up to so many columns have their numbers above them; of more every tenth. */
const MOST_NUMBERS = 24

/** Every so many rows and columns a line guides the eye. */
const GUIDE = 5

/** How much of its square a mark leaves free at each side. */
const INSET = 0.12

/**
 * Who links to whom: a line for each article, a column for each that it could link to, both in reading order. Where every
 * article links to every other, as series are asked to, arcs would be a tangle; squares stay apart, and what is missing
 * is a hole in red. One path for all squares of a kind, since there are thousands.
 */
export function seriesMatrix({ rows, arcs }: SeriesLinks, label: string): Element {
  const size = rows.length
  const guides = Array.from({ length: Math.ceil(size / GUIDE) - 1 }, (_, index) => (index + 1) * GUIDE)
  const absent = rows.flatMap(({ kind }, place) => (kind === 'missing' ? [place] : []))
  return s(
    'svg',
    {
      className: 'pv-matrix',
      viewBox: `0 0 ${size} ${size}`,
      preserveAspectRatio: 'none',
      role: 'img',
      ariaLabel: label,
    },
    [
      s('path', {
        className: 'pv-absent',
        d: absent.map((at) => `M0 ${at}h${size}v1h${-size}zM${at} 0h1v${size}h-1z`).join(''),
      }),
      s('path', {
        className: 'pv-guide',
        d: guides.map((at) => `M0 ${at}h${size}M${at} 0v${size}`).join(''),
      }),
      s('path', { className: 'pv-self', d: rows.map((_, at) => square(at, at, 0.36)).join('') }),
      ...KINDS.map((kind) =>
        s('path', {
          className: `pv-cell pv-${kind}`,
          d: arcs
            .filter((arc) => arc.kind === kind)
            .map(mark)
            .join(''),
        }),
      ),
    ],
  )
}

const KINDS = ['mutual', 'one-way', 'missing'] as const satisfies readonly Arc['kind'][]

/** The numbers above the columns. */
export function matrixNumbers(size: number): Element {
  const step = size > MOST_NUMBERS ? 10 : 1
  const numbers = Array.from({ length: Math.floor(size / step) }, (_, index) => (index + 1) * step)
  return h(
    'div',
    { className: 'pv-numbers', ariaHidden: 'true' },
    numbers.map((number) => h('span', { style: `grid-column: ${number}` }, String(number))),
  )
}

/** The signs of the squares, as the legend shows them. */
export function sampleOf(kind: Arc['kind']): Element {
  return s('svg', { className: 'pv-sample', viewBox: '0 0 1 1', ariaHidden: 'true' }, [
    s('path', { className: `pv-cell pv-${kind}`, d: mark({ from: 0, to: 0, kind }) }),
  ])
}

/** Kinds differ in shape, too, for those who do not tell the colours apart. */
function mark({ from, to, kind }: Arc): string {
  switch (kind) {
    case 'mutual':
      return square(to, from, INSET)
    case 'one-way':
      return `M${to + INSET} ${round(from + 1 - INSET)}h${1 - 2 * INSET}v${2 * INSET - 1}z`
    case 'missing':
      return square(to, from, GAP)
  }
}

function square(x: number, y: number, inset: number): string {
  const side = round(1 - 2 * inset)
  return `M${round(x + inset)} ${round(y + inset)}h${side}v${side}h${-side}z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
