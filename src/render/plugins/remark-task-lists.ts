import type { Root } from 'mdast'
import { visit } from 'unist-util-visit'

/** Writes task lists with ☐ and ☑: WordPress removes checkboxes for users without unfiltered_html. */
export function remarkTaskLists() {
  return (tree: Root): void => {
    visit(tree, 'listItem', (item) => {
      if (typeof item.checked !== 'boolean') return
      const box = { type: 'text' as const, value: item.checked ? '☑ ' : '☐ ' }
      const [first] = item.children
      if (first?.type === 'paragraph') first.children.unshift(box)
      else item.children.unshift({ type: 'paragraph', children: [box] })
      item.checked = null
    })
  }
}
