import type { SourceHead } from '../posts/types.ts'
import type { Collected, WrittenLink } from './collect.ts'
import type { LinkTargets } from './targets.ts'
import type { LinkTarget } from './types.ts'

/** One link as it stands in an article, and what it means. */
export interface GraphLink extends WrittenLink {
  readonly target: LinkTarget
}

export interface GraphNode extends Pick<Collected, 'headings' | 'images'> {
  readonly source: SourceHead
  readonly links: readonly GraphLink[]
  /** The ids of the sections that the published page will have. */
  readonly anchors: ReadonlySet<string>
}

/** The articles of a folder, by key, with their links resolved. */
export type LinkGraph = ReadonlyMap<string, GraphNode>

/** An article's place in the graph, from what was collected in it. */
export function toNode(
  source: SourceHead,
  { links, anchors, headings, images }: Collected,
  targets: LinkTargets,
): GraphNode {
  return {
    source,
    links: links.map((link) => ({ ...link, target: targets(link.url, source.file.path) })),
    anchors: new Set(anchors),
    headings,
    images,
  }
}
