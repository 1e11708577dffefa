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

/** What joins two rows, from the upper or the lower one. */
export interface Arc {
  readonly from: number
  readonly to: number
  readonly kind: 'linked' | 'broken'
}

export interface SeriesLinks {
  readonly rows: readonly Row[]
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
  const arcs: Arc[] = []
  const faults = new Set<string>()
  for (const [from, { article }] of members.entries()) {
    if (article === undefined) continue
    const linked = linkedKeys(article)
    for (const [to, { key }] of rows.entries()) {
      if (to !== from && key !== undefined && linked.has(key)) arcs.push({ from, to, kind: 'linked' })
    }
    for (const message of findingsOf(article)) {
      const to = rowOf(message)
      // Of another series that the article is in, too.
      if (to === undefined) continue
      faults.add(`${fileOf(article).path}: ${message.reason}`)
      const isDrawn = arcs.some((arc) => arc.from === from && arc.to === to && arc.kind === 'broken')
      if (message.ruleId !== DRAWN.member.id && !isDrawn) arcs.push({ from, to, kind: 'broken' })
    }
  }
  return { rows, arcs, faults: [...faults] }

  /** The row that a finding is about; what an article links to and is no row yet becomes one. */
  function rowOf({ ruleId, about = '' }: VFileMessage): number | undefined {
    const name = memberName(about.replace(/\.md$/, ''), config)
    const row = rows.findIndex(({ key, kind, label }) =>
      kind === 'article' ? key === about : [name, about].includes(label),
    )
    if (row !== -1) return row
    if (ruleId === DRAWN.sibling.id || ruleId === DRAWN.member.id || about === '') return undefined
    return rows.push({ kind: 'missing', label: about, key: undefined }) - 1
  }
}

function linkedKeys({ node }: JudgedArticle): ReadonlySet<string> {
  return new Set(node.links.flatMap(({ target }) => (target.kind === 'post' ? [target.key] : [])))
}

function findingsOf(article: JudgedArticle): VFileMessage[] {
  const ids = Object.values(DRAWN).map(({ id }) => id)
  return fileOf(article).messages.filter(
    ({ ruleId, about }) => about !== undefined && ids.includes(ruleId ?? ''),
  )
}
