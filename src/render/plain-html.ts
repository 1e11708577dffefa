import type { Element, ElementContent, Root, RootContent } from 'hast'
import { breakUpAddresses } from '../constructs/code/break-up-addresses.ts'
import { isPageBreak } from '../constructs/page-breaks.ts'
import { constructs } from '../constructs/registry.ts'
import { isBlank, isElement } from '../content/elements.ts'
import { endsParagraph } from '../content/html-elements.ts'
import { isBlockMarkup } from '../content/split-blocks.ts'
import { replaceLineEnds } from '../standards/trim.ts'
import { visit } from '../standards/visit.ts'
import { serialize } from './write-html.ts'

/** Inside these a newline is text. */
const NEWLINE_COUNTS = /<(?:pre|script|style|textarea)\b/i

/**
 * Writes plain HTML that reads the same after WordPress has put its paragraphs and breaks into it (wpautop): no
 * newline but between blocks and in code, no text beside blocks, no comment that would become a paragraph.
 */
export function writePlainHtml(tree: Root): string {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'li') wrapLooseText(element)
    for (const { out } of constructs) out?.html?.prepare?.(element)
  })
  visit(tree, 'raw', (raw) => {
    if (!NEWLINE_COUNTS.test(raw.value) && !isBlockMarkup(raw.value))
      raw.value = replaceLineEnds(raw.value.trim(), () => ' ')
  })
  const parts = tree.children.filter((node) => !isBlank(node) && !isDroppedComment(node)).map(write)
  return parts.join('\n')
}

function write(node: RootContent): string {
  for (const { out } of constructs) {
    const line = isElement(node) ? out?.html?.line?.(node) : undefined
    if (line !== undefined) return line
  }
  return breakUpInCode(serialize([withoutLineBreaks(node)], 'reference'))
}

function breakUpInCode(html: string): string {
  return html.replace(/<pre\b[\s\S]*?(?:<\/pre>|$)/g, (code) => breakUpAddresses(code))
}

function withoutLineBreaks(node: RootContent): RootContent {
  if (isElement(node) && node.tagName !== 'pre') dropBlanks(node)
  return node
}

/** remark-rehype puts newlines between the children of lists, quotes and tables. */
function dropBlanks(element: Element): void {
  element.children = element.children.filter(
    (child) => !(isBlank(child) && child.type === 'text' && child.value.includes('\n')),
  )
  for (const child of element.children) if (isElement(child) && child.tagName !== 'pre') dropBlanks(child)
}

/** Text beside blocks in a list item becomes a paragraph of our own, before wpautop makes one of its own. */
function wrapLooseText(item: Element): void {
  if (!item.children.some((child) => isBlock(child) && !isElement(child, 'ul', 'ol'))) return
  const children: ElementContent[] = []
  let text: ElementContent[] = []
  const flush = (): void => {
    if (text.some((child) => !isBlank(child)))
      children.push({ type: 'element', tagName: 'p', properties: {}, children: text })
    text = []
  }
  for (const child of item.children) {
    if (!isBlock(child)) {
      text.push(child)
      continue
    }
    flush()
    children.push(child)
  }
  flush()
  item.children = children
}

function isBlock(node: ElementContent): boolean {
  return isElement(node) && endsParagraph(node.tagName)
}

function isDroppedComment(node: RootContent): boolean {
  if (node.type !== 'raw' || isBlockMarkup(node.value)) return false
  const comment = /^<!--([\s\S]*)-->$/.exec(node.value.trim())?.[1]
  return comment !== undefined && !isPageBreak(comment)
}
