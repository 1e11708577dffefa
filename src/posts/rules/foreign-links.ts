import { asksForContents } from '../../constructs/contents.ts'
import { say } from '../../language/say.ts'
import { literalMatches } from '../literal-text.ts'
import type { ContentRule } from '../rule.ts'

/** A link or a picture as wikis and Obsidian write it; groups: the sign of a picture, target and words. */
const WIKI = /(!?)\[\[([^[\]\r\n\uFFFC]+)\]\]/g

/**
 * What stands in two brackets outside code in C++ (attributes), in shells and R (a blank, a quotation mark), and in
 * WordPress, where two brackets keep a shortcode of the core from being one.
 */
const OF_LANGUAGES =
  /^(?:[\s"'$-]|(?:assume|carries_dependency|deprecated|fallthrough|likely|maybe_unused|no_unique_address|nodiscard|noreturn|unlikely|audio|caption|embed|gallery|playlist|video|wp_caption)\b)|\s$/

export const wikiLink: ContentRule = {
  id: 'wiki-link',
  severity: 'warn',
  summary: say`Links and pictures are written in Markdown, and not in two brackets as in a wiki.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    if (!text.includes('[[')) return {}
    return literalMatches(text, WIKI, ({ match, node, start, place }) => {
      const [written, picture = '', inner = ''] = match
      if (asksForContents(node) || !/\p{L}/u.test(inner) || OF_LANGUAGES.test(inner)) return
      // An index, as in `a[[b]]`.
      if (picture === '' && /[\w)\]$/]/.test(text[start - 1] ?? '')) return
      const [target = '', words = target] = inner.split('|', 2)
      report({
        reason:
          picture === ''
            ? say`"${written}" is no link, but text.`
            : say`"${written}" is no picture, but text.`,
        place,
        note:
          picture === ''
            ? say`Write [${words}](the article's file), or \\${written} where it is text.`
            : say`Write ![what it shows](${/\.\w+$/.test(target) ? target : say`the picture's file`}), or \\${written} where it is text.`,
      })
    })
  },
}

/** A link of which a bracket may be of full width; groups: the sign of a picture, brackets and what is in them. */
const BRACKETS = /([!！]?)([[［])([^[\]［］\r\n]+)([\]］])([(（])([^()（）\r\n]*)([)）])/gu

/** What an address in brackets begins or ends with: other words in brackets behind brackets are ordinary Japanese. */
const ADDRESS = [
  /^(?:https?:\/\/|www\.|mailto:|\.{0,2}\/|#(?!\d))./i,
  /^[^#]+\.(?:md|png|jpe?g|gif|webp|avif|svg|pdf|html?)(?:#.*)?$/i,
]

export const linkBrackets: ContentRule = {
  id: 'link-brackets',
  severity: 'warn',
  summary: say`No bracket of a link or picture is of full width.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    if (!/[\]］][（(]/.test(text)) return {}
    return literalMatches(text, BRACKETS, ({ match, start, place }) => {
      const [written, picture = '', first = '', inner = '', second = '', third = '', rest = '', fourth = ''] =
        match
      const [, address = ''] = /^[\s<]*([^\s<>]*)/.exec(rest) ?? []
      if (!ADDRESS.some((pattern) => pattern.test(address))) return
      if (first + second + third + fourth === '[]()') return
      const from = start + picture.length + first.length
      const better = `${picture === '' ? '' : '!'}[${text.slice(from, from + inner.length)}](${address})`
      report({
        reason:
          picture === ''
            ? say`"${text.slice(start, start + written.length)}" is no link, but text: its brackets are of full width.`
            : say`"${text.slice(start, start + written.length)}" is no picture, but text: its brackets are of full width.`,
        place,
        note: say`Write ${better}.`,
        suggestion: better,
      })
    })
  },
}
