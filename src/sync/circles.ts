/**
 * Sorts nodes so that each comes behind those that it needs; those that need each other in a circle stand together
 * (the strongly connected components, by Tarjan's algorithm). Otherwise their order stays.
 *
 * @param needs the nodes that a node needs; those that are not among `nodes` are left out
 */
export function inCircles<T>(nodes: readonly T[], needs: (node: T) => readonly T[]): T[][] {
  const known = new Set(nodes)
  const index = new Map<T, number>()
  const low = new Map<T, number>()
  const open: T[] = []
  const circles: T[][] = []
  // With a stack of its own, since a long series is a long chain.
  for (const start of nodes) {
    if (index.has(start)) continue
    const walk: { node: T; rest: T[] }[] = []
    const enter = (node: T): void => {
      index.set(node, index.size)
      low.set(node, index.get(node) ?? 0)
      open.push(node)
      walk.push({ node, rest: needs(node).filter((need) => known.has(need)) })
    }
    const lower = (node: T, other: number | undefined): void => {
      low.set(node, Math.min(low.get(node) ?? 0, other ?? Number.POSITIVE_INFINITY))
    }
    enter(start)
    for (let top = walk.at(-1); top !== undefined; top = walk.at(-1)) {
      const { node, rest } = top
      const next = rest.shift()
      if (next !== undefined && !index.has(next)) {
        enter(next)
      } else if (next !== undefined) {
        if (open.includes(next)) lower(node, index.get(next))
      } else {
        walk.pop()
        const [above] = walk.slice(-1)
        if (above !== undefined) lower(above.node, low.get(node))
        if (low.get(node) === index.get(node)) circles.push(open.splice(open.indexOf(node)))
      }
    }
  }
  return circles
}
