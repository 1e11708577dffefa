import type { Element, ElementContent } from 'hast'
import { h } from 'hastscript'
import { say } from '../language/say.ts'
import { articlePath, INDEX } from './addresses.ts'
import { link } from './elements.ts'
import type { Row, SeriesLinks } from './series-links.ts'
import { matrixNumbers, sampleOf, seriesMatrix } from './series-matrix.ts'
import { type Verdict, verdictInWords } from './series-verdict.ts'

/** A larger series is opened by whoever wants to see it. */
const MOST_OPEN = 12

/** From so many rows on they are lower, and columns as narrow as a glance allows. */
const LARGE = 24

/** So many missing links of an article are named by their numbers, of more the amount. */
const MOST_NAMED = 4

/** So many sentences are said; all of them stand on the pages of the articles. */
const MOST_FAULTS = 5

/**
 * A series at a glance: its articles as squares in reading order, and what is missing among their links in words; below,
 * once opened, the articles with who links to whom. It is open where something is amiss among a few.
 *
 * @param heading what the series is called
 * @param id unique among those of the page
 */
export function seriesPicture(
  links: SeriesLinks,
  verdict: Verdict,
  { heading, id }: { readonly heading: readonly ElementContent[]; readonly id: string },
): Element {
  const { rows, faults } = links
  const isOpen = verdict.isFaulty && rows.length <= MOST_OPEN
  return h('details', { className: 'pv-series', open: isOpen }, [
    h('summary', [
      h('span', { className: 'pv-series-name' }, [...heading]),
      strip(links),
      ...verdictInWords(verdict),
    ]),
    // An address that leads into closed details opens them.
    h('div', { id, className: ['pv-links', ...(rows.length > LARGE ? ['pv-large'] : [])] }, [
      h('div', { className: 'pv-grid', style: `--pv-size: ${rows.length}` }, [
        matrixNumbers(rows.length),
        h(
          'ol',
          rows.map((row, place) => item(row, place, links)),
        ),
        seriesMatrix(links, describe(verdict)),
      ]),
      ...faultList(faults),
    ]),
  ])
}

/** What the squares mean. */
export function seriesLegend(): Element {
  return h('ul', { className: 'pv-legend' }, [
    h('li', [sampleOf('mutual'), say`Both link to each other`]),
    h('li', [sampleOf('one-way'), say`Only this one links`]),
    h('li', [sampleOf('missing'), say`A link is missing or broken`]),
  ])
}

function item({ kind, key, label }: Row, place: number, { members, arcs }: SeriesLinks): Element {
  const missing = arcs.filter((arc) => arc.from === place && arc.kind === 'missing').map(({ to }) => to + 1)
  const lacks =
    missing.length > MOST_NAMED
      ? say`Missing links: ${missing.length}`
      : say`Missing links to: ${missing.join(', ')}`
  return h('li', { className: `pv-row-${kind}` }, [
    h('span', { className: 'pv-number', ariaHidden: 'true' }, place < members ? String(place + 1) : ''),
    key === undefined
      ? h('span', { className: 'pv-label' }, say`${label} (missing)`)
      : h('span', { className: 'pv-label', title: label }, [link(INDEX, articlePath(key), label)]),
    ...(missing.length === 0 ? [] : [h('span', { className: 'pv-lacks' }, lacks)]),
  ])
}

/** A square for each article: red where it lacks a link, hollow where it is missing itself, half where it links alone. */
function strip({ rows, members, arcs }: SeriesLinks): Element {
  const states = rows.slice(0, members).map(({ kind }, place) => {
    const own = arcs.filter(({ from }) => from === place)
    if (kind === 'missing') return 'absent'
    if (own.some((arc) => arc.kind === 'missing')) return 'missing'
    return own.some((arc) => arc.kind === 'one-way') ? 'one-way' : 'mutual'
  })
  return h(
    'span',
    { className: 'pv-strip', ariaHidden: 'true' },
    states.map((state) => h('span', { className: `pv-${state}` })),
  )
}

function faultList(faults: readonly string[]): Element[] {
  if (faults.length === 0) return []
  const rest = faults.length - MOST_FAULTS
  return [
    h('ul', { className: 'pv-faults' }, [
      ...faults.slice(0, MOST_FAULTS).map((fault) => h('li', fault)),
      ...(rest > 0
        ? [h('li', { className: 'pv-soft' }, say`${rest} more, on the pages of the articles`)]
        : []),
    ]),
  ]
}

function describe({ missingArticles, missingLinks, oneWay }: Verdict): string {
  return say`Who links to whom: ${missingLinks} links missing or broken, ${oneWay} in one direction, ${missingArticles} articles missing`
}
