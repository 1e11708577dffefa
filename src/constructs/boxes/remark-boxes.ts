import type { Paragraph, Root } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { visit } from 'unist-util-visit'
import type { Config } from '../../config/types.ts'
import { own } from '../../standards/own.ts'

/** Makes elements of boxes: a `div` with the configured class, its title as a first, marked paragraph. */
export function remarkBoxes(boxes: Config['boxes']) {
  return (tree: Root): void => {
    visit(tree, 'containerDirective', (box) => {
      // An element of another kind has been made of it.
      if (box.data?.hName !== undefined) return
      const settings = own(boxes, box.name)
      const className = settings?.className ?? `message is-${box.name}`
      box.data = { hName: 'div', hProperties: { className: className.split(/\s+/), dataBox: box.name } }
      box.children = withTitle(box, settings?.title)
    })
  }
}

function withTitle(box: ContainerDirective, fallback: string | undefined): ContainerDirective['children'] {
  const [first, ...rest] = box.children
  if (first?.type === 'paragraph' && first.data?.directiveLabel === true) return [toTitle(first), ...rest]
  if (fallback === undefined) return box.children
  return [toTitle({ type: 'paragraph', children: [{ type: 'text', value: fallback }] }), ...box.children]
}

function toTitle(paragraph: Paragraph): Paragraph {
  const strong = { type: 'strong' as const, children: paragraph.children }
  return { type: 'paragraph', children: [strong], data: { hProperties: { className: ['box-title'] } } }
}
