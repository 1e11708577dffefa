import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import type { State } from 'hast-util-to-mdast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Html, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import { classText, isElement } from '../content/elements.ts'
import { boxName } from './boxes.ts'
import { colouredCode, readCode } from './code.ts'
import type { PullContext } from './context.ts'
import { isText } from './expressible.ts'

/** What Markdown takes as it stands. */
export function html(value: string): Html {
  return { type: 'html', value }
}

export function writeDetails(state: State, element: Element): Nodes {
  const summary = element.children.find((child) => isElement(child, 'summary'))
  const children = flow(
    state,
    element.children.filter((child) => child !== summary),
  )
  const label = isElement(summary) ? (state.all(summary) as PhrasingContent[]) : []
  const title: Paragraph = { type: 'paragraph', children: label, data: { directiveLabel: true } }
  const attributes = element.properties.open === undefined ? {} : { open: '' }
  return {
    type: 'containerDirective',
    name: 'details',
    attributes,
    children: [title, ...children],
  } as ContainerDirective
}

export function writeTable(state: State, figure: Element): Nodes[] {
  const part = (node: ElementContent): Nodes[] =>
    state.all({ type: 'element', tagName: 'div', properties: {}, children: [node] }) as Nodes[]
  const caption = figure.children.find((child) => isElement(child, 'figcaption'))
  const tables = figure.children.filter((child) => child !== caption).flatMap(part)
  if (!isElement(caption)) return tables
  const sign = WIDE.test(hastToString(caption)) ? '表: ' : 'Table: '
  const children = [html(sign), ...state.all(caption)] as PhrasingContent[]
  return [...tables, { type: 'paragraph', children }]
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u

export function writeDefinitions(state: State, list: Element): Nodes {
  const children = list.children.filter((child): child is Element => isElement(child, 'dt', 'dd'))
  return {
    type: 'defList',
    children: children.map((child) =>
      child.tagName === 'dt'
        ? { type: 'defListTerm', children: state.all(child) }
        : {
            type: 'defListDescription',
            spread: child.children.some((part) => isElement(part, 'p')),
            children: flow(state, child.children),
          },
    ),
  } as unknown as Nodes
}

export function writeBox(state: State, element: Element, context: PullContext): Nodes {
  const name = boxName(element, context) ?? ''
  const [first, ...rest] = element.children
  if (name === 'code') {
    const pre = rest.map((child) => colouredCode(child) ?? child).find((child) => isElement(child, 'pre'))
    const code =
      isElement(pre) && first !== undefined && isElement(first)
        ? readCode(pre, hastToString(first))
        : undefined
    return code ?? html(toHtml(element))
  }
  const hasTitle = isElement(first, 'p') && classText(first) === 'box-title'
  const children = flow(state, hasTitle ? rest : element.children)
  const label: Paragraph[] = hasTitle
    ? [{ type: 'paragraph', children: titleOf(state, first), data: { directiveLabel: true } }]
    : []
  return { type: 'containerDirective', name, children: [...label, ...children] } as ContainerDirective
}

/** The title stands in `strong`, which the box itself adds. */
function titleOf(state: State, paragraph: Element): PhrasingContent[] {
  const [strong, ...others] = paragraph.children
  const source = isElement(strong, 'strong') && others.length === 0 ? strong : paragraph
  return state.all(source) as PhrasingContent[]
}

/** Lines parted by an empty one are paragraphs of the item; ☐ and ☑ are its checkbox. */
export function writeItem(state: State, element: Element): Nodes {
  const [first] = element.children
  const box = first?.type === 'text' ? /^([☐☑]) /.exec(first.value)?.[1] : undefined
  const content = box === undefined ? element.children : [withoutBox(first), ...element.children.slice(1)]
  const children = splitParagraphs(content).flatMap((part) => flow(state, part))
  const paragraphs = children.filter(({ type }) => type === 'paragraph').length
  const [start] = children
  // Written here, since the writers of task lists and of Japanese emphasis both replace that of paragraphs.
  if (box !== undefined && start?.type === 'paragraph')
    start.children.unshift(html(box === '☑' ? '[x] ' : '[ ] '))
  return { type: 'listItem', spread: paragraphs > 1, children } as Nodes
}

/** Text beside blocks becomes a paragraph; raw inline HTML is part of that text. */
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
    parts.push(
      ...(state.all({ type: 'element', tagName: 'div', properties: {}, children: [node] }) as RootContent[]),
    )
  }
  flush()
  return parts
}

function withoutBox(node: ElementContent | undefined): ElementContent {
  return { type: 'text', value: node?.type === 'text' ? node.value.slice(2) : '' }
}

function splitParagraphs(nodes: readonly ElementContent[]): ElementContent[][] {
  const parts: ElementContent[][] = [[]]
  for (let at = 0; at < nodes.length; at += 1) {
    const node = nodes[at]
    if (isElement(node, 'br') && isElement(nodes[at + 1], 'br')) {
      parts.push([])
      at += 1
    } else if (node !== undefined) parts.at(-1)?.push(node)
  }
  return parts
}
