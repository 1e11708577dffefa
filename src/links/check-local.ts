import { closestMatch } from 'leven'
import { reportFinding } from '../posts/report-finding.ts'
import type { Config, SourcePost } from '../types.ts'
import { checkSeries } from './check-series.ts'
import { buildLinkGraph, type GraphLink, type GraphNode, type LinkGraph } from './graph.ts'
import { linkAnchor, linkTarget, linkUnclaimed } from './rules.ts'
import type { LinkTargets } from './targets.ts'

/** Reports links that lead nowhere, and members of a series that do not link to their siblings. */
export function checkLinks(sources: readonly SourcePost[], targets: LinkTargets, config: Config): void {
  checkGraph(buildLinkGraph(sources, targets), config)
}

/** As `checkLinks`, for whoever has the graph already. */
export function checkGraph(graph: LinkGraph, config: Config): void {
  for (const node of graph.values()) {
    for (const link of node.links) checkLink(node, link, graph, config)
  }
  checkSeries(graph, config)
}

function checkLink(node: GraphNode, link: GraphLink, graph: LinkGraph, config: Config): void {
  const { target, place } = link
  const { file, key } = node.source
  if (target.kind === 'missing') {
    const near = nearestPath(target.path, node, graph)
    const reason = `There is no article at ${target.path}.`
    const note =
      near === undefined ? 'Mend the path; it is relative to this article.' : `Did you mean "${near}"?`
    reportFinding(file, linkTarget, { reason, place, note, suggestion: near }, config)
  }
  if (target.kind === 'own-site' && target.isPost) {
    const reason = `No article here is known to be ${target.url}.`
    const note = 'If one is, give it the "id" of its post; otherwise the link is published as it is.'
    reportFinding(file, linkUnclaimed, { reason, place, note }, config)
  }
  if (target.kind === 'post') checkAnchor(target.hash, graph.get(target.key), link, node, config)
  if (target.kind === 'anchor') checkAnchor(target.hash, graph.get(key), link, node, config)
}

function checkAnchor(
  hash: string,
  target: GraphNode | undefined,
  { place }: GraphLink,
  { source }: GraphNode,
  config: Config,
): void {
  const id = hash.slice(1)
  if (target === undefined || id === '' || target.anchors.has(id)) return
  const anchors = [...target.anchors]
  const near = closestMatch(id, anchors, { maxDistance: Math.ceil(id.length / 3) })
  const all = anchors.map((anchor) => `#${anchor}`).join(', ')
  const finding = {
    reason: `${target.source.file.path} has no section "#${id}".`,
    place,
    note: near === undefined ? `Its sections are: ${all || 'none'}.` : `Did you mean "#${near}"?`,
    suggestion: near === undefined ? undefined : `#${near}`,
  }
  reportFinding(source.file, linkAnchor, finding, config)
}

function nearestPath(missing: string, { source }: GraphNode, graph: LinkGraph): string | undefined {
  const paths = [...graph.values()].map((node) => node.source.file.path)
  const near = closestMatch(missing, paths, { maxDistance: Math.ceil(missing.length / 6) })
  return near === undefined ? undefined : relative(source.file.path, near)
}

function relative(from: string, to: string): string {
  const folder = from.slice(0, from.lastIndexOf('/') + 1)
  return to.startsWith(folder) ? `./${to.slice(folder.length)}` : to
}
