import type { Html } from 'mdast'
import { location } from 'vfile-location'
import { say } from '../../language/say.ts'
import { HTML_ELEMENTS } from '../../standards/html-elements.ts'
import { htmlTags, openEnd } from '../../standards/html-tags.ts'
import { visit } from '../../standards/visit.ts'
import { htmlPlaces } from '../html-places.ts'
import type { ContentRule, Finding } from '../rule.ts'

/** Elements without an end tag, and those whose end tag may be left out (HTML Living Standard, 13.1.2). */
const NEED_NO_END: ReadonlySet<string> = new Set(
  [
    'area base br col embed frame hr img input link meta param source track wbr',
    'body caption colgroup dd dt head html li optgroup option p plaintext rb rp rt rtc tbody td tfoot th thead tr',
  ].flatMap((names) => names.split(' ')),
)

interface Opened {
  readonly isSelfClosing: boolean
  readonly place: Finding['place']
}

export const rawHtmlClosed: ContentRule = {
  id: 'raw-html-closed',
  severity: 'warn',
  summary: say`Every element of raw HTML is closed, and nothing is closed that was not opened.`,
  begin({ source }, { config }, report) {
    const text = String(source.file)
    // Then readers see the HTML itself.
    if (config.html === 'escape' || !text.includes('<')) return {}
    return {
      root(tree) {
        const places = location(text)
        // By name, since an author opens an element in one piece of HTML and closes it in another.
        const opened = new Map<string, Opened[]>()
        let foreign = 0
        const judge = (node: Html): void => {
          const placeOf = htmlPlaces(node, text, places)
          for (const { name, isEnd, isSelfClosing, start, end } of htmlTags(node.value)) {
            const isRoot = name === 'svg' || name === 'math'
            // What SVG and MathML consist of may close itself.
            if (isRoot ? isSelfClosing : foreign > 0) continue
            if (isRoot) foreign = Math.max(0, foreign + (isEnd ? -1 : 1))
            if (!HTML_ELEMENTS.has(name) || NEED_NO_END.has(name)) continue
            if (!isEnd) {
              const others = opened.get(name)
              const one = { isSelfClosing, place: placeOf(start, end) }
              if (others === undefined) opened.set(name, [one])
              else others.push(one)
            } else if (opened.get(name)?.pop() === undefined) {
              report({
                reason: say`</${name}> closes nothing.`,
                place: placeOf(start, end),
                note: say`Remove it, or write <${name}> where the element begins; on the page it may close an element of the theme.`,
              })
            }
          }
          const open = openEnd(node.value)
          if (open !== undefined) {
            const sign = node.value.startsWith('<!--', open) ? '-->' : '>'
            report({
              reason: say`What begins here never ends with "${sign}", and readers do not see what follows.`,
              place: placeOf(open, node.value.length),
              note: say`Add "${sign}" where it ends.`,
            })
          }
        }
        visit(tree, 'html', judge)
        for (const [name, others] of opened) {
          for (const { isSelfClosing, place } of others) {
            report({
              reason: say`<${name}> is never closed.`,
              place,
              note: isSelfClosing
                ? say`Write <${name}></${name}>: in HTML a slash closes nothing.`
                : say`Add </${name}> where it ends, at the beginning of a line or in a line with the text before it; or write \\<${name}> where it is text.`,
            })
          }
        }
      },
    }
  },
}
