import type { Element } from 'hast'
import type { Nodes, Root } from 'mdast'
import { visit } from '../standards/visit.ts'
import type { Construct, PullState } from './construct.ts'

/** Writes task lists with ☐ and ☑: WordPress removes checkboxes for users without unfiltered_html. */
function remarkTaskLists() {
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

function readItem(item: Element, state: PullState): Nodes[] | undefined {
  const [first, ...others] = item.children
  const [, box, text = ''] = /^([☐☑]) ([\s\S]*)$/.exec(first?.type === 'text' ? first.value : '') ?? []
  if (box === undefined) return undefined
  const nodes = state.plain({ ...item, children: [{ type: 'text', value: text }, ...others] })
  const [read] = nodes
  const start = read?.type === 'listItem' ? read.children[0] : undefined
  // Written here, since the writers of task lists and of Japanese emphasis both replace that of paragraphs.
  if (start?.type === 'paragraph')
    start.children.unshift({ type: 'html', value: box === '☑' ? '[x] ' : '[ ] ' })
  return nodes
}

/** `- [ ]` and `- [x]`. */
export const taskList: Construct = {
  name: 'task list',
  out: { mdast: () => [remarkTaskLists] },
  back: { elements: { li: readItem } },
}
