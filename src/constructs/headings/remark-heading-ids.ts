import type { Heading, Root, Text } from 'mdast'
import type { VFile } from 'vfile'
import { trimEnd } from '../../standards/trim.ts'
import { visit } from '../../standards/visit.ts'

declare module 'mdast' {
  interface HeadingData {
    /** The id that the author wrote behind the heading. */
    explicitId?: string
  }
}

/** Letters, digits and joiners: what is one word in an address and needs no escaping in an attribute. */
const EXPLICIT = /^\{#([\p{L}\p{N}_][\p{L}\p{N}\p{M}_.:-]*)\}$/u

/** Takes the id of `## Heading {#id}` (Pandoc, kramdown, PHP Markdown Extra) off its text. */
export function remarkHeadingIds() {
  return (tree: Root, file: VFile): void => {
    if (!String(file).includes('{#')) return
    visit(tree, 'heading', (heading) => {
      const text = lastText(heading)
      const at = text?.value.lastIndexOf('{#') ?? -1
      if (text === undefined || at === -1) return
      const id = EXPLICIT.exec(text.value.slice(at))?.[1]
      if (id === undefined || escapesId(heading, file)) return
      text.value = trimEnd(text.value.slice(0, at), ' \t')
      if (text.value === '') heading.children.pop()
      heading.data = { ...heading.data, explicitId: id.normalize('NFC') }
    })
  }
}

function lastText({ children }: Heading): Text | undefined {
  const last = children.at(-1)
  return last?.type === 'text' ? last : undefined
}

/** True for `## Heading \{#id}`, which is text: the backslash is gone from the tree, only the source has it. */
export function escapesId({ position }: Heading, file: VFile): boolean {
  return /\\\{#|\{\\#/.test(String(file).slice(position?.start.offset, position?.end.offset))
}
