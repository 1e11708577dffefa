import { type HtmlTag, htmlTags } from '../standards/html-tags.ts'
import { MOST_LEVELS, MOST_OPEN_STYLES } from './sizes.ts'

/** Elements without an end tag (HTML Living Standard, 13.1.2). */
const VOID = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))

/** Elements whose end tag may be left out, so that many of them are one after another (13.1.2.4). */
const ENDS_BY_ITSELF = new Set(
  'p li dt dd option optgroup tr td th thead tbody tfoot colgroup rt rp'.split(' '),
)

/** Elements that are opened anew behind the end of what they were opened in (13.2.4.3). */
const STYLES = new Set('a b big code em font i nobr s small strike strong tt u'.split(' '))

/**
 * True for HTML whose elements lie in each other deeper than any page's, so that whoever walks over its tree runs out
 * of stack, or where so many are left open that the tree is a multiple of the text.
 */
export function isNestedTooDeep(html: string): boolean {
  const open = new Map<string, number>()
  let [levels, styles] = [0, 0]
  for (const tag of htmlTags(html)) {
    const change = changeOf(tag, open)
    open.set(tag.name, (open.get(tag.name) ?? 0) + change)
    levels += change
    if (STYLES.has(tag.name)) styles += change
    if (levels > MOST_LEVELS || styles > MOST_OPEN_STYLES) return true
  }
  return false
}

function changeOf({ name, isEnd }: HtmlTag, open: ReadonlyMap<string, number>): number {
  if (VOID.has(name) || ENDS_BY_ITSELF.has(name)) return 0
  if (!isEnd) return 1
  return (open.get(name) ?? 0) > 0 ? -1 : 0
}
