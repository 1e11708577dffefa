import type { Config } from '../../config/types.ts'
import { type Article, describeArticles } from '../article.ts'
import type { LinkGraph } from '../graph.ts'
import type { LinkTarget } from '../types.ts'

/** The graph as a document: what the writers for Mermaid, DOT and JSON have in common. */
export interface GraphDocument {
  readonly nodes: readonly DocumentNode[]
  readonly edges: readonly DocumentEdge[]
}

export interface DocumentNode {
  /** The article's key. */
  readonly key: string
  readonly path: string
  readonly title: string
  readonly slug: string
  readonly status: string
  readonly language: string | undefined
  /** The configured series that list it. */
  readonly series: readonly string[]
}

/** All links of one article to one place. */
export interface DocumentEdge {
  readonly from: string
  /** Key of an article; for broken links of the kind `missing` the path or address that is not there. */
  readonly to: string
  readonly links: number
  /** What is wrong with at least one of the links: no such article, or no such section in it. */
  readonly broken: 'missing' | 'anchor' | undefined
}

/** Lays out the links between articles; links to other sites and within an article are left out. */
export function toGraphDocument(graph: LinkGraph, config: Config): GraphDocument {
  const articles = [...describeArticles(graph, config).values()]
  return {
    nodes: articles.map((article) => toNode(article, config)),
    edges: articles.flatMap((article) => toEdges(article, graph)),
  }
}

function toNode({ key, path, title, slug, status, language, name }: Article, config: Config): DocumentNode {
  const series = config.series.filter(({ members }) => members.includes(name))
  return { key, path, title, slug, status, language, series: series.map((one) => one.name) }
}

function toEdges({ key, node }: Article, graph: LinkGraph): DocumentEdge[] {
  const edges = new Map<string, DocumentEdge>()
  for (const { target } of node.links) {
    const edge = toEdge(key, target, graph)
    if (edge === undefined) continue
    const id = JSON.stringify([edge.to, edge.broken === 'missing'])
    const known = edges.get(id)
    edges.set(id, {
      ...edge,
      links: (known?.links ?? 0) + 1,
      broken: edge.broken ?? known?.broken,
    })
  }
  return [...edges.values()]
}

function toEdge(from: string, target: LinkTarget, graph: LinkGraph): DocumentEdge | undefined {
  if (target.kind === 'missing') return { from, to: target.path, links: 1, broken: 'missing' }
  if (target.kind === 'own-site' && target.isPost) {
    return { from, to: target.url, links: 1, broken: 'missing' }
  }
  if (target.kind !== 'post') return undefined
  const id = target.hash.slice(1)
  const known = id === '' || graph.get(target.key)?.anchors.has(id) !== false
  return { from, to: target.key, links: 1, broken: known ? undefined : 'anchor' }
}
