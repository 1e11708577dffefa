import type { Element, ElementContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { defaultHandlers, type Handle, type State } from 'hast-util-to-mdast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Html, Link, Nodes, PhrasingContent } from 'mdast'
import { isElement, OPAQUE } from '../content/elements.ts'
import type { PullContext } from './context.ts'
import { RAW } from './expressible.ts'
import { flow } from './flow.ts'

/** How elements are read that CommonMark and GFM have signs for, and those that stay raw HTML. */
export function plainHandlers(context: PullContext): Record<string, Handle> {
  return {
    ...Object.fromEntries([...RAW].map((name) => [name, raw])),
    strong: (state, element) => ({ type: 'strong', children: line(state, element) }),
    em: (state, element) => ({ type: 'emphasis', children: line(state, element) }),
    del: (state, element) => ({ type: 'delete', children: line(state, element) }),
    code: (_, element) => ({ type: 'inlineCode', value: hastToString(element) }),
    br: (state) => (state.inTable ? html('<br>') : { type: 'break' }),
    a: (state, element) => readLink(state, element, context),
    p: (state, element) => ({ type: 'paragraph', children: line(state, element) }),
    ul: (state, element) => (defaultHandlers.ul as Handle)(state, element, undefined),
    blockquote: (state, element) =>
      ({ type: 'blockquote', children: flow(state, element.children) }) as Nodes,
    li: readItem,
    figure: (state, element) => ({ type: 'paragraph', children: line(state, element) }),
    // What nothing can say stands as it is.
    [OPAQUE]: (_, element) => html(toHtml(element)),
    pre: (_, element) => html(toHtml(element)),
    div: (_, element) => html(toHtml(element)),
  }
}

/** The tags as raw HTML, what stands between them as Markdown. */
export function raw(state: State, element: Element): Nodes[] {
  const text = toHtml({ ...element, children: [] })
  const end = `</${element.tagName}>`
  if (!text.endsWith(end)) return [html(text)]
  return [html(text.slice(0, -end.length)), ...(state.all(element) as Nodes[]), html(end)]
}

export function readLink(state: State, { properties, ...element }: Element, context: PullContext): Link {
  const url = String(properties.href ?? '')
  return {
    type: 'link',
    url: context.link(url) ?? url,
    ...(properties.title === undefined ? {} : { title: String(properties.title) }),
    children: line(state, { ...element, properties }),
  }
}

/** Lines parted by an empty one are paragraphs of the item. */
function readItem(state: State, element: Element): Nodes {
  const children = splitParagraphs(element.children).flatMap((part) => flow(state, part))
  const paragraphs = children.filter(({ type }) => type === 'paragraph').length
  return { type: 'listItem', spread: paragraphs > 1, children } as Nodes
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

function line(state: State, element: Element): PhrasingContent[] {
  return state.all(element) as PhrasingContent[]
}

function html(value: string): Html {
  return { type: 'html', value }
}
