import type { VFileMessage } from 'vfile-message'
import { fileOf } from '../judge/files.ts'
import type { JudgedArticle } from '../judge/types.ts'
import type { LinkRule } from '../links/link-rule.ts'
import { linkAnchor } from '../links/rules/anchors.ts'
import { seriesMemberMissing, seriesSiblings } from '../links/rules/series.ts'
import { linkTarget } from '../links/rules/targets.ts'
import { titleOf } from './names.ts'
import { memberName, type SeriesInLanguage } from './series.ts'
import type { Snapshot } from './snapshot.ts'

/** A row of the picture: an article, one that is missing, or a link's end that is not there. */
export interface Row {
  readonly kind: 'article' | 'missing'
  /** Title for an article, otherwise the name or path that was meant. */
  readonly label: string
  readonly key: string | undefined
}

/** What one article of a series has for another: a link, one that is not answered, or one that is missing or broken. */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly kind: 'mutual' | 'one-way' | 'missing'
}

export interface SeriesLinks {
  /** The members in reading order; behind them what is linked to and is not there. */
  readonly rows: readonly Row[]
  /** How many of the rows are members. */
  readonly members: number
  readonly arcs: readonly Arc[]
  /** What the rules found, in sentences. */
  readonly faults: readonly string[]
}

/** The rules whose findings the picture draws, by what there is to see of one. */
const DRAWN = {
  sibling: seriesSiblings,
  member: seriesMemberMissing,
  path: linkTarget,
  section: linkAnchor,
} satisfies Record<string, LinkRule>

/**
 * How the articles of a series link to each other, and what the rules found: members without an article, siblings
 * without a link, links to what is not there. It judges nothing by itself.
 */
export function seriesLinks({ members }: SeriesInLanguage, { config }: Snapshot): SeriesLinks {
  const rows: Row[] = members.map(({ name, article }) =>
    article === undefined
      ? { kind: 'missing', label: name, key: undefined }
      : { kind: 'article', label: titleOf(article), key: article.key },
  )
  const places = new Map(rows.flatMap(({ key }, place) => (key === undefined ? [] : [[key, place] as const])))
  const linked = members.map(({ article }) => (article === undefined ? [] : linkedPlaces(article, places)))
  const missing = members.map(() => new Set<number>())
  const faults = new Set<string>()
  for (const [from, { article }] of members.entries()) {
    if (article === undefined) continue
    for (const message of findingsOf(article)) {
      const to = rowOf(message)
      // Of another series that the article is in, too.
      if (to === undefined) continue
      faults.add(`${fileOf(article).path}: ${message.reason}`)
      if (message.ruleId !== DRAWN.member.id) missing[from]?.add(to)
    }
  }
  const arcs = members.flatMap((_, from): Arc[] => [
    ...(linked[from] ?? [])
      .filter((to) => missing[from]?.has(to) !== true)
      .map((to): Arc => ({ from, to, kind: linked[to]?.includes(from) === true ? 'mutual' : 'one-way' })),
    ...[...(missing[from] ?? [])].map((to): Arc => ({ from, to, kind: 'missing' })),
  ])
  return { rows, members: members.length, arcs, faults: [...faults] }

  /** The row that a finding is about; what an article links to and is no row yet becomes one. */
  function rowOf({ ruleId, about = '' }: VFileMessage): number | undefined {
    const place = places.get(about)
    if (place !== undefined) return place
    const name = memberName(about.replace(/\.md$/, ''), config)
    const row = rows.findIndex(({ kind, label }) => kind === 'missing' && [name, about].includes(label))
    if (row !== -1) return row
    if (ruleId === DRAWN.sibling.id || ruleId === DRAWN.member.id || about === '') return undefined
    return rows.push({ kind: 'missing', label: about, key: undefined }) - 1
  }
}

function linkedPlaces({ key, node }: JudgedArticle, places: ReadonlyMap<string, number>): number[] {
  const found = node.links.flatMap(({ target }) => {
    const place = target.kind === 'post' && target.key !== key ? places.get(target.key) : undefined
    return place === undefined ? [] : [place]
  })
  return [...new Set(found)].toSorted((a, b) => a - b)
}

function findingsOf(article: JudgedArticle): VFileMessage[] {
  const ids = Object.values(DRAWN).map(({ id }) => id)
  return fileOf(article).messages.filter(
    ({ ruleId, about }) => about !== undefined && ids.includes(ruleId ?? ''),
  )
}
