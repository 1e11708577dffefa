import type { Element } from 'hast'
import { writeVoidBlock } from '../../content/block-delimiters.ts'
import { isElement } from '../../content/elements.ts'
import type { PullContext } from '../../pull/context.ts'
import type { Construct } from '../construct.ts'
import { toLabel } from './label.ts'

/**
 * `[^1]` and its note. GFM parses them and remark-rehype makes a section of them, which `plainFootnotes` turns into
 * linked notes, or `writeCoreFootnotes` into the core block and the post's meta; `splitNotes` takes them off a content
 * again, as the list that stands at its end.
 */
export const footnotes: Construct = {
  name: 'footnotes',
  out: {
    blocks: {
      elements: {
        // What is left of the section once the core block holds the notes.
        section: ({ properties }) =>
          properties.dataFootnotes === undefined ? undefined : writeVoidBlock('footnotes'),
      },
    },
  },
  back: {
    elements: {
      sup(element, { context }) {
        const label = labelOf(element, context)
        return label === undefined ? undefined : { type: 'footnoteReference', identifier: label, label }
      },
    },
  },
}

/** The label of a footnote, from the reference that Rensai writes into the text. */
function labelOf(sup: Element, context: PullContext): string | undefined {
  const [link, ...others] = sup.children
  if (!isElement(link, 'a') || others.length > 0) return undefined
  const [, name] = /^#fn-(.+)$/.exec(String(link.properties.href ?? '')) ?? []
  if (name === undefined || !String(link.properties.id ?? '').startsWith('fnref-')) return undefined
  return toLabel(name, context)
}
