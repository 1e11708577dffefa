import { decodeHTMLAttribute } from 'entities'

/** A start tag in HTML text. */
export interface HtmlTag {
  /** In lower case. */
  readonly name: string
  /** By name in lower case, character references resolved. */
  readonly attributes: ReadonlyMap<string, string>
}

/** A comment as a browser ends it (HTML Living Standard, 13.2.5.43 and on): `<!-->` is a whole one. */
const COMMENT = /<!--(?:-?>|[\s\S]*?(?:--!?>|$))/y

const NAME = /[^\s/>]+/y

/** A name, which may begin with `=`, and its value (HTML Living Standard, 13.2.5.32 to 13.2.5.39). */
const ATTRIBUTE = /[\s/]*(=?[^\s/>=]*)(?:\s*=\s*(?:"([^"]*)(?:"|$)|'([^']*)(?:'|$)|([^\s>]*)))?/y

/**
 * The start tags of a piece of HTML as a browser reads them, those in scripts and of elements that are cut off included:
 * for finding what an author should be asked about, not for making anything safe.
 */
export function findTags(html: string): HtmlTag[] {
  const tags: HtmlTag[] = []
  for (let at = html.indexOf('<'); at !== -1; at = html.indexOf('<', at)) {
    const comment = matchAt(COMMENT, html, at)
    if (comment !== undefined) {
      at += comment[0].length
      continue
    }
    at += 1
    if (!/[a-z]/i.test(html.charAt(at))) continue
    const name = matchAt(NAME, html, at)?.[0] ?? ''
    at += name.length
    const attributes = new Map<string, string>()
    while (at < html.length && html[at] !== '>') {
      const found = matchAt(ATTRIBUTE, html, at)
      if (found === undefined || found[0] === '') break
      at += found[0].length
      const [, key = '', double, single, bare] = found
      // The first of two attributes of one name counts (13.2.5.33).
      if (key !== '' && !attributes.has(key.toLowerCase())) {
        attributes.set(key.toLowerCase(), decodeHTMLAttribute(double ?? single ?? bare ?? ''))
      }
    }
    tags.push({ name: name.toLowerCase(), attributes })
  }
  return tags
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | undefined {
  pattern.lastIndex = at
  return pattern.exec(text) ?? undefined
}
