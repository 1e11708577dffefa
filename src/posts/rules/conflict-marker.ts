import type { Code } from 'mdast'
import { location } from 'vfile-location'
import { say } from '../../language/say.ts'
import type { ContentRule } from '../rule.ts'

/** Where a conflict begins and ends, as git and `pull` mark it. */
const MARKER = /^(?:<{7}|>{7}) .*$/gm

/** The end of a conflict that `pull` left. */
const OURS = '>>>>>>> wp-admin'

export const conflictMarker: ContentRule = {
  id: 'conflict-marker',
  severity: 'error',
  summary: say`No conflict is left between <<<<<<< and >>>>>>>.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    if (text.search(MARKER) === -1) return {}
    const places = location(text)
    const isLeftByPull = text.includes(OURS)
    const codes: Code[] = []
    return {
      root({ children }) {
        for (const node of children) if (node.type === 'code') codes.push(node)
        let next = 0
        for (const { index, 0: line } of text.matchAll(MARKER)) {
          while ((codes[next]?.position?.end.offset ?? index) < index) next += 1
          // Code may show a conflict; what pull left inside code is one.
          const { start, end } = codes[next]?.position ?? {}
          const isShown = index > (start?.offset ?? index) && index < (end?.offset ?? index)
          if (isShown && !isLeftByPull) continue
          report({
            reason: say`A conflict is left here: "${line}".`,
            place: places.toPoint(index),
            note: say`Keep the right one of the two versions, or both, and remove the lines <<<<<<<, ======= and >>>>>>>.`,
          })
        }
      },
    }
  },
}
