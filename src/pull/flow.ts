import type { ElementContent } from 'hast'
import type { State } from 'hast-util-to-mdast'
import type { Nodes, PhrasingContent, RootContent } from 'mdast'
import { isText } from './expressible.ts'

/** Reads nodes as blocks. Text beside blocks becomes a paragraph; raw inline HTML is part of that text. */
export function flow(state: State, nodes: readonly ElementContent[]): RootContent[] {
  const parts: RootContent[] = []
  let text: ElementContent[] = []
  const flush = (): void => {
    const children = state.all({ type: 'element', tagName: 'p', properties: {}, children: text })
    if (children.length > 0) parts.push({ type: 'paragraph', children: children as PhrasingContent[] })
    text = []
  }
  for (const node of nodes) {
    if (isText(node)) {
      text.push(node)
      continue
    }
    flush()
    parts.push(...(one(state, node) as RootContent[]))
  }
  flush()
  return parts
}

/** Reads one node that stands among blocks. */
export function one(state: State, node: ElementContent): Nodes[] {
  return state.all({ type: 'element', tagName: 'div', properties: {}, children: [node] }) as Nodes[]
}
