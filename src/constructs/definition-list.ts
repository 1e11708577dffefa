import type { Element } from 'hast'
import type { Nodes } from 'mdast'
import type { Handle } from 'mdast-util-to-markdown'
import remarkDefinitionList, { defListHastHandlers } from 'remark-definition-list'
import { isElement } from '../content/elements.ts'
import type { Construct, ReadElement } from './construct.ts'

const readList: ReadElement = (list, state) =>
  ({
    type: 'defList',
    children: list.children
      .filter((child): child is Element => isElement(child, 'dt', 'dd'))
      .map((child) =>
        child.tagName === 'dt'
          ? { type: 'defListTerm', children: state.line(child) }
          : {
              type: 'defListDescription',
              spread: child.children.some((part) => isElement(part, 'p')),
              children: state.flow(child.children),
            },
      ),
  }) as unknown as Nodes

/** One paragraph stands close behind its colon; whatever more there is needs the indent of four. */
const defListDescription: Handle = (node, _, state, info) => {
  const indent = node.children.length > 1 ? 4 : 2
  return state.indentLines(state.containerFlow(node, info), (line, index, blank) =>
    index === 0 ? `:${' '.repeat(indent - 1)}${line}` : blank ? '' : ' '.repeat(indent) + line,
  )
}

/** `Term`, and `: What it means` below it (PHP Markdown Extra, Pandoc). */
export const definitionList: Construct = {
  name: 'definition list',
  out: {
    parse: () => [remarkDefinitionList],
    lines: ['defListTerm'],
    // The newline that follows the element by default would become a second break in WordPress (wpautop).
    handlers: defListHastHandlers,
  },
  back: {
    attributes: { dl: [], dt: [], dd: [] },
    elements: { dl: readList },
    toMarkdown: { handlers: { defListDescription } },
  },
}
