import type { Element, ElementContent, Root } from 'hast'
import { visit } from '../../standards/visit.ts'

/**
 * Writes footnotes as plain links between the text and a numbered list at the end: what needs no script, no
 * post meta and no attribute that WordPress takes from limited users.
 */
export function plainFootnotes(tree: Root): void {
  visit(tree, 'element', (element, index, parent) => {
    if (element.properties.dataFootnoteRef !== undefined) {
      const { href, id } = element.properties
      element.properties = { href: href ?? '', id: id ?? '' }
    }
    if (element.properties.dataFootnotes === undefined || parent === undefined || index === undefined) return
    const notes = element.children.filter(
      (child): child is Element => child.type === 'element' && child.tagName === 'ol',
    )
    for (const note of notes.flatMap(({ children }) => children)) {
      if (note.type === 'element') rewriteNote(note)
    }
    const rule: Element = { type: 'element', tagName: 'hr', properties: {}, children: [] }
    parent.children.splice(index, 1, rule, ...notes)
    return index + 1 + notes.length
  })
}

/** The link back stands first and carries the note's id, since the editor keeps ids on links only. */
function rewriteNote(item: Element): void {
  const backlinks: Element[] = []
  visit(item, 'element', (element, index, parent) => {
    if (element.properties.dataFootnoteBackref === undefined || parent === undefined || index === undefined)
      return
    backlinks.push(element)
    parent.children.splice(index, 1)
    return index
  })
  const back: Element = {
    type: 'element',
    tagName: 'a',
    properties: { href: backlinks[0]?.properties.href ?? '', id: item.properties.id ?? '' },
    children: [{ type: 'text', value: '↑' }],
  }
  item.properties = {}
  const first = item.children.find((child): child is Element => child.type === 'element')
  const start: ElementContent[] = [back, { type: 'text', value: ' ' }]
  if (first?.tagName === 'p') first.children.unshift(...start)
  else item.children.unshift(...start)
  for (const child of item.children) if (child.type === 'element') trimEnd(child.children)
}

/** Drops the blanks that parted the text from its links back. */
function trimEnd(nodes: ElementContent[]): void {
  const last = nodes.at(-1)
  if (last?.type !== 'text') return
  last.value = last.value.trimEnd()
  if (last.value !== '') return
  nodes.pop()
  trimEnd(nodes)
}
