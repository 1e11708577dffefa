import type { PhrasingContent, Root } from 'mdast'
import type { LeafDirective, TextDirective } from 'mdast-util-directive'
import { SKIP, visit } from 'unist-util-visit'
import type { VFile } from 'vfile'

/**
 * Turns `:name` and `::name` back into the text that the author wrote, byte for byte: only boxes (`:::name`)
 * mean something, and `a:b`, `10:30pm` or `std::vector` are ordinary text.
 */
export function remarkLiteralDirectives() {
  return (tree: Root, file: VFile): void => {
    visit(tree, ['textDirective', 'leafDirective'], (node, index, parent) => {
      if (index === undefined || parent === undefined) return
      const directive = node as TextDirective | LeafDirective
      const literal = toText(directive, String(file))
      const replacement =
        directive.type === 'leafDirective' ? [{ type: 'paragraph', children: literal }] : literal
      ;(parent as { children: unknown[] }).children.splice(index, 1, ...replacement)
      return [SKIP, index]
    })
  }
}

/** What stands around the label comes from the source; the label keeps the Markdown inside it. */
function toText({ children, position }: TextDirective | LeafDirective, source: string): PhrasingContent[] {
  const [start, end] = [position?.start.offset, position?.end.offset]
  const labelStart = children[0]?.position?.start.offset
  const labelEnd = children.at(-1)?.position?.end.offset
  if (labelStart === undefined || labelEnd === undefined)
    return [{ type: 'text', value: source.slice(start, end) }]
  return [
    { type: 'text', value: source.slice(start, labelStart) },
    ...children,
    { type: 'text', value: source.slice(labelEnd, end) },
  ]
}
