import type { Html, Parent, PhrasingContent, Root, RootContent } from 'mdast'
import { SKIP, visit } from '../../standards/visit.ts'
import { isKeptComment } from './kept-comments.ts'

/** What becomes of a piece of raw HTML. */
export type RawHtmlWay =
  | { readonly kind: 'sanitize'; readonly sanitize: (html: string) => string }
  | { readonly kind: 'escape' }

/** Treats an author's raw HTML as the configuration wants it, before anything of our own is made. */
export function remarkRawHtml(way: RawHtmlWay) {
  return (tree: Root): void => {
    visit(tree, 'html', (node, index, parent) => {
      if (parent === undefined || index === undefined) return
      if (way.kind === 'sanitize') {
        node.value = way.sanitize(node.value)
        return
      }
      if (isComment(node)) return
      const children: (RootContent | PhrasingContent)[] = parent.children
      children[index] = asText(node, parent)
      return SKIP
    })
  }
}

function asText({ value, position }: Html, parent: Parent): RootContent | PhrasingContent {
  const text = { type: 'text' as const, value, ...(position && { position }) }
  const isFlow = FLOW.includes(parent.type)
  return isFlow ? { type: 'paragraph', children: [text], ...(position && { position }) } : text
}

/** Nodes that hold blocks, of which raw HTML can be one (mdast, "flow content"; mdast-util-directive). */
const FLOW: readonly string[] = ['root', 'blockquote', 'listItem', 'footnoteDefinition', 'containerDirective']

/** A comment alone that is none of the author's HTML. */
function isComment({ value }: Html): boolean {
  const data = /^\s*<!--((?:(?!-->)[\s\S])*)-->\s*$/.exec(value)?.[1]
  return data !== undefined && !/^\s*\/?wp:/.test(data) && isKeptComment(data)
}
