import type { Nodes, Root } from 'mdast'
import type { VFile } from 'vfile'
import { parseMarkdown } from '../render/markdown.ts'
import type { Config } from '../types.ts'

/** Deeper than any reader follows; thousands of levels exceed the stack of whatever walks over the tree. */
const MOST_LEVELS = 200

/** The tree of a body; an empty one, with a message on `file`, where it is nested beyond all measure. */
export function parseBody(body: string, file: VFile, { math }: Config): Root {
  try {
    const tree = parseMarkdown(body, file, math)
    if (!isDeep(tree)) return tree
  } catch (error) {
    // The parser itself fails so where the levels are ten thousand.
    if (!(error instanceof RangeError)) throw error
  }
  const message = file.message('Quotes, lists or boxes lie in each other too deep to be read.', {
    source: 'rensai',
  })
  message.fatal = true
  message.note = 'Look for a line that begins with very many ">" or "-", and write it otherwise.'
  return { type: 'root', children: [] }
}

/** Level by level, since a walk that calls itself is what such a tree breaks. */
function isDeep(tree: Root): boolean {
  let level: Nodes[] = [tree]
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > MOST_LEVELS) return true
    level = level.flatMap((node) => ('children' in node ? node.children : []))
  }
  return false
}
