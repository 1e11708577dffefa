import type { Root } from 'mdast'
import { VFile } from 'vfile'
import { bounded } from '../limits/bounded.ts'
import type { ParsedPost } from '../posts/post.ts'
import { EXIT, visit } from '../standards/visit.ts'
import { parseMarkdown } from './markdown.ts'

/**
 * An article whose dollar signs may mean formulas, where it was read as if they did not; `undefined` where it holds no
 * formula. What is to be said of the article has been said of the one that was read.
 *
 * @throws ExcessError where it takes too long to read
 */
export function withFormulas(post: ParsedPost): ParsedPost | undefined {
  const text = String(post.file)
  const start = post.tree.children[0]?.position?.start.offset
  if (start === undefined || !text.includes('$', start)) return undefined
  // What stands before the first node, front matter among it, is blank, so that all places stay.
  const body = text.slice(0, start).replace(/[^\r\n]/g, ' ') + text.slice(start)
  const file = new VFile({ path: post.file.path, value: text })
  const tree = bounded(() => parseMarkdown(body, file, 'core'))
  return holdsFormulas(tree) ? { ...post, file, tree } : undefined
}

function holdsFormulas(tree: Root): boolean {
  let found = false
  visit(tree, ['math', 'inlineMath'], () => {
    found = true
    return EXIT
  })
  return found
}
