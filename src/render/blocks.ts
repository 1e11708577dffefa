import type { Element, ElementContent, Root, RootContent } from 'hast'
import type { BlockState } from '../constructs/construct.ts'
import { constructs } from '../constructs/registry.ts'
import { writeBlock } from '../content/block-delimiters.ts'
import { classText, isBlank, isElement } from '../content/elements.ts'
import { isRichText } from '../content/rich-text.ts'
import { escapeAttribute } from '../standards/html.ts'
import { own } from '../standards/own.ts'
import { visit } from '../standards/visit.ts'
import { writeList } from './blocks/list.ts'
import { serialize } from './blocks/text.ts'
import { closeRaw, groupRaw } from './raw.ts'
import { serialize as serializeHtml } from './write-html.ts'

type Node = RootContent | ElementContent

/**
 * Writes HTML elements as the block editor itself saves them, so that a post can be edited as if it had been
 * written there.
 *
 * @returns block markup without a trailing newline
 */
export function writeBlocks(tree: Root): string {
  visit(tree, 'element', (element) => {
    for (const { out } of constructs) out?.blocks?.prepare?.(element)
  })
  return writeInner(tree.children)
}

const state: BlockState = {
  text: (nodes, brackets = 'element') => serializeHtml(nodes, brackets),
  blocks: writeInner,
  html: (element) => writeBlock('html', {}, serialize([element])),
}

/** The editor puts an empty paragraph into whatever has no block, and takes that for an edit. */
function writeInner(nodes: readonly Node[]): string {
  return writeAll(nodes) || writeBlock('paragraph', {}, '<p></p>')
}

function writeAll(nodes: readonly Node[]): string {
  const groups = groupRaw(nodes.filter((node) => !isBlank(node)))
  return groups
    .map(writeGroup)
    .filter((text) => text !== '')
    .join('\n\n')
}

function writeGroup(group: readonly Node[]): string {
  const [node] = group
  if (node === undefined) return ''
  if (group.length > 1)
    return writeBlock('html', {}, closeRaw(group.map((part) => serialize([part]).trim()).join('\n')))
  if (node.type === 'raw') return writeRaw(node.value)
  if (isElement(node)) return writeElement(node)
  return node.type === 'text' ? paragraph([node]) : ''
}

/** A construct's own block, or the plain one of an element. */
function writeElement(element: Element): string {
  for (const { out } of constructs) {
    const block = own(out?.blocks?.elements, element.tagName)?.(element, state)
    if (block !== undefined) return block
  }
  switch (element.tagName) {
    case 'p':
      return isRichText(element) ? paragraph(element.children, classText(element)) : state.html(element)
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element)
    case 'ul':
    case 'ol':
      return writeList(element, state)
    case 'blockquote': {
      const html = `<blockquote class="wp-block-quote">${writeInner(element.children)}</blockquote>`
      return writeBlock('quote', {}, html)
    }
    case 'pre':
      return preformatted(element)
    case 'hr':
      return writeBlock('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
    default:
      return state.html(element)
  }
}

function paragraph(children: readonly ElementContent[], className = ''): string {
  if (className === '') return writeBlock('paragraph', {}, `<p>${serialize(children)}</p>`)
  return writeBlock('paragraph', { className }, `<p class="${className}">${serialize(children)}</p>`)
}

function heading(element: Element): string {
  if (!isRichText(element)) return state.html(element)
  const level = Number(element.tagName.slice(1))
  const anchor = element.properties.id === undefined ? undefined : String(element.properties.id)
  const id = anchor === undefined ? '' : ` id="${escapeAttribute(anchor)}"`
  const html = `<h${level}${id} class="wp-block-heading">${serialize(element.children)}</h${level}>`
  const attributes = { ...(level === 2 ? {} : { level }), ...(anchor === undefined ? {} : { anchor }) }
  return writeBlock('heading', attributes, html)
}

/** Text for a script of the site: the editor would write a bracket of it as an element, which scripts stumble over. */
function preformatted(element: Element): string {
  return writeBlock('html', {}, serializeHtml([element], 'reference'))
}

function writeRaw(value: string): string {
  const html = value.trim()
  for (const { out } of constructs) {
    const block = out?.blocks?.raw?.(html)
    if (block !== undefined) return block
  }
  return html === '' ? '' : writeBlock('html', {}, closeRaw(html))
}
