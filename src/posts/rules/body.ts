import { say } from '../../language/say.ts'
import type { ContentRule } from '../rule.ts'

/** Up to the line that ends it; unreadable ones are told elsewhere. */
const FRONT_MATTER = /^\uFEFF?---[^\n]*\n[\s\S]*?\n---[^\S\n]*(?:\n|$)/

export const bodyEmpty: ContentRule = {
  id: 'body-empty',
  severity: 'warn',
  summary: say`An article has a text below its front matter.`,
  begin({ source, unreadable }, _, report) {
    return {
      root() {
        // Not by the tree, which is empty, too, where the text could not be read.
        if (unreadable || String(source.file).replace(FRONT_MATTER, '').trim() !== '') return
        report({
          reason: say`The article has no text.`,
          place: { line: 1, column: 1 },
          note: say`Write it below the second "---"; readers would see a title and nothing else.`,
        })
      },
    }
  },
}
