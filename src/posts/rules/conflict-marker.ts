import type { Code } from 'mdast'
import { location } from 'vfile-location'
import type { ContentRule } from '../rule.ts'

/** Where a conflict begins and ends, as git and `pull` mark it. */
const MARKER = /^(?:<{7}|>{7}) .*$/gm

/** The end of a conflict that `pull` left. */
const OURS = '>>>>>>> wp-admin'

export const conflictMarker: ContentRule = {
  id: 'conflict-marker',
  severity: 'error',
  summary: 'No conflict is left between <<<<<<< and >>>>>>>.',
  begin({ source }, _, report) {
    const text = String(source.file)
    if (text.search(MARKER) === -1) return {}
    const places = location(text)
    const codes: Code[] = []
    return {
      root({ children }) {
        for (const node of children) if (node.type === 'code') codes.push(node)
        for (const { index, 0: line } of text.matchAll(MARKER)) {
          // Code may show a conflict; what pull left inside code is one.
          const isShown = codes.some(
            ({ position }) => index > (position?.start.offset ?? 0) && index < (position?.end.offset ?? 0),
          )
          if (isShown && !text.includes(OURS)) continue
          report({
            reason: `A conflict is left here: "${line}".`,
            place: places.toPoint(index),
            note: 'Keep the right one of the two versions, or both, and remove the lines <<<<<<<, ======= and >>>>>>>.',
          })
        }
      },
    }
  },
}
