import type { Element, ElementContent, RootContent } from 'hast'
import { isElement } from '../render/elements.ts'

type Node = RootContent | ElementContent

/** The label of a footnote, from the reference that Rensai writes into the text; `undefined` for other elements. */
export function noteLabel(sup: Element): string | undefined {
  const [link, ...others] = sup.children
  if (!isElement(link, 'a') || others.length > 0) return undefined
  const [, label] = /^#fn-(.+)$/.exec(String(link.properties.href ?? '')) ?? []
  return label === undefined || !String(link.properties.id ?? '').startsWith('fnref-')
    ? undefined
    : decode(label)
}

export interface Note {
  readonly label: string
  readonly children: readonly ElementContent[]
}

/**
 * The footnotes of an article, from the list that Rensai writes at its end.
 *
 * @returns `undefined` where the element is no such list
 */
export function readNotes(list: Node): Note[] | undefined {
  if (!isElement(list, 'ol')) return undefined
  const notes = list.children.filter((child): child is Element => isElement(child, 'li')).map(readNote)
  return notes.length > 0 && notes.every((note) => note !== undefined) ? notes : undefined
}

function readNote(item: Element): Note | undefined {
  const [first, ...rest] = item.children
  const content = isElement(first, 'p') ? first.children : item.children
  const [back, space, ...others] = content
  if (!isElement(back, 'a') || !String(back.properties.href ?? '').startsWith('#fnref-')) return undefined
  const [, label] = /^fn-(.+)$/.exec(String(back.properties.id ?? '')) ?? []
  if (label === undefined) return undefined
  const text: ElementContent[] =
    space?.type === 'text'
      ? [{ type: 'text', value: space.value.replace(/^ /, '') }, ...others]
      : content.slice(1)
  return {
    label: decode(label),
    children: isElement(first, 'p') ? [{ ...first, children: text }, ...rest] : text,
  }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
