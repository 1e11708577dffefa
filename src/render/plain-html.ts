import type { Element, ElementContent, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'
import { isBlank, isElement } from '../content/elements.ts'
import { endsParagraph } from '../content/html-elements.ts'
import { isBlockMarkup } from '../content/split-blocks.ts'
import { breakUpAddresses, embedUrl } from './embeds.ts'
import { serialize } from './write-html.ts'

/** Comments that WordPress itself acts on. */
const KEPT_COMMENT = /^<!--\s*(?:more\b.*|nextpage|noteaser)\s*-->$/

/** Inside these a newline is text. */
const NEWLINE_COUNTS = /<(?:pre|script|style|textarea)\b/i

/**
 * Writes plain HTML that reads the same after WordPress has put its paragraphs and breaks into it (wpautop): no
 * newline but between blocks and in code, no text beside blocks, no comment that would become a paragraph.
 */
export function writePlainHtml(tree: Root): string {
  visit(tree, 'element', (element) => {
    if (element.tagName === 'li') wrapLooseText(element)
    if (element.tagName === 'img') writeSize(element)
    delete element.properties.dataBox
  })
  visit(tree, 'raw', (raw) => {
    if (!NEWLINE_COUNTS.test(raw.value) && !isBlockMarkup(raw.value))
      raw.value = raw.value.trim().replace(/\s*\n\s*/g, ' ')
  })
  const parts = tree.children.filter((node) => !isBlank(node) && !isDroppedComment(node)).map(write)
  return parts.join('\n')
}

/** Width and height let a browser keep the place of a picture, and WordPress choose among its sizes. */
function writeSize({ data, properties }: Element): void {
  const { media, width } = data ?? {}
  if (width?.endsWith('%')) properties.style = `width:${width}`
  const pixels = width?.endsWith('px') ? Number.parseInt(width, 10) : media?.width
  if (pixels === undefined) return
  properties.width = pixels
  if (media !== undefined) properties.height = Math.round((media.height * pixels) / media.width)
}

/** An address alone on its line is what WordPress embeds. */
function write(node: RootContent): string {
  const url = isElement(node, 'p') ? (node.data?.card?.text ?? embedUrl(node)) : undefined
  return url ?? breakUpInCode(serialize([withoutLineBreaks(node)], 'reference'))
}

function breakUpInCode(html: string): string {
  return html.replace(/<pre\b[\s\S]*?<\/pre>/g, (code) => breakUpAddresses(code))
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
  if (node.type === 'raw' && isBlockMarkup(node.value)) return false
  return (
    node.type === 'raw' && /^<!--[\s\S]*-->$/.test(node.value.trim()) && !KEPT_COMMENT.test(node.value.trim())
  )
}
