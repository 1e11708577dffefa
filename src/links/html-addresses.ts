import { decodeHTMLAttribute } from 'entities'
import type { TextRange } from './url-range.ts'

/** What raw HTML links to, shows, and can be linked to by. */
export interface HtmlAddresses {
  readonly links: readonly { readonly url: string; readonly text: string; readonly range: TextRange }[]
  readonly images: readonly string[]
  /** `id` of any element, `name` of an `a` (HTML Living Standard, 7.4.6.4). */
  readonly ids: readonly string[]
}

/** Comments and the contents of scripts hold no tags; open tags are those of CommonMark 0.31, 6.6. */
const TAG =
  /<!--[\s\S]*?(?:-->|$)|<(script|style|textarea|title)\b[\s\S]*?(?:<\/\1\s*>|$)|<([a-z][a-z0-9-]*)((?:\s+[^\s"'<>/=]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'=<>`]+))?)*)\s*\/?>/gi

const ATTRIBUTE = /\s+([^\s"'<>/=]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'=<>`]+)))?/g

/** Reads the tags of a piece of raw HTML, which need not be whole elements. */
export function findHtmlAddresses(html: string): HtmlAddresses {
  const links: { url: string; text: string; range: TextRange }[] = []
  const images: string[] = []
  const ids: string[] = []
  for (const tag of html.matchAll(TAG)) {
    const name = tag[2]?.toLowerCase()
    if (name === undefined) continue
    const attributes = readAttributes(tag[3] ?? '', tag.index + 1 + name.length)
    const id = attributes.get('id')?.value
    if (id) ids.push(id)
    const anchor = attributes.get('name')?.value
    if (name === 'a' && anchor) ids.push(anchor)
    const href = attributes.get('href')
    if ((name === 'a' || name === 'area') && href !== undefined) {
      links.push({ url: href.value, text: wordsAfter(html, tag), range: href.range })
    }
    const src = attributes.get('src')
    if (name === 'img' && src !== undefined) images.push(src.value)
  }
  return { links, images, ids }
}

function readAttributes(text: string, offset: number): Map<string, { value: string; range: TextRange }> {
  const attributes = new Map<string, { value: string; range: TextRange }>()
  for (const match of text.matchAll(ATTRIBUTE)) {
    const [whole, name = '', double, single, bare] = match
    const written = double ?? single ?? bare ?? ''
    const end = offset + match.index + whole.length - (bare === undefined && written !== '' ? 1 : 0)
    const key = name.toLowerCase()
    // The first of two attributes of one name counts (HTML Living Standard, 13.2.5.33).
    if (attributes.has(key)) continue
    attributes.set(key, {
      value: decodeHTMLAttribute(written),
      range: { start: end - written.length, end },
    })
  }
  return attributes
}

/** The words of a link, as far as they stand in the same piece of HTML. */
function wordsAfter(html: string, tag: RegExpMatchArray): string {
  const from = (tag.index ?? 0) + tag[0].length
  const end = html.slice(from).search(/<\/a\s*>/i)
  return (end === -1 ? '' : html.slice(from, from + end)).replace(/<[^>]*>/g, '').trim()
}
