import type { Config } from '../config/types.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { pairOf } from './pairs.ts'
import { memberName, seriesOf } from './series.ts'
import type { Snapshot } from './snapshot.ts'

type SeriesSettings = Config['series'][number]

/** A row of the index: an article in all its languages. */
export interface ArticleRow {
  readonly members: readonly [JudgedArticle, ...JudgedArticle[]]
  /** Every series that one of them belongs to, in the order of the configuration. */
  readonly series: readonly SeriesSettings[]
}

/** The rows of one series, in reading order; the last group has those of no series. */
export interface RowGroup {
  readonly series: SeriesSettings | undefined
  readonly rows: readonly ArticleRow[]
}

/** The rows of the index by series; an article of several series stands in the first of them. Empty groups are left out. */
export function groupRows(snapshot: Snapshot): RowGroup[] {
  const rows = listRows(snapshot)
  return [...snapshot.config.series, undefined]
    .map((series) => ({
      series,
      rows: inReadingOrder(
        rows.filter((row) => row.series[0] === series),
        series,
        snapshot,
      ),
    }))
    .filter((group) => group.rows.length > 0)
}

function listRows(snapshot: Snapshot): ArticleRow[] {
  const { articles, config } = snapshot
  return [...articles.values()].flatMap((article) => {
    const [first = article, ...others] = pairOf(article, snapshot)
    // The row stands where the first of its files does.
    const isHead = [first, ...others].every((member) => article.key <= member.key)
    if (!isHead) return []
    const names = new Set([first, ...others].flatMap((one) => seriesOf(one, config).map(({ name }) => name)))
    return [{ members: [first, ...others], series: config.series.filter(({ name }) => names.has(name)) }]
  })
}

function inReadingOrder(
  rows: readonly ArticleRow[],
  series: SeriesSettings | undefined,
  { config }: Snapshot,
): readonly ArticleRow[] {
  if (series === undefined) return rows
  const places = new Map(series.members.map((name, place) => [name, place]))
  const placeOf = ({ members }: ArticleRow): number =>
    Math.min(...members.map(({ key }) => places.get(memberName(key, config)) ?? places.size))
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b))
}
