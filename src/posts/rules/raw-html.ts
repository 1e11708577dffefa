import { isLocalPath } from '../images.ts'
import type { ContentRule } from '../rule.ts'

/** Addresses in raw HTML that a browser or a reader would follow. */
const ADDRESS = /\s(src|href|poster|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

export const rawHtmlAddress: ContentRule = {
  id: 'raw-html-address',
  severity: 'error',
  summary: 'Raw HTML names no file of the project: it is published as it stands, and the file is not.',
  begin(_draft, _context, report) {
    return {
      html({ value, position }) {
        const addresses = value.replace(/<!--[\s\S]*?-->/g, '').matchAll(ADDRESS)
        for (const [, attribute = '', double, single, bare] of addresses) {
          const address = double ?? single ?? bare ?? ''
          if (!isLocalPath(address)) continue
          report({
            reason: `Raw HTML names ${address}, which would lead nowhere on the site.`,
            place: position,
            note:
              attribute.toLowerCase() === 'href'
                ? `Write the link in Markdown, [text](${address}), or give its full address.`
                : `Write the picture in Markdown, ![text](<${address}>), so that it is uploaded, or give its full address.`,
          })
        }
      },
    }
  },
}
