import type { Nodes } from 'mdast'
import { location } from 'vfile-location'
import { say } from '../../language/say.ts'
import { literalMatches } from '../literal-text.ts'
import type { ContentRule } from '../rule.ts'

/** A line that looks like a heading; groups: what it begins with, its signs, the blanks behind them, the next sign. */
const LINE = /^([ \t>]*)(#{1,6}|＃{1,6})(?![#＃])([ \t\u00A0\u3000]*)([^\s\uFFFC]|\uFFFC)/gmu

/** What a heading begins with, rather than a sign of some other language. */
const WORD = /[\p{L}\p{N}\p{Emoji_Presentation}「『【《〈（(*\uFFFC]/u

/** Another tag in the same paragraph, as people write them one after the other. */
const TAG = /[\s\u3000][#＃][^\s#＃]/

export const headingSpace: ContentRule = {
  id: 'heading-space',
  severity: 'warn',
  summary: say`Between the signs of a heading and its words stands a blank, of half width as the signs are.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    if (!/#[^ \t\r\n#]|＃/.test(text)) return {}
    const places = location(text)
    const followed = new Set<Nodes>()
    const note = ({ children }: { readonly children: readonly Nodes[] }): void => {
      for (const child of children.slice(0, -1)) followed.add(child)
    }
    const { paragraph } = literalMatches(text, LINE, ({ match, start, node, literal }) => {
      const [line, before = '', signs = '', blanks = '', first = ''] = match
      const from = start + before.length
      const isWide = signs.startsWith('＃')
      if (!WORD.test(first) || (!isWide && /^[ \t]/.test(blanks))) return
      if (signs.length === 1 && blanks === '') {
        // A tag or a number begins so, too: a heading stands alone above something, and first in its paragraph.
        if (match.index > 0 || TAG.test(literal) || !/[^\P{L}a-z]/u.test(first)) return
        if (!followed.has(node) && !/[\r\n]/.test(literal.trimEnd())) return
      }
      const end = start + line.length - first.length
      const better = `${'#'.repeat(signs.length)} `
      const [point, close] = [places.toPoint(from), places.toPoint(end)]
      report({
        reason: say`This is no heading, but text: "${signs}${blanks}" is shown as it stands.`,
        place: point === undefined || close === undefined ? undefined : { start: point, end: close },
        note: say`Write "${better}" before its words, or \\${signs} where it is text.`,
        suggestion: better,
        fix: isWide || (signs.length === 1 && blanks === '') ? undefined : { start: from, end, text: better },
      })
    })
    return { root: note, containerDirective: note, ...(paragraph && { paragraph }) }
  },
}
