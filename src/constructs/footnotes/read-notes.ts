import type { Element, ElementContent, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'
import { isElement } from '../../content/elements.ts'
import type { PullContext } from '../../pull/context.ts'
import { toLabel } from './label.ts'

export interface Note {
  /** As it stands in Markdown; in lower case where no author wrote it. */
  readonly label: string
  /** What the note says, in one comparable text. */
  readonly key: string
  readonly children: readonly ElementContent[]
}

/** The footnotes of an article, from the list that `plainFootnotes` writes; `undefined` for another element. */
export function readNotes(list: RootContent | ElementContent, context: PullContext): Note[] | undefined {
  if (!isElement(list, 'ol')) return undefined
  const notes = list.children
    .filter((child): child is Element => isElement(child, 'li'))
    .map((item) => readNote(item, context))
  return notes.length > 0 && notes.every((note) => note !== undefined) ? notes : undefined
}

function readNote(item: Element, context: PullContext): Note | undefined {
  const [first, ...rest] = item.children
  const content = isElement(first, 'p') ? first.children : item.children
  const [back, space, ...others] = content
  if (!isElement(back, 'a') || !String(back.properties.href ?? '').startsWith('#fnref-')) return undefined
  const [, name] = /^fn-(.+)$/.exec(String(back.properties.id ?? '')) ?? []
  if (name === undefined) return undefined
  const text: ElementContent[] =
    space?.type === 'text'
      ? [{ type: 'text', value: space.value.replace(/^ /, '') }, ...others]
      : content.slice(1)
  const children = isElement(first, 'p') ? [{ ...first, children: text }, ...rest] : text
  return { label: toLabel(name, context), key: toHtml({ type: 'root', children }), children }
}
