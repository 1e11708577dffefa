import { toString as mdastToString } from 'mdast-util-to-string'
import type { Point, Position } from 'unist'
import { visit } from 'unist-util-visit'
import { headingIds } from '../render/headings.ts'
import type { LinkTarget, SourcePost } from '../types.ts'
import type { LinkTargets } from './targets.ts'

/** One link as it stands in an article, and what it means. */
export interface GraphLink {
  readonly url: string
  readonly text: string
  readonly place: Position | Point | undefined
  readonly target: LinkTarget
}

export interface GraphNode {
  readonly source: SourcePost
  readonly links: readonly GraphLink[]
  /** The ids of the sections that the published page will have. */
  readonly anchors: ReadonlySet<string>
}

/** The articles of a folder, by key, with their links resolved. */
export type LinkGraph = ReadonlyMap<string, GraphNode>

/** Visits every article once and collects what links there are and what can be linked to. */
export function buildLinkGraph(sources: readonly SourcePost[], targets: LinkTargets): LinkGraph {
  return new Map(sources.map((source) => [source.key, toNode(source, targets)]))
}

function toNode(source: SourcePost, targets: LinkTargets): GraphNode {
  const links: GraphLink[] = []
  visit(source.tree, ['link', 'definition'], (node) => {
    if (node.type !== 'link' && node.type !== 'definition') return
    const text = node.type === 'link' ? mdastToString(node) : (node.label ?? node.identifier)
    links.push({ url: node.url, text, place: node.position, target: targets(node.url, source.file.path) })
  })
  return { source, links, anchors: new Set(headingIds(source.tree).values()) }
}
