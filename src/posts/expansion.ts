import type { Definition, Nodes, Root } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { asksForContents } from '../constructs/contents.ts'
import { say } from '../language/say.ts'
import { MOST_EXPANSION } from '../limits/sizes.ts'
import { visit } from '../standards/visit.ts'
import type { Excess } from './report-excess.ts'

/** What a few characters of an article ask for that is many times as long as they are, where it is beyond all measure. */
export function excessiveExpansion(tree: Root): Excess | undefined {
  const definitions = new Map<string, Definition>()
  const uses = new Map<string, number>()
  let [cells, lists, headings] = [0, 0, 0]
  visit(tree, (node: Nodes) => {
    switch (node.type) {
      case 'definition':
        if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
        break
      case 'linkReference':
      case 'imageReference':
        uses.set(node.identifier, (uses.get(node.identifier) ?? 0) + 1)
        break
      case 'table':
        // A row has as many cells as the first one, however few are written.
        cells += node.children.length * (node.children[0]?.children.length ?? 0)
        break
      case 'heading':
        headings += mdastToString(node).length
        break
      default:
        if (asksForContents(node)) lists += 1
    }
  })
  let addresses = 0
  for (const [identifier, { url, title }] of definitions) {
    addresses += (uses.get(identifier) ?? 0) * (url.length + (title?.length ?? 0))
  }
  if (addresses > MOST_EXPANSION) {
    return { reason: say`A long address is used by its label too often.`, note: say`Shorten the address.` }
  }
  if (cells > MOST_EXPANSION / 10) {
    return { reason: say`The tables have too many cells.`, note: say`Split the table, or take columns out.` }
  }
  if (lists * headings > MOST_EXPANSION) {
    return {
      reason: say`The list of the sections stands in the article too often.`,
      note: say`Write [[toc]] once, where readers look for it.`,
    }
  }
  return undefined
}
