import { location } from 'vfile-location'
import { say } from '../../language/say.ts'
import { HTML_ELEMENTS } from '../../standards/html-elements.ts'
import { htmlTags } from '../../standards/html-tags.ts'
import { htmlPlaces } from '../html-places.ts'
import type { ContentRule } from '../rule.ts'

/** Names of custom elements, which contain a hyphen (HTML Living Standard, 4.13.2), where one ends. */
const CUSTOM_ENDS = /<\/([a-z][^\s/>-]*-[^\s/>]*)/gi

export const rawHtmlElement: ContentRule = {
  id: 'raw-html-element',
  severity: 'warn',
  summary: say`What stands between < and > is an element of HTML, or is written so that readers see it.`,
  begin({ source }, { config }, report) {
    const text = String(source.file)
    // Then readers see the HTML itself.
    if (config.html === 'escape' || !text.includes('<')) return {}
    const places = location(text)
    // A custom element that a script of the site defines is closed; a placeholder such as <your-token> never is.
    const custom = new Set([...text.matchAll(CUSTOM_ENDS)].map(([, name = '']) => name.toLowerCase()))
    const seen = new Set<string>()
    // What SVG and MathML consist of is their own affair.
    let foreign = 0
    return {
      html(node) {
        const placeOf = htmlPlaces(node, text, places)
        for (const { name, isEnd, isSelfClosing, start, end } of htmlTags(node.value)) {
          if ((name === 'svg' || name === 'math') && !isSelfClosing)
            foreign = Math.max(0, foreign + (isEnd ? -1 : 1))
          if (foreign > 0 || HTML_ELEMENTS.has(name) || custom.has(name) || name.includes(':')) continue
          // Of a pair, the start tells of both.
          if (isEnd && seen.has(name)) continue
          seen.add(name)
          const written = node.value.slice(start, end)
          report({
            reason: say`${shorten(written)} is no element of HTML: readers do not see it.`,
            place: placeOf(start, end),
            note: say`Write it as code, between backticks, or as text, \\${shorten(written)}.`,
          })
        }
      },
    }
  },
}

function shorten(tag: string): string {
  const line = tag.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 39)}…` : line
}
