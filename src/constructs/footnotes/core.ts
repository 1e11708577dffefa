import type { Element, ElementContent, Root, RootContent } from 'hast'
import { isBlank, isElement } from '../../content/elements.ts'
import { isBlockElement } from '../../content/rich-text.ts'
import { withoutBlocks } from '../../content/split-blocks.ts'
import { serialize } from '../../render/blocks/text.ts'
import { writeBlocks } from '../../render/blocks.ts'
import type { CoreFootnotes } from '../../render/types.ts'
import { sha256 } from '../../standards/sha256.ts'
import { visit } from '../../standards/visit.ts'

/**
 * Writes an article with its notes in the core footnotes block, as the editor does.
 *
 * @param key of the article; ids are made of it and of the note's label, so that they never change
 * @returns `undefined` where there are no notes, or notes that are more than a line of text
 */
export function writeCoreFootnotes(tree: Root, key: string): CoreFootnotes | undefined {
  if (!tree.children.some(isSection)) return undefined
  const copy = structuredClone(tree)
  const notes = takeNotes(copy)
  if (notes === undefined || !notes.every(fitsNote)) return undefined
  const ids = new Map(notes.map(({ properties: { id } }) => [String(id), noteId(key, String(id))]))
  pointReferences(copy, ids)
  const content = writeBlocks(copy)
  // In raw HTML the editor looks for no references: it would throw away a note that is referred to only there.
  const shown = withoutBlocks('html', content)
  const referred = new Set([...shown.matchAll(/<sup data-fn="([^"]*)"/g)].map(([, id]) => id))
  if (![...ids.values()].every((id) => referred.has(id))) return undefined
  const footnotes = notes.map((note) => ({
    id: ids.get(String(note.properties.id)),
    content: noteText(note),
  }))
  return { content, footnotes: JSON.stringify(footnotes) }
}

/** Puts the block in place of the section that remark-rehype has made, and returns the section's notes. */
function takeNotes(tree: Root): Element[] | undefined {
  const section = tree.children.find(isSection)
  const list = section?.children.find((child): child is Element => isElement(child, 'ol'))
  if (section === undefined || list === undefined) return undefined
  section.children = []
  return list.children.filter((child): child is Element => isElement(child, 'li'))
}

function isSection(node: RootContent): node is Element {
  return isElement(node) && node.properties.dataFootnotes !== undefined
}

function fitsNote(note: Element): boolean {
  const parts = note.children.filter((child) => !isBlank(child))
  const isText = parts.every((part) => isElement(part, 'p') && !part.children.some(isBlockElement))
  let refersOn = false
  visit(note, 'element', ({ properties }) => {
    if (properties.dataFootnoteRef !== undefined) refersOn = true
  })
  return parts.length > 0 && isText && !refersOn
}

/** Every note has one reference that the editor counts; another to the same note is a link. */
function pointReferences(tree: Root, ids: ReadonlyMap<string, string>): void {
  const seen = new Set<string>()
  visit(tree, 'element', (sup) => {
    const [link] = sup.children
    if (sup.tagName !== 'sup' || !isElement(link, 'a')) return
    if (link.properties.dataFootnoteRef === undefined) return
    const id = ids.get(String(link.properties.href).slice(1))
    if (id === undefined) return
    if (!seen.has(id)) sup.properties = { dataFn: id, className: ['fn'] }
    link.properties = seen.has(id) ? { href: `#${id}` } : { href: `#${id}`, id: `${id}-link` }
    seen.add(id)
  })
}

/** Paragraphs of a note stand in one line of text, parted by an empty line; the block brings the link back. */
function noteText(note: Element): string {
  const paragraphs = note.children.filter((child): child is Element => isElement(child, 'p'))
  return paragraphs
    .map(({ children }) => serialize(children.filter((child) => !isBacklink(child))).trim())
    .filter((text) => text !== '')
    .join('<br><br>')
}

function isBacklink(node: ElementContent): boolean {
  return isElement(node) && node.properties.dataFootnoteBackref !== undefined
}

/**
 * The id of a note: as the editor's, a UUID, whose bits are those of a name-based one (RFC 9562, 5.8).
 *
 * @param key of the article
 * @param name of the note as the id of its list item is made of the label, `fn-1`
 */
export function noteId(key: string, name: string): string {
  const hex = sha256(`${key}#${name}`)
  const variant = ((Number.parseInt(hex[16] ?? '0', 16) & 3) | 8).toString(16)
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    variant + hex.slice(17, 20),
    hex.slice(20, 32),
  ].join('-')
}
