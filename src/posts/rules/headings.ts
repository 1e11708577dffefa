import { say } from '../../language/say.ts'
import type { ContentRule } from '../rule.ts'

/** The theme shows the article's title as the page's only h1. */
const TITLE_DEPTH = 1

export const headingTop: ContentRule = {
  id: 'heading-top',
  severity: 'warn',
  summary: say`The headings of an article begin with "##", below its title.`,
  begin(_draft, _context, report) {
    return {
      heading({ depth, position }) {
        if (depth !== TITLE_DEPTH) return
        report({
          reason: say`This heading stands as high as the article's title.`,
          place: position,
          note: say`Write it with "##", and those below it with one "#" more; the title stands in the front matter.`,
        })
      },
    }
  },
}

export const headingOrder: ContentRule = {
  id: 'heading-order',
  severity: 'warn',
  summary: say`No level is left out on the way down the headings.`,
  begin(_draft, _context, report) {
    let above = TITLE_DEPTH
    return {
      heading({ depth, position }) {
        if (depth > above + 1) {
          report({
            reason:
              above === TITLE_DEPTH
                ? say`This heading of level ${depth} follows the title.`
                : say`This heading of level ${depth} follows one of level ${above}.`,
            place: position,
            note: say`Write it with "${'#'.repeat(above + 1)}", or put the heading before it that is missing.`,
          })
        }
        above = depth
      },
    }
  },
}
