import { location } from 'vfile-location'
import { isBlockMarkup } from '../../content/split-blocks.ts'
import { say } from '../../language/say.ts'
import { htmlComments, htmlTags } from '../../standards/html-tags.ts'
import { htmlPlaces } from '../html-places.ts'
import type { ContentRule } from '../rule.ts'

/** Elements whose text means itself, whatever signs it holds. */
const VERBATIM: ReadonlySet<string> = new Set(
  'pre code kbd samp tt xmp listing script style textarea svg math title iframe noscript template'.split(' '),
)

/** What nobody writes in a text but as Markdown: each is shown as it stands where Markdown is not read. */
const MARKDOWN = new RegExp(
  [
    '\\*\\*(?![\\s*])[^*\\r\\n]*\\*\\*',
    '~~(?![\\s~])[^~\\r\\n]*~~',
    '`[^`\\r\\n]+`',
    '!?\\[[^[\\]\\r\\n]*\\]\\((?=[^()\\s]*[./#])[^()\\s]+\\)',
    '^[ \\t]{0,3}#{1,6}[ \\t]+\\S.*$',
    '^[ \\t]{0,3}(?:`{3,}|~{3,}).*$',
    '^[ \\t]*[-*+][ \\t]+\\S.*(?:\\r\\n|\\n|\\r)[ \\t]*[-*+][ \\t]+\\S.*$',
    '^[ \\t]*(?:\\|[ \\t]*)?:?-{3,}:?[ \\t]*\\|.*$',
  ].join('|'),
  'm',
)

export const rawHtmlMarkdown: ContentRule = {
  id: 'raw-html-markdown',
  severity: 'warn',
  summary: say`Markdown within raw HTML stands between blank lines, or it is shown as it stands.`,
  begin({ source }, { config }, report) {
    const text = String(source.file)
    if (config.html === 'escape' || !text.includes('<')) return {}
    const places = location(text)
    return {
      html(node) {
        const { value } = node
        // The block editor's own markup is none for Markdown, and text in it comes from the editor.
        if (!/[*~`[#|-]/.test(value) || isBlockMarkup(value)) return
        for (const [start, end] of textsIn(value)) {
          const found = MARKDOWN.exec(value.slice(start, end))
          if (found === null) continue
          const at = start + found.index
          const [line = ''] = found[0].trim().split(/[\r\n]/, 1)
          report({
            reason: say`"${line}" is not read as Markdown here, since it stands within raw HTML.`,
            place: htmlPlaces(node, text, places)(at, at + found[0].length),
            note: say`Put a blank line before it, behind the tag, and one after it, or write it in HTML.`,
          })
          // One blank line mends the whole piece.
          return
        }
      },
    }
  },
}

/** The texts between the tags of a piece of HTML, but for those that mean themselves. */
function* textsIn(html: string): Iterable<[start: number, end: number]> {
  const verbatim: string[] = []
  const marks = [
    ...[...htmlTags(html)].map((tag) => ({ ...tag, isTag: true as const })),
    ...[...htmlComments(html)].map((comment) => ({ ...comment, isTag: false as const })),
  ].sort((a, b) => a.start - b.start)
  let at = 0
  for (const mark of marks) {
    if (verbatim.length === 0 && mark.start > at) yield [at, mark.start]
    at = mark.end
    if (!mark.isTag || !VERBATIM.has(mark.name) || mark.isSelfClosing) continue
    if (!mark.isEnd) verbatim.push(mark.name)
    else if (verbatim.at(-1) === mark.name) verbatim.pop()
  }
  // What a browser takes for an open tag or comment is no text.
  if (verbatim.length === 0 && at < html.length && !/<[a-z/!?]/i.test(html.slice(at))) yield [at, html.length]
}
