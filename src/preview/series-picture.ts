import type { Element } from 'hast'
import { h, s } from 'hastscript'
import { say } from '../language/say.ts'
import { articlePath, INDEX } from './addresses.ts'
import { link } from './elements.ts'
import type { Arc, Row, SeriesLinks } from './series-links.ts'

/** Height of a row and width of the arcs' column, in CSS pixels; preview.css gives the rows the same height. */
const ROW = 44
const LEAST_WIDTH = 56
const STEP = 20

/** How far an arc that runs beside another one stands off from it, in CSS pixels. */
const ASIDE = 6

/**
 * An arc diagram: the articles in reading order, and at their left an arc for each pair that is linked. Both ways
 * is one arc with two heads; red is what is broken or missing.
 *
 * @param id unique among the pictures of the page
 */
export function seriesPicture({ rows, arcs, faults }: SeriesLinks, id: string): Element {
  const longest = Math.max(0, ...arcs.map(({ from, to }) => Math.abs(from - to)))
  const width = LEAST_WIDTH + STEP * Math.max(0, longest - 1)
  const height = rows.length * ROW
  const svg = s(
    'svg',
    {
      className: 'pv-arcs',
      width,
      height,
      viewBox: `0 0 ${width} ${height}`,
      role: 'img',
      ariaLabel: describe(arcs),
    },
    [
      s('defs', [marker(`${id}-linked`, 'linked'), marker(`${id}-broken`, 'broken')]),
      ...mergeArcs(arcs).map((arc) => drawArc(arc, width, id)),
      ...rows.map(({ kind }, index) =>
        s('circle', { className: `pv-node pv-row-${kind}`, cx: width - 8, cy: centre(index), r: 5 }),
      ),
    ],
  )
  const items = rows.map((row) => h('li', { className: `pv-row-${row.kind}` }, [label(row)]))
  return h('div', [
    h('div', { className: 'pv-series' }, [svg, h('ol', items)]),
    ...(faults.length === 0
      ? []
      : [
          h(
            'ul',
            { className: 'pv-faults' },
            faults.map((fault) => h('li', fault)),
          ),
        ]),
  ])
}

interface DrawnArc extends Arc {
  /** True for an arc with a head at both ends. */
  readonly mutual: boolean
  /** True where another arc joins the same rows. */
  readonly shifted: boolean
}

/** Makes one arc of two that join the same rows in both directions, if both are of one kind. */
function mergeArcs(arcs: readonly Arc[]): DrawnArc[] {
  return arcs.flatMap((arc) => {
    const back = arcs.find(({ from, to }) => from === arc.to && to === arc.from)
    const mutual = back !== undefined && back.kind === arc.kind
    if (mutual && arc.from > arc.to) return []
    return [{ ...arc, mutual, shifted: back !== undefined && !mutual }]
  })
}

function drawArc({ from, to, kind, mutual, shifted }: DrawnArc, width: number, id: string): Element {
  const x = width - 18
  const aside = shifted ? (kind === 'broken' ? ASIDE : -ASIDE) : 0
  const reach = LEAST_WIDTH - 28 + STEP * (Math.abs(from - to) - 1) + aside
  // A cubic curve comes three quarters of the way to its control points.
  const bend = x - (reach * 4) / 3
  const [start, end] = [centre(from) + aside, centre(to) + aside]
  return s('path', {
    className: `pv-arc pv-${kind}`,
    d: `M${x} ${start}C${bend} ${start} ${bend} ${end} ${x} ${end}`,
    markerEnd: `url(#${id}-${kind})`,
    ...(mutual ? { markerStart: `url(#${id}-${kind})` } : {}),
  })
}

function marker(id: string, kind: Arc['kind']): Element {
  return s(
    'marker',
    {
      id,
      viewBox: '0 0 8 8',
      refX: 6,
      refY: 4,
      markerWidth: 7,
      markerHeight: 7,
      orient: 'auto-start-reverse',
    },
    [s('path', { className: `pv-head pv-${kind}`, d: 'M0 0L8 4L0 8Z' })],
  )
}

function label({ kind, key, label }: Row): Element {
  if (key !== undefined) return link(INDEX, articlePath(key), label)
  return h('span', kind === 'missing' ? say`${label} (missing)` : label)
}

function centre(row: number): number {
  return row * ROW + ROW / 2
}

function describe(arcs: readonly Arc[]): string {
  const linked = arcs.filter(({ kind }) => kind === 'linked').length
  return say`${linked} links between the articles, ${arcs.length - linked} broken or missing`
}
