import { location } from 'vfile-location'
import { say } from '../../language/say.ts'
import { isKeptComment } from '../../render/raw-html/kept-comments.ts'
import { htmlComments } from '../../standards/html-tags.ts'
import { htmlPlaces } from '../html-places.ts'
import type { ContentRule } from '../rule.ts'

/** What programs read that look after Markdown; nobody takes that for a secret. */
const OF_TOOLS =
  /^\s*(?:\/?(?:START|END) doctoc|textlint|markdownlint|prettier|remark|lint|rumdl|vale|cspell|spell-?checker|eslint|alex|proselint)\b/i

export const rawHtmlComment: ContentRule = {
  id: 'raw-html-comment',
  severity: 'warn',
  summary: say`No comment is left for everybody to read in the source of the page.`,
  begin({ source }, { config }, report) {
    const text = String(source.file)
    // Sanitized HTML has no comments, and escaped ones are seen.
    if (config.html !== 'allow' || !text.includes('<!--')) return {}
    const places = location(text)
    return {
      html(node) {
        const placeOf = htmlPlaces(node, text, places)
        for (const { data, start, end } of htmlComments(node.value)) {
          // An empty one parts two lists.
          if (data.trim() === '' || isKeptComment(data) || OF_TOOLS.test(data)) continue
          report({
            reason: say`This comment is published: whoever looks at the source of the page reads it.`,
            place: placeOf(start, end),
            note: say`Take it out of the article, or turn the rule off where comments are meant for everybody.`,
          })
        }
      },
    }
  },
}
