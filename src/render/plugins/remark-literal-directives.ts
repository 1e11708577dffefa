import type { PhrasingContent, Root } from 'mdast'
import type { LeafDirective, TextDirective } from 'mdast-util-directive'
import { SKIP, visit } from 'unist-util-visit'

/**
 * Turns `:name` and `::name` back into the text that the author wrote: only boxes (`:::name`) mean something,
 * and `a:b`, `10:30pm` or `std::vector` are ordinary text.
 */
export function remarkLiteralDirectives() {
  return (tree: Root): void => {
    visit(tree, ['textDirective', 'leafDirective'], (node, index, parent) => {
      if (index === undefined || parent === undefined) return
      const directive = node as TextDirective | LeafDirective
      const literal = toText(directive)
      const replacement =
        directive.type === 'leafDirective' ? [{ type: 'paragraph', children: literal }] : literal
      ;(parent as { children: unknown[] }).children.splice(index, 1, ...replacement)
      return [SKIP, index]
    })
  }
}

function toText(directive: TextDirective | LeafDirective): PhrasingContent[] {
  const colons = directive.type === 'leafDirective' ? '::' : ':'
  const attributes = Object.entries(directive.attributes ?? {})
  const braces =
    attributes.length === 0
      ? ''
      : `{${attributes.map(([name, value]) => attributeText(name, value ?? '')).join(' ')}}`
  const before = `${colons}${directive.name}`
  const { children } = directive
  return children.length === 0
    ? [{ type: 'text', value: before + braces }]
    : [{ type: 'text', value: `${before}[` }, ...children, { type: 'text', value: `]${braces}` }]
}

function attributeText(name: string, value: string): string {
  if (name === 'id') return `#${value}`
  if (name === 'class')
    return value
      .split(' ')
      .map((word) => `.${word}`)
      .join(' ')
  return value === '' ? name : `${name}="${value}"`
}
