import type { Element, ElementContent, Root, RootContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { embedUrl, findEmbed } from './embeds.ts'
import { isBlank, isElement } from './hast.ts'
import { closeRaw, groupRaw } from './raw.ts'
import { serialize as serializeHtml } from './write-html.ts'

type Node = RootContent | ElementContent
type Attributes = Readonly<Record<string, unknown>>

/**
 * Writes HTML elements as the block editor itself saves them, so that a post can be edited as if it had been
 * written there.
 *
 * @returns block markup without a trailing newline
 */
export function writeBlocks(tree: Root): string {
  return writeInner(tree.children)
}

/** The editor puts an empty paragraph into whatever has no block, and takes that for an edit. */
function writeInner(nodes: readonly Node[]): string {
  return writeAll(nodes) || block('paragraph', {}, '<p></p>')
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
    return block('html', {}, closeRaw(group.map((part) => serialize([part]).trim()).join('\n')))
  if (node.type === 'raw') return writeRaw(node.value)
  if (isElement(node)) return writeElement(node)
  return node.type === 'text' ? paragraph([node]) : ''
}

function writeElement(element: Element): string {
  switch (element.tagName) {
    case 'p':
      if (embedUrl(element) !== undefined) return embed(embedUrl(element) ?? '')
      return isText(element)
        ? paragraph(element.children, classText(element))
        : block('html', {}, serialize([element]))
    case 'h1':
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return heading(element)
    case 'ul':
    case 'ol':
      return list(element)
    case 'blockquote':
      return block(
        'quote',
        {},
        `<blockquote class="wp-block-quote">${writeInner(element.children)}</blockquote>`,
      )
    case 'pre':
      return code(element)
    case 'table':
      return table(element)
    case 'hr':
      return block('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
    case 'figure':
      return figure(element)
    case 'div':
      return group(element)
    default:
      return block('html', {}, serialize([element]))
  }
}

function serialize(nodes: readonly Node[]): string {
  return serializeHtml(nodes, 'element')
}

function block(name: string, attributes: Attributes, html: string): string {
  const json = Object.keys(attributes).length === 0 ? '' : `${encodeAttributes(attributes)} `
  return `<!-- wp:${name} ${json}-->\n${html}\n<!-- /wp:${name} -->`
}

/**
 * JSON as the editor writes it into a comment (serializeAttributes of @wordpress/blocks). The id of an upload is
 * a number; its reference stands there without quotes until it is filled in.
 */
function encodeAttributes(attributes: Attributes): string {
  return JSON.stringify(attributes)
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022')
    .replace(/"(\uFDD0[^"]*\uFDD1)"/g, '$1')
}

function paragraph(children: readonly ElementContent[], className = ''): string {
  if (className === '') return block('paragraph', {}, `<p>${serialize(children)}</p>`)
  return block('paragraph', { className }, `<p class="${className}">${serialize(children)}</p>`)
}

function embed(url: string): string {
  const { type = 'rich', provider = '' } = findEmbed(url) ?? {}
  const attributes = { url, type, providerNameSlug: provider, responsive: true }
  const names = `wp-block-embed is-type-${type} is-provider-${provider} wp-block-embed-${provider}`
  const text = url.replaceAll('&', '&amp;')
  return block(
    'embed',
    attributes,
    `<figure class="${names}"><div class="wp-block-embed__wrapper">\n${text}\n</div></figure>`,
  )
}

function heading(element: Element): string {
  if (!isText(element)) return block('html', {}, serialize([element]))
  const level = Number(element.tagName.slice(1))
  const id = element.properties.id === undefined ? '' : ` id="${String(element.properties.id)}"`
  const html = `<h${level} class="wp-block-heading"${id}>${serialize(element.children)}</h${level}>`
  return block('heading', level === 2 ? {} : { level }, html)
}

function list(element: Element): string {
  const ordered = element.tagName === 'ol'
  const start = ordered && typeof element.properties.start === 'number' ? element.properties.start : undefined
  const items = element.children.filter((child): child is Element => isElement(child, 'li'))
  // A list item is one line of text with lists below it; anything else would be lost in the editor.
  if (!items.every(fitsListItem)) return block('html', {}, serialize([element]))
  const attributes = { ...(ordered ? { ordered } : {}), ...(start === undefined ? {} : { start }) }
  const open = ordered ? `<ol${start === undefined ? '' : ` start="${start}"`}>` : '<ul>'
  return block('list', attributes, `${open}${items.map(listItem).join('\n\n')}</${element.tagName}>`)
}

function fitsListItem(item: Element): boolean {
  const content = item.children.filter((child) => !isBlank(child))
  const firstList = content.findIndex((child) => isElement(child, 'ul', 'ol'))
  const lists = firstList === -1 ? [] : content.slice(firstList)
  const text = firstList === -1 ? content : content.slice(0, firstList)
  return (
    lists.length <= 1 &&
    lists.every((child) => isElement(child, 'ul', 'ol')) &&
    text.every((child) => !isBlockElement(child)) &&
    (text.length === 0 || text.some(showsText))
  )
}

/** False for a paragraph that raw HTML gave blocks of its own, or nothing that the editor would keep. */
function isText(element: Element): boolean {
  if (element.children.some(isBlockElement)) return false
  return element.children.some(showsText)
}

/** True for what the editor's rich text keeps: text, pictures, breaks. */
function showsText(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== ''
  return isElement(node) && (isElement(node, 'img', 'br') || node.children.some(showsText))
}

function isBlockElement(node: ElementContent): boolean {
  return isElement(
    node,
    'blockquote',
    'pre',
    'table',
    'hr',
    'figure',
    'div',
    'h1',
    'h2',
    'h3',
    'h4',
    'h5',
    'h6',
  )
}

function listItem(item: Element): string {
  const content = item.children.filter((child) => !(isBlank(child) && !isInlineBlank(child)))
  const lists = content.filter((child): child is Element => isElement(child, 'ul', 'ol'))
  const text = content.filter((child) => !isElement(child, 'ul', 'ol'))
  return block('list-item', {}, `<li>${itemText(text)}${lists.map(list).join('\n\n')}</li>`)
}

function isInlineBlank(node: ElementContent): boolean {
  return node.type === 'text' && !node.value.includes('\n')
}

/** Paragraphs of a loose item stand in one line of text, parted by an empty line. */
function itemText(nodes: readonly ElementContent[]): string {
  const parts: string[] = []
  let inline: ElementContent[] = []
  const flush = (): void => {
    if (inline.length > 0) parts.push(serialize(inline).trim())
    inline = []
  }
  for (const node of nodes) {
    if (!isElement(node, 'p')) {
      inline.push(node)
      continue
    }
    flush()
    parts.push(serialize(node.children))
  }
  flush()
  return parts.filter((part) => part !== '').join('<br><br>')
}

function code(pre: Element): string {
  const [element] = pre.children
  const classes = isElement(element, 'code') ? classText(element) : ''
  // Files from Windows end lines with two characters; browsers and the editor know one.
  const text = hastToString(pre).replace(/\r\n?/g, '\n').replace(/\n$/, '')
  const attributes = classes === '' ? {} : { className: classes }
  const names = ['wp-block-code', classes].filter((name) => name !== '').join(' ')
  return block('code', attributes, `<pre class="${names}"><code>${escapeCode(text)}</code></pre>`)
}

/** As the code block's own `escape`: shortcodes and an address alone on a line would be expanded by WordPress. */
function escapeCode(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('\u00A0', '&nbsp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('[', '&#91;')
    .replace(/^(\s*https?:)\/\/([^\s<>"]+\s*)$/m, '$1&#47;&#47;$2')
}

function table(element: Element): string {
  if (!fitsTable(element)) return block('html', {}, serialize([element]))
  const html = ['thead', 'tbody']
    .map((name) => element.children.find((child) => isElement(child, name)))
    .map((section) => (isElement(section) ? `<${section.tagName}>${rows(section)}</${section.tagName}>` : ''))
    .join('')
  return block('table', {}, `<figure class="wp-block-table"><table>${html}</table></figure>`)
}

/** A cell of the table block holds text; blocks inside it, or elements without text, only raw HTML can make. */
function fitsTable(element: Element): boolean {
  return element.children.every((child) => {
    if (!isElement(child)) return true
    if (!isElement(child, 'td', 'th')) return fitsTable(child)
    return (
      !child.children.some(isBlockElement) && (child.children.length === 0 || child.children.some(showsText))
    )
  })
}

function rows(section: Element): string {
  const list = section.children.filter((child): child is Element => isElement(child, 'tr'))
  return list.map((row) => `<tr>${row.children.map(cell).join('')}</tr>`).join('')
}

function cell(node: ElementContent): string {
  if (!isElement(node, 'td', 'th')) return ''
  const align = typeof node.properties.align === 'string' ? node.properties.align : undefined
  const attributes = align === undefined ? '' : ` class="has-text-align-${align}" data-align="${align}"`
  return `<${node.tagName}${attributes}>${serialize(node.children)}</${node.tagName}>`
}

function figure(element: Element): string {
  const [content] = element.children
  const link = isElement(content, 'a') ? content : undefined
  const image = link === undefined ? content : link.children.find((child) => isElement(child, 'img'))
  if (!isElement(image, 'img')) return block('html', {}, serialize([element]))
  const caption = element.children.find((child) => isElement(child, 'figcaption'))
  const id = /\uFDD0.*\uFDD1/u.exec(classText(image))?.[0]
  const destination =
    link === undefined ? 'none' : link.properties.href === image.properties.src ? 'media' : 'custom'
  const attributes = {
    ...(id === undefined ? {} : { id, sizeSlug: 'full' }),
    ...(id === undefined && link === undefined ? {} : { linkDestination: destination }),
  }
  const names = `wp-block-image${id === undefined ? '' : ' size-full'}`
  return block(
    'image',
    attributes,
    `<figure class="${names}">${picture(image, link)}${captionHtml(caption)}</figure>`,
  )
}

function picture(image: Element, link: Element | undefined): string {
  const { src = '', alt = '' } = image.properties
  const names = classText(image)
  const html = `<img src="${escapeAttribute(String(src))}" alt="${escapeAttribute(String(alt))}"${names === '' ? '' : ` class="${names}"`}/>`
  if (link === undefined) return html
  return serialize([{ ...link, children: [] }]).replace('</a>', () => `${html}</a>`)
}

function captionHtml(caption: ElementContent | undefined): string {
  if (!isElement(caption)) return ''
  return `<figcaption class="wp-element-caption">${serialize(caption.children)}</figcaption>`
}

function group(element: Element): string {
  if (element.properties.dataBox === undefined) return block('html', {}, serialize([element]))
  const className = classText(element)
  return block(
    'group',
    { className },
    `<div class="wp-block-group ${className}">${writeInner(element.children)}</div>`,
  )
}

function writeRaw(value: string): string {
  const html = value.trim()
  if (html === '<!--more-->') return block('more', {}, html)
  if (html === '<!--nextpage-->') return block('nextpage', {}, html)
  return html === '' ? '' : block('html', {}, closeRaw(html))
}

function classText({ properties: { className } }: Element): string {
  return Array.isArray(className) ? className.join(' ') : String(className ?? '')
}

function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
