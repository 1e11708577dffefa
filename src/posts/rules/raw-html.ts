import { decodeHTMLAttribute } from 'entities'
import { location } from 'vfile-location'
import { say } from '../../language/say.ts'
import { type HtmlTag, htmlTags } from '../../standards/html-tags.ts'
import { own } from '../../standards/own.ts'
import { htmlPlaces } from '../html-places.ts'
import { isLocalPath } from '../images.ts'
import type { ContentRule } from '../rule.ts'

/** The elements whose attribute of that name is an address that a browser loads or a reader follows. */
const ADDRESSES: Readonly<Record<string, readonly string[]>> = {
  src: 'audio embed frame iframe img input script source track video'.split(' '),
  href: 'a area base feimage image link use'.split(' '),
  poster: ['video'],
  data: ['object'],
}

export const rawHtmlAddress: ContentRule = {
  id: 'raw-html-address',
  severity: 'error',
  summary: say`Raw HTML names no file of the project: it is published as it stands, and the file is not.`,
  begin({ source }, { config }, report) {
    // Then readers see the HTML itself.
    if (config.html === 'escape') return {}
    const text = String(source.file)
    const places = location(text)
    return {
      html(node) {
        const placeOf = htmlPlaces(node, text, places)
        for (const { tag, attribute, address } of addressesIn(node.value)) {
          if (!isLocalPath(address)) continue
          report({
            reason: say`Raw HTML names ${address}, which would lead nowhere on the site.`,
            place: placeOf(tag.start, tag.end),
            note:
              attribute === 'href'
                ? say`Write the link in Markdown, [text](${address}), or give its full address.`
                : say`Write the picture in Markdown, ![text](<${address}>), so that it is uploaded, or give its full address.`,
          })
        }
      },
    }
  },
}

/** The addresses of a piece of HTML, character references resolved and the blanks around them gone (URL Standard, 4.4). */
function* addressesIn(html: string): Iterable<{ tag: HtmlTag; attribute: string; address: string }> {
  for (const tag of htmlTags(html)) {
    const { name, isEnd, attributes } = tag
    if (isEnd) continue
    const seen = new Set<string>()
    for (const { name: attribute, value } of attributes) {
      // The first of two attributes of one name counts (HTML Living Standard, 13.2.5.33).
      if (seen.has(attribute) || !own(ADDRESSES, attribute)?.includes(name)) continue
      seen.add(attribute)
      yield { tag, attribute, address: decodeHTMLAttribute(value).trim() }
    }
  }
}
