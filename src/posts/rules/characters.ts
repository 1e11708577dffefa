import { location } from 'vfile-location'
import { say } from '../../language/say.ts'
import { findNoncharacter } from '../../standards/noncharacters.ts'
import type { ContentRule } from '../rule.ts'

const EVERY = /\p{Noncharacter_Code_Point}/gu

/** What `pull` of version 0.2.0 and before wrote for the bracket that begins a shortcode; nothing else writes it. */
const BRACKET = '\uFDD4'

export const charactersValid: ContentRule = {
  id: 'characters-valid',
  severity: 'error',
  summary: say`Every character is one: U+FDD0 to U+FDEF, U+FFFE and the like mean nothing in a text.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    if (findNoncharacter(text) === undefined) return {}
    const places = location(text)
    return {
      root() {
        for (const { index, 0: found } of text.matchAll(EVERY)) {
          const isBracket = found === BRACKET
          report({
            reason: say`Here stands ${findNoncharacter(found) ?? ''}, which is no character.`,
            place: places.toPoint(index),
            note: isBracket
              ? say`An earlier "pull" wrote it for "[".`
              : say`Remove it, or write what is meant.`,
            ...(isBracket && {
              suggestion: '[',
              fix: { start: index, end: index + found.length, text: '[' },
            }),
          })
        }
      },
    }
  },
}
