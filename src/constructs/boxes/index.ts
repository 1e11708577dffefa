import type { Element, ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Nodes, Paragraph, PhrasingContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { writeBlock } from '../../content/block-delimiters.ts'
import { classText, isElement } from '../../content/elements.ts'
import type { PullContext } from '../../pull/context.ts'
import { own } from '../../standards/own.ts'
import { visit } from '../../standards/visit.ts'
import type { Construct, PullState } from '../construct.ts'
import { LOOK_CLASSES, LOOKS, type LookName, lookName } from './looks.ts'
import { BOX_NAMES } from './names.ts'
import { remarkAlerts } from './remark-alerts.ts'
import { remarkBoxes } from './remark-boxes.ts'
import { undressBox } from './undress.ts'

/** `:::note[Title]`, and GitHub's alerts, which are boxes of the same meaning. */
export const boxes: Construct = {
  name: 'boxes',
  out: {
    parse: () => [remarkAlerts],
    mdast: ({ boxes, site }) => [[remarkBoxes, boxes, site.language]],
    finish(tree, { boxes: { style } }) {
      if (style === 'core') visit(tree, 'element', dress)
    },
    blocks: {
      elements: {
        div(element, state) {
          const { dataBox, dataLook } = element.properties
          if (dataBox === undefined) return undefined
          const className = classText(element)
          const look = LOOKS.get(dataLook as LookName)
          const names = ['wp-block-group', className, ...(look === undefined ? [] : LOOK_CLASSES)].join(' ')
          const css = look === undefined ? '' : ` style="${look.css}"`
          const attributes = { className, ...(look === undefined ? {} : { style: look.style }) }
          const html = `<div class="${names}"${css}>${state.blocks(element.children)}</div>`
          return writeBlock('group', attributes, html)
        },
      },
    },
    html: {
      prepare({ properties }) {
        const look = LOOKS.get(properties.dataLook as LookName)
        if (look !== undefined) properties.style = look.css
        delete properties.dataBox
        delete properties.dataLook
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
  compared: { blocks: { group: [] }, undressed: undressBox },
}

function dress({ properties }: Element): void {
  if (typeof properties.dataBox === 'string') properties.dataLook = lookName(properties.dataBox)
}

/** The name of the box whose classes an element has. */
function boxName(element: Element, { boxes: { kinds } }: PullContext): string | undefined {
  if (!isElement(element, 'div')) return undefined
  if (Object.keys(element.properties).some((name) => name !== 'className')) return undefined
  return [...BOX_NAMES, ...Object.keys(kinds)].find(
    (name) => classText(element) === (own(kinds, name)?.className ?? `message is-${name}`),
  )
}

function readBox(element: Element, state: PullState): Nodes | undefined {
  const name = boxName(element, state.context)
  if (name === undefined) return undefined
  const [first, ...rest] = element.children
  const hasTitle = isElement(first, 'p') && classText(first) === 'box-title'
  const children = state.flow(hasTitle ? rest : element.children) as ContainerDirective['children']
  // A title that the configuration gives comes by itself.
  const isOwn = hasTitle && hastToString(first) !== own(state.context.boxes.kinds, name)?.title
  const label: Paragraph[] = isOwn
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
