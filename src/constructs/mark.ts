import type { PhrasingContent, Root } from 'mdast'
import type { Handle } from 'mdast-util-to-markdown'
import type { VFile } from 'vfile'
import { classText } from '../content/elements.ts'
import { visit } from '../standards/visit.ts'
import type { Construct } from './construct.ts'

declare module 'mdast' {
  interface Mark extends Parent {
    type: 'mark'
    children: PhrasingContent[]
    data?: { hName: 'mark'; hProperties?: { className: string[] } }
  }
  interface PhrasingContentMap {
    mark: Mark
  }
  interface RootContentMap {
    mark: Mark
  }
}

interface Delimiter {
  readonly child: number
  readonly offset: number
  readonly canOpen: boolean
  readonly canClose: boolean
}

const writeMark: Handle = (node, _, state, info) => {
  const tracker = state.createTracker(info)
  const open = tracker.move('==')
  const text = state.containerPhrasing(node, { ...tracker.current(), before: '=', after: '=' })
  return open + text + tracker.move('==')
}

/** `==marked text==`. */
export const mark: Construct = {
  name: 'mark',
  out: {
    parse: () => [remarkMark],
    mdast: ({ mark: { class: name } }) => (name === undefined ? [] : [[remarkMarkClass, name]]),
  },
  back: {
    // Another class than ours is more than the signs can say.
    signs: {
      mark: (element, { mark: { class: name } }) =>
        classText(element) === (name ?? '') ? ['className'] : undefined,
    },
    elements: { mark: (element, state) => ({ type: 'mark', children: state.line(element) }) },
    toMarkdown: { handlers: { mark: writeMark } },
  },
}

/** Gives marked text a class. */
function remarkMarkClass(name: string) {
  return (tree: Root): void => {
    visit(tree, 'mark', (node) => {
      node.data = { hName: 'mark', hProperties: { className: name.split(' ') } }
    })
  }
}

/** Marks `==text==`, other inline Markdown inside it included; `a == b` and `a==b` stay as they are. */
function remarkMark() {
  return (tree: Root, file: VFile): void => {
    // Looking at the text is far quicker than visiting the tree, and most articles mark nothing.
    if (!String(file).includes('==')) return
    visit(tree, (node) => {
      if (
        !('children' in node) ||
        !node.children.some((child) => child.type === 'text' && child.value.includes('=='))
      )
        return
      const parent = node as { children: PhrasingContent[] }
      parent.children = markPairs(parent.children)
    })
  }
}

function markPairs(children: readonly PhrasingContent[]): PhrasingContent[] {
  const marked: PhrasingContent[] = []
  let open: Delimiter | undefined
  let [child, offset] = [0, 0]
  for (const delimiter of findDelimiters(children)) {
    if (open === undefined) {
      if (delimiter.canOpen) open = delimiter
    } else if (delimiter.canClose && isAfter(delimiter, open)) {
      const inside = slice(children, open.child, open.offset + 2, delimiter.child, delimiter.offset)
      for (const node of slice(children, child, offset, open.child, open.offset)) marked.push(node)
      marked.push({ type: 'mark', children: inside, data: { hName: 'mark' } })
      ;[child, offset] = [delimiter.child, delimiter.offset + 2]
      open = undefined
    }
  }
  return [...marked, ...slice(children, child, offset, children.length - 1, undefined)]
}

function findDelimiters(children: readonly PhrasingContent[]): Delimiter[] {
  return children.flatMap((node, child) => {
    if (node.type !== 'text') return []
    return [...node.value.matchAll(/(?<!=)==(?!=)/g)].map(({ index: offset }) => {
      // At the edge of a text node stands another inline node, which is as good as a letter.
      const before = offset > 0 ? node.value[offset - 1] : child > 0 ? '*' : ' '
      const after = node.value[offset + 2] ?? (child < children.length - 1 ? '*' : ' ')
      const intraword = /\w/.test(before ?? '') && /\w/.test(after ?? '')
      return {
        child,
        offset,
        canOpen: !intraword && !/\s/.test(after),
        canClose: !intraword && !/\s/.test(before ?? ''),
      }
    })
  })
}

/** Something has to stand between the two. */
function isAfter(close: Delimiter, open: Delimiter): boolean {
  return close.child > open.child || (close.child === open.child && close.offset > open.offset + 2)
}

/** The children from a place in one text node to a place in another; `undefined` means to the end. */
function slice(
  children: readonly PhrasingContent[],
  from: number,
  fromOffset: number,
  to: number,
  toOffset: number | undefined,
): PhrasingContent[] {
  return children.slice(from, to + 1).flatMap((node, index): PhrasingContent[] => {
    if (node.type !== 'text') return [node]
    const start = index === 0 ? fromOffset : 0
    const end = index === to - from ? toOffset : undefined
    const value = node.value.slice(start, end)
    return value === '' ? [] : [{ ...node, value }]
  })
}
