import type { Element, ElementContent, Root } from 'hast'
import { raw } from 'hast-util-raw'
import { isTextBlock } from '../../content/html-elements.ts'
import { SKIP, visit } from '../../standards/visit.ts'

/**
 * Elements whose content a browser takes for plain text: one left open inside a paragraph would swallow the
 * rest of the page (GFM 0.29, 6.11, "Disallowed Raw HTML").
 */
const SWALLOWING = /^<\/?(?:title|textarea|style|xmp|iframe|noembed|noframes|script|plaintext)[\s/>]/i

/** Parses inline raw HTML as a browser does: tags closed, attributes quoted, references resolved. */
export function rehypeInlineRaw() {
  return (tree: Root): void => {
    visit(tree, 'element', (element) => {
      // Text is rich text in the block editor, where raw HTML has to be as a browser would write it.
      if (!isTextBlock(element.tagName) || !holdsRaw(element)) return
      const children = element.children.map(defuse)
      const parsed = raw({ type: 'root', children })
      element.children = parsed.type === 'root' ? (parsed.children as ElementContent[]) : children
      return SKIP
    })
  }
}

function holdsRaw(element: Element): boolean {
  return element.children.some(
    (child) => child.type === 'raw' || (child.type === 'element' && holdsRaw(child)),
  )
}

function defuse(node: ElementContent): ElementContent {
  if (node.type === 'element') return { ...node, children: node.children.map(defuse) }
  return node.type === 'raw' && SWALLOWING.test(node.value) ? { type: 'text', value: node.value } : node
}
