import type { Element } from 'hast'
import { h } from 'hastscript'
import { listParts } from '../language/lists.ts'
import { say } from '../language/say.ts'
import { languageName, nameOfSeries } from './names.ts'
import { listSeries, type SeriesInLanguage } from './series.ts'
import { type SeriesLinks, seriesLinks } from './series-links.ts'
import { seriesLegend, seriesPicture } from './series-picture.ts'
import { faultsInWords, type Verdict, verdictOf } from './series-verdict.ts'
import type { Snapshot } from './snapshot.ts'

/** What there is to show of a series in one language. */
export interface Overview {
  readonly series: SeriesInLanguage
  readonly links: SeriesLinks
  readonly verdict: Verdict
  readonly id: string
}

/** Every series in each of its languages, with how its articles link to each other. */
export function listOverviews(snapshot: Snapshot): Overview[] {
  return listSeries(snapshot).map((series, index) => {
    const links = seriesLinks(series, snapshot)
    return { series, links, verdict: verdictOf(links), id: `pv-series-${index}` }
  })
}

/** What is missing in each series, by its name: links to its pictures, which stand far below. */
export function faultsOf(overviews: readonly Overview[]): ReadonlyMap<string, Element[]> {
  const faults = new Map<string, Element[]>()
  for (const { series, verdict, id } of overviews) {
    if (!verdict.isFaulty) continue
    const { settings, language } = series
    const missing = listParts(faultsInWords(verdict))
    const words = language === undefined ? missing : say`${languageName(language)}: ${missing}`
    const before = faults.get(settings.name) ?? []
    faults.set(settings.name, [...before, h('a', { className: 'pv-error', href: `#${id}` }, words)])
  }
  return faults
}

/** The pictures of all series. */
export function seriesSection(overviews: readonly Overview[]): Element[] {
  if (overviews.length === 0) return []
  return [
    h('section', [
      h('h2', say`Links within the series`),
      h(
        'p',
        { className: 'pv-soft' },
        say`A line for each article in reading order; its squares say which of the others it links to.`,
      ),
      seriesLegend(),
      ...overviews.map(({ series: { settings, language }, links, verdict, id }) =>
        seriesPicture(links, verdict, {
          id,
          heading: [
            h('span', { lang: language }, nameOfSeries(settings)),
            ...(language === undefined
              ? []
              : [h('span', { className: 'pv-soft', lang: language }, languageName(language))]),
          ],
        }),
      ),
    ]),
  ]
}
