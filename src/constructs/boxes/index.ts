import type { Element, ElementContent } from 'hast'
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText, isElement } from '../../content/elements.ts'
import type { PullContext } from '../../pull/context.ts'
import { own } from '../../standards/own.ts'
import type { Construct, PullState } from '../construct.ts'
import { BOX_NAMES } from './names.ts'
import { remarkAlerts } from './remark-alerts.ts'
import { remarkBoxes } from './remark-boxes.ts'

/** `:::note[Title]`, and GitHub's alerts, which are boxes of the same meaning. */
export const boxes: Construct = {
  name: 'boxes',
  out: {
    parse: () => [remarkAlerts],
    mdast: (config) => [[remarkBoxes, config.boxes]],
    blocks: {
      elements: {
        div(element, state) {
          if (element.properties.dataBox === undefined) return undefined
          const className = classText(element)
          const html = `<div class="wp-block-group ${className}">${state.blocks(element.children)}</div>`
          return writeBlock('group', { className }, html)
        },
      },
    },
    html: {
      prepare(element) {
        delete element.properties.dataBox
      },
    },
  },
  back: {
    isExpressible: (element, context, ask) =>
      boxName(element, context) === undefined
        ? undefined
        : element.children.every((child) => isBoxPart(child, ask)),
    elements: { div: readBox },
  },
  compared: { blocks: { group: [] } },
}

/** The name of the box whose classes an element has. */
function boxName(element: Element, { boxes: configured }: PullContext): string | undefined {
  if (!isElement(element, 'div')) return undefined
  if (Object.keys(element.properties).some((name) => name !== 'className')) return undefined
  return [...BOX_NAMES, ...Object.keys(configured)].find(
    (name) => classText(element) === (own(configured, name)?.className ?? `message is-${name}`),
  )
}

function readBox(element: Element, state: PullState): Nodes | undefined {
  const name = boxName(element, state.context)
  if (name === undefined) return undefined
  const [first, ...rest] = element.children
  const hasTitle = isElement(first, 'p') && classText(first) === 'box-title'
  const children = state.flow(hasTitle ? rest : element.children) as ContainerDirective['children']
  const label: Paragraph[] = hasTitle
    ? [{ type: 'paragraph', children: titleOf(state, first), data: { directiveLabel: true } }]
    : []
  return { type: 'containerDirective', name, children: [...label, ...children] }
}

/** The title stands in `strong`, which the box itself adds. */
function titleOf(state: PullState, paragraph: Element): PhrasingContent[] {
  const [strong, ...others] = paragraph.children
  return state.line(isElement(strong, 'strong') && others.length === 0 ? strong : paragraph)
}

/** A paragraph with a class may be the title of its box. */
function isBoxPart(node: ElementContent, ask: (node: ElementContent) => boolean): boolean {
  if (!isElement(node, 'p')) return ask(node)
  const hasOnlyClass = Object.keys(node.properties).every((name) => name === 'className')
  return node.children.every(ask) && hasOnlyClass
}
