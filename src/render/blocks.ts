import type { Element, ElementContent, Root, RootContent } from 'hast'
import { visit } from 'unist-util-visit'
import { writeBlock, writeVoidBlock } from '../content/block-delimiters.ts'
import { classText, isBlank, isElement } from '../content/elements.ts'
import { isRichText } from '../content/rich-text.ts'
import { isBlockMarkup } from '../content/split-blocks.ts'
import { writeCode } from './blocks/code.ts'
import { writeCard, writeEmbed } from './blocks/embed.ts'
import { writeImage } from './blocks/image.ts'
import { writeList } from './blocks/list.ts'
import { writeTable } from './blocks/table.ts'
import { serialize } from './blocks/text.ts'
import { embedUrl } from './embeds.ts'
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
  visit(tree, { type: 'element', tagName: 'img' }, (node) => {
    const { data, properties } = node as Element
    // For a picture in a line of text; no semicolon, which WordPress takes from limited users (safecss_filter_attr).
    if (data?.width !== undefined) properties.style = `width: ${data.width}`
  })
  return writeInner(tree.children)
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

function writeElement(element: Element): string {
  switch (element.tagName) {
    case 'p':
      if (element.data?.card !== undefined) return writeCard(element.data.card)
      if (embedUrl(element) !== undefined) return writeEmbed(embedUrl(element) ?? '')
      return isRichText(element)
        ? paragraph(element.children, classText(element))
        : writeBlock('html', {}, serialize([element]))
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element)
    case 'ul':
    case 'ol':
      return writeList(element)
    case 'blockquote':
      return writeBlock(
        'quote',
        {},
        `<blockquote class="wp-block-quote">${writeInner(element.children)}</blockquote>`,
      )
    case 'pre':
      return isElement(element.children[0], 'code') ? writeCode(element) : preformatted(element)
    case 'hr':
      return writeBlock('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
    case 'figure':
      return element.children.some((child) => isElement(child, 'table'))
        ? writeTable(element)
        : writeImage(element)
    case 'section':
      // What is left of it once the core block holds the notes (footnotes/core.ts).
      return element.properties.dataFootnotes === undefined
        ? writeBlock('html', {}, serialize([element]))
        : writeVoidBlock('footnotes')
    case 'details':
      return details(element)
    case 'div':
      return group(element)
    default:
      return writeBlock('html', {}, serialize([element]))
  }
}

function paragraph(children: readonly ElementContent[], className = ''): string {
  if (className === '') return writeBlock('paragraph', {}, `<p>${serialize(children)}</p>`)
  return writeBlock('paragraph', { className }, `<p class="${className}">${serialize(children)}</p>`)
}

function heading(element: Element): string {
  if (!isRichText(element)) return writeBlock('html', {}, serialize([element]))
  const level = Number(element.tagName.slice(1))
  const id = element.properties.id === undefined ? '' : ` id="${String(element.properties.id)}"`
  const html = `<h${level} class="wp-block-heading"${id}>${serialize(element.children)}</h${level}>`
  return writeBlock('heading', level === 2 ? {} : { level }, html)
}

/** Text for a script of the site: the editor would write a bracket of it as an element, which scripts stumble over. */
function preformatted(element: Element): string {
  return writeBlock('html', {}, serializeHtml([element], 'reference'))
}

function group(element: Element): string {
  if (element.properties.dataBox === undefined) return writeBlock('html', {}, serialize([element]))
  const className = classText(element)
  return writeBlock(
    'group',
    { className },
    `<div class="wp-block-group ${className}">${writeInner(element.children)}</div>`,
  )
}

function details(element: Element): string {
  const { open } = element.properties
  const [summary, ...content] = element.children
  if (!isElement(summary, 'summary') || !isRichText(summary))
    return writeBlock('html', {}, serialize([element]))
  const title = `<summary>${serialize(summary.children)}</summary>`
  const tag = `<details class="wp-block-details"${open === true ? ' open' : ''}>`
  const attributes = open === true ? { showContent: true } : {}
  return writeBlock('details', attributes, `${tag}${title}${writeInner(content)}</details>`)
}

function writeRaw(value: string): string {
  const html = value.trim()
  if (isBlockMarkup(html)) return html
  if (html === '<!--more-->') return writeBlock('more', {}, html)
  if (html === '<!--nextpage-->') return writeBlock('nextpage', {}, html)
  return html === '' ? '' : writeBlock('html', {}, closeRaw(html))
}
