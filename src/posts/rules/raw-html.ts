import { visit } from 'unist-util-visit'
import { isLocalPath } from '../images.ts'
import type { Finding, Rule } from '../rule.ts'

/** Addresses in raw HTML that a browser or a reader would follow. */
const ADDRESS = /\s(src|href|poster|data)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/gi

export const rawHtmlAddress: Rule = {
  id: 'raw-html-address',
  severity: 'error',
  summary: 'Raw HTML names no file of the project: it is published as it stands, and the file is not.',
  *check({ source }) {
    const findings: Finding[] = []
    visit(source.tree, 'html', ({ value, position }) => {
      for (const [, attribute = '', double, single, bare] of value
        .replace(/<!--[\s\S]*?-->/g, '')
        .matchAll(ADDRESS)) {
        const address = double ?? single ?? bare ?? ''
        if (!isLocalPath(address)) continue
        findings.push({
          reason: `Raw HTML names ${address}, which would lead nowhere on the site.`,
          place: position,
          note:
            attribute.toLowerCase() === 'href'
              ? `Write the link in Markdown, [text](${address}), or give its full address.`
              : `Write the picture in Markdown, ![text](<${address}>), so that it is uploaded, or give its full address.`,
        })
      }
    })
    yield* findings
  },
}
