import type { Link, PhrasingContent, Root } from 'mdast'
import { visit } from 'unist-util-visit'
import type { VFile } from 'vfile'
import type { Construct } from './construct.ts'

/** Full-width punctuation and blanks: they end a sentence about an address, and no address holds them bare. */
const END = /[\u3000-\u303F\uFF01-\uFF0F\uFF1A-\uFF20\uFF3B-\uFF40\uFF5B-\uFF65]/u

/** A bare address in Japanese text. Back it is a link like any other. */
export const wideAutolinks: Construct = {
  name: 'wide autolinks',
  out: { parse: () => [remarkWideAutolinks] },
}

/** Ends a bare address before Japanese punctuation; GFM would take everything up to the next blank into it. */
function remarkWideAutolinks() {
  return (tree: Root, file: VFile): void => {
    if (!/https?:|www\.|@/i.test(String(file))) return
    visit(tree, 'link', (link, index, parent) => {
      const [text] = link.children
      if (index === undefined || parent === undefined || text?.type !== 'text' || link.children.length > 1)
        return
      const end = text.value.search(END)
      if (end <= 0 || !link.url.endsWith(text.value)) return
      const short: Link = {
        ...link,
        url: link.url.slice(0, link.url.length - (text.value.length - end)),
        children: [{ type: 'text', value: text.value.slice(0, end) }],
      }
      const rest: PhrasingContent = { type: 'text', value: text.value.slice(end) }
      parent.children.splice(index, 1, short, rest)
      return index + 2
    })
  }
}
