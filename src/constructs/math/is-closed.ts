import type { Root } from 'mdast'
import { EXIT, visit } from '../../standards/visit.ts'

/**
 * False where a line "$$" begins a formula that no other one ends, so that all that follows would be its TeX: then no
 * formula is meant, as in a text about shells.
 *
 * @param text what the tree was parsed from
 */
export function areFormulasClosed(tree: Root, text: string): boolean {
  let isClosed = true
  visit(tree, 'math', ({ position }) => {
    const source = text.slice(position?.start.offset, position?.end.offset)
    if (/\n[\s>]*\${2,}[ \t]*$/.test(source)) return undefined
    isClosed = false
    return EXIT
  })
  return isClosed
}
