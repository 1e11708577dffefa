import type { ElementContent, RootContent } from 'hast'
import { isBlockMarkup } from '../content/split-blocks.ts'

type Node = RootContent | ElementContent

/** Elements that, left open, swallow the rest of the page as their text (HTML Living Standard, 13.2.6.2). */
const SWALLOWING = ['style', 'script', 'textarea', 'title', 'xmp', 'iframe', 'noembed', 'noframes']

/** Closes what would swallow the block's own end and everything behind it. */
export function closeRaw(html: string): string {
  const comment = html.lastIndexOf('<!--') > html.lastIndexOf('-->') ? ' -->' : ''
  const open = SWALLOWING.filter((name) => count(html, `<${name}\\b`) > count(html, `</${name}\\b`))
  return html + comment + open.map((name) => `</${name}>`).join('')
}

function count(html: string, pattern: string): number {
  return [...html.matchAll(new RegExp(pattern, 'gi'))].length
}

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
  // Where the author closes only some of it, the piece ends with the last thing that closes.
  let last = start
  for (let at = start + 1; at < nodes.length; at += 1) {
    const change = depthOf(nodes[at])
    depth += change
    if (change < 0) last = at
    if (depth <= 0) break
  }
  return last
}

/** How many elements a piece of raw HTML leaves open; negative where it closes more than it opens. */
function depthOf(node: Node | undefined): number {
  if (node?.type !== 'raw' || isBlockMarkup(node.value)) return 0
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
