import type { ElementContent, RootContent } from 'hast'
import { isBlockMarkup } from '../content/split-blocks.ts'
import { closingIndexes } from '../standards/depths.ts'
import { htmlTags } from '../standards/html-tags.ts'

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
  const changes = nodes.map(depthOf)
  const closings = closingIndexes(changes)
  const lastClosing = changes.findLastIndex((change) => change < 0)
  const groups: Node[][] = []
  for (let at = 0; at < nodes.length; at += 1) {
    // Where the author closes only some of it, the piece ends with the last thing that closes.
    const end =
      (changes[at] ?? 0) <= 0 ? at : Math.max(at, closings[at] === -1 ? lastClosing : (closings[at] ?? at))
    groups.push(nodes.slice(at, end + 1))
    at = end
  }
  return groups
}

/** How many elements a piece of raw HTML leaves open; negative where it closes more than it opens. */
function depthOf(node: Node): number {
  if (node.type !== 'raw' || isBlockMarkup(node.value)) return 0
  let depth = 0
  for (const { name, isEnd, isSelfClosing } of htmlTags(node.value)) {
    if (VOID.has(name) || isSelfClosing) continue
    depth += isEnd ? -1 : 1
  }
  return depth
}
