import { decodeHTMLAttribute } from 'entities'
import { type HtmlAttribute, type HtmlTag, htmlTags } from '../standards/html-tags.ts'
import type { TextRange } from './url-range.ts'

/** What raw HTML links to, shows, and can be linked to by. */
export interface HtmlAddresses {
  readonly links: readonly { readonly url: string; readonly text: string; readonly range: TextRange }[]
  readonly images: readonly string[]
  /** `id` of any element, `name` of an `a` (HTML Living Standard, 7.4.6.4). */
  readonly ids: readonly string[]
}

/** Reads the tags of a piece of raw HTML, which need not be whole elements. */
export function findHtmlAddresses(html: string): HtmlAddresses {
  const links: { url: string; text: string; range: TextRange }[] = []
  const images: string[] = []
  const ids: string[] = []
  const tags = [...htmlTags(html)]
  const words = wordsOfLinks(html, tags)
  for (const tag of tags) {
    if (tag.isEnd) continue
    const { name } = tag
    const id = textOf(tag, 'id')
    if (id) ids.push(id)
    const anchor = textOf(tag, 'name')
    if (name === 'a' && anchor) ids.push(anchor)
    const href = attributeOf(tag, 'href')
    if ((name === 'a' || name === 'area') && href !== undefined) {
      const range = { start: href.start, end: href.start + href.value.length }
      links.push({ url: decodeHTMLAttribute(href.value), text: words.get(tag) ?? '', range })
    }
    const src = textOf(tag, 'src')
    if (name === 'img' && src !== undefined) images.push(src)
  }
  return { links, images, ids }
}

/** The first of two attributes of one name counts (HTML Living Standard, 13.2.5.33). */
function attributeOf({ attributes }: HtmlTag, name: string): HtmlAttribute | undefined {
  return attributes.find((attribute) => attribute.name === name)
}

function textOf(tag: HtmlTag, name: string): string | undefined {
  const attribute = attributeOf(tag, name)
  return attribute === undefined ? undefined : decodeHTMLAttribute(attribute.value)
}

/** The words of each link, as far as they stand in the same piece of HTML; the next link ends one, too. */
function wordsOfLinks(html: string, tags: readonly HtmlTag[]): ReadonlyMap<HtmlTag, string> {
  const words = new Map<HtmlTag, string>()
  let open: HtmlTag | undefined
  let text = ''
  let end = 0
  for (const tag of tags) {
    if (open !== undefined) text += html.slice(end, tag.start)
    end = tag.end
    if (tag.name !== 'a') continue
    if (open !== undefined && tag.isEnd) words.set(open, text.trim())
    open = tag.isEnd ? undefined : tag
    text = ''
  }
  return words
}
