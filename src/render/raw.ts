import type { ElementContent, RootContent } from 'hast'

type Node = RootContent | ElementContent

/** Elements without an end tag (HTML Living Standard, 13.1.2). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/**
 * Brings together what belongs to one piece of raw HTML: Markdown lets an author open `<details>`, write
 * Markdown, and close it paragraphs later, but half an element is no block.
 *
 * @returns groups of nodes; a group of several begins and ends with raw HTML
 */
export function groupRaw(nodes: readonly Node[]): Node[][] {
  const groups: Node[][] = []
  for (let at = 0; at < nodes.length; at += 1) {
    const end = closing(nodes, at)
    groups.push(nodes.slice(at, end + 1))
    at = end
  }
  return groups
}

/** Index of the node that closes what the node at `start` opens; `start` itself where it opens nothing. */
function closing(nodes: readonly Node[], start: number): number {
  let depth = depthOf(nodes[start])
  if (depth <= 0) return start
  for (let at = start + 1; at < nodes.length; at += 1) {
    depth += depthOf(nodes[at])
    if (depth <= 0) return at
  }
  return start
}

/** How many elements a piece of raw HTML leaves open; negative where it closes more than it opens. */
function depthOf(node: Node | undefined): number {
  if (node?.type !== 'raw') return 0
  const html = node.value.replace(/<!--[\s\S]*?(?:-->|$)/g, '')
  let depth = 0
  for (const [, slash, name = '', selfClosing] of html.matchAll(
    /<(\/?)([a-z][a-z0-9-]*)(?:"[^"]*"|'[^']*'|[^"'>])*?(\/?)>/gi,
  )) {
    if (VOID.has(name.toLowerCase()) || selfClosing === '/') continue
    depth += slash === '/' ? -1 : 1
  }
  return depth
}
