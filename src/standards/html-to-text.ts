import { decodeHTML } from 'entities'
import { htmlTags } from './html-tags.ts'

/** Elements of which readers see nothing. */
const UNSEEN = new Set(['script', 'style'])

/** Comments and what browsers take for such, and a tag that never ends (HTML Living Standard, 13.2.5). */
const NO_TEXT =
  /<!--(?:-?>|[\s\S]*?(?:--!?>|$))|<[!?][^>]*(?:>|$)|<\/(?:>|[^a-z][^>]*(?:>|$))|<\/?[a-z][\s\S]*$/gi

/** What readers see of a line of HTML: without tags, comments and scripts, character references resolved. */
export function htmlToText(html: string): string {
  if (!/[<&]/.test(html)) return html
  let text = ''
  let at = 0
  let unseen: string | undefined
  for (const { name, isEnd, start, end } of htmlTags(html)) {
    if (unseen === undefined) text += read(html.slice(at, start))
    if (name === 'br') text += ' '
    if (UNSEEN.has(name)) unseen = isEnd ? undefined : name
    at = end
  }
  return unseen === undefined ? text + read(html.slice(at)) : text
}

function read(html: string): string {
  return decodeHTML(html.replace(NO_TEXT, ''))
}
