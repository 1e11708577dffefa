import { type HtmlAttribute, htmlTags } from '../../standards/html-tags.ts'
import { isLocalPath } from '../images.ts'
import type { ContentRule } from '../rule.ts'

/** Addresses in raw HTML that a browser or a reader would follow. */
const ADDRESSES = ['src', 'href', 'poster', 'data']

export const rawHtmlAddress: ContentRule = {
  id: 'raw-html-address',
  severity: 'error',
  summary: 'Raw HTML names no file of the project: it is published as it stands, and the file is not.',
  begin(_draft, _context, report) {
    return {
      html({ value, position }) {
        for (const { name: attribute, value: address } of attributesOf(value)) {
          if (!ADDRESSES.includes(attribute) || !isLocalPath(address)) continue
          report({
            reason: `Raw HTML names ${address}, which would lead nowhere on the site.`,
            place: position,
            note:
              attribute === 'href'
                ? `Write the link in Markdown, [text](${address}), or give its full address.`
                : `Write the picture in Markdown, ![text](<${address}>), so that it is uploaded, or give its full address.`,
          })
        }
      },
    }
  },
}

function attributesOf(html: string): HtmlAttribute[] {
  return [...htmlTags(html)].flatMap(({ attributes }) => attributes)
}
