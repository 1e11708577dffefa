import type { Config } from '../config/types.ts'
import type { GraphNode, LinkGraph } from '../links/graph.ts'
import { memberName, type SeriesInLanguage } from './series.ts'

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
  /** What is wrong, in sentences. */
  readonly faults: readonly string[]
}

/**
 * How the articles of a series link to each other, and what is missing: members without an article, siblings
 * without a link, links to what is not there.
 *
 * @param titleOf title of an article by key
 */
export function seriesLinks(
  { settings, members }: SeriesInLanguage,
  graph: LinkGraph,
  titleOf: (key: string) => string,
  config: Config,
): SeriesLinks {
  const rows: Row[] = members.map(({ name, article }) =>
    article === undefined
      ? { kind: 'missing', label: name, key: undefined }
      : { kind: 'article', label: titleOf(article.key), key: article.key },
  )
  const faults = rows.filter(({ kind }) => kind === 'missing').map(({ label }) => `${label} is not written.`)
  const arcs: Arc[] = []
  for (const [from, { key, label }] of [...rows.entries()]) {
    const node = key === undefined ? undefined : graph.get(key)
    if (node === undefined) continue
    const linked = linkedKeys(node)
    for (const [to, sibling] of rows.entries()) {
      if (to === from || sibling.key === undefined) continue
      if (linked.has(sibling.key)) arcs.push({ from, to, kind: 'linked' })
      else if (settings.linkSiblings) {
        arcs.push({ from, to, kind: 'broken' })
        faults.push(`${label} does not link to ${sibling.label}.`)
      }
    }
    for (const dead of deadEnds(node, graph)) {
      const name = memberName(dead.replace(/\.md$/, ''), config)
      const member = rows.findIndex((row) => row.kind === 'missing' && [name, dead].includes(row.label))
      const to = member === -1 ? rows.push({ kind: 'missing', label: dead, key: undefined }) - 1 : member
      arcs.push({ from, to, kind: 'broken' })
      faults.push(`${label} links to ${dead}, which is not there.`)
    }
  }
  return { rows, arcs, faults }
}

function linkedKeys({ links }: GraphNode): ReadonlySet<string> {
  return new Set(links.flatMap(({ target }) => (target.kind === 'post' ? [target.key] : [])))
}

/** Paths and sections that an article links to and that are not there, each once. */
function deadEnds({ links }: GraphNode, graph: LinkGraph): string[] {
  const found = links.flatMap(({ target, url }) => {
    if (target.kind === 'missing') return [target.path]
    if (target.kind !== 'post' || target.hash === '') return []
    return graph.get(target.key)?.anchors.has(target.hash.slice(1)) === false ? [url] : []
  })
  return [...new Set(found)]
}
