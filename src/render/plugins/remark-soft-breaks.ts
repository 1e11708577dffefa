import type { Nodes, Root, Text } from 'mdast'
import { replaceLineEnds } from '../../standards/trim.ts'
import { SKIP, visit } from '../../standards/visit.ts'

/** Characters that Japanese and Chinese set without blanks between them; Hangul, which uses blanks, is not among them. */
const WIDE =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303F\u30FC\uFF00-\uFF60\uFFE0-\uFFE6]/u

/** Full-width punctuation brings its own blank, so nothing is added beside Latin text either. */
const WIDE_PUNCTUATION =
  /[\u3001-\u3003\u3008-\u3011\u3014-\u301F\uFF01-\uFF0F\uFF1A-\uFF1F\uFF3B-\uFF40\uFF5B-\uFF60]/u

/**
 * Joins the lines of a paragraph as a typographer does (CSS Text 3, section 4.1.3): nothing between two
 * Japanese characters or beside full-width punctuation, one blank otherwise.
 *
 * @param lines names of further nodes that hold a line of text
 */
export function remarkSoftBreaks(lines: readonly string[]) {
  return (tree: Root): void => {
    visit(tree, ['paragraph', 'heading', 'tableCell', ...lines], (block) => {
      const leaves: Nodes[] = []
      visit(block as Nodes, (node) => {
        if (!('children' in node)) leaves.push(node)
      })
      leaves.forEach((leaf, index) => {
        if (leaf.type === 'text') joinLines(leaf, leaves[index - 1], leaves[index + 1])
      })
      return SKIP
    })
  }
}

function joinLines(text: Text, previous: Nodes | undefined, next: Nodes | undefined): void {
  text.value = replaceLineEnds(text.value, (newline, offset) => {
    const before = lastCharacter(text.value.slice(0, offset)) ?? lastCharacter(textOf(previous))
    const after = firstCharacter(text.value.slice(offset + newline.length)) ?? firstCharacter(textOf(next))
    if (before === undefined || after === undefined) return ' '
    const bothWide = WIDE.test(before) && WIDE.test(after)
    return bothWide || WIDE_PUNCTUATION.test(before) || WIDE_PUNCTUATION.test(after) ? '' : ' '
  })
}

function textOf(node: Nodes | undefined): string {
  return node !== undefined && 'value' in node ? node.value : ''
}

function firstCharacter(text: string): string | undefined {
  return [...text.slice(0, 2)][0]
}

function lastCharacter(text: string): string | undefined {
  return [...text.slice(-2)].at(-1)
}
