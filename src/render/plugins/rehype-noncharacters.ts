import type { Properties, Root } from 'hast'
import { replaceNoncharacters } from '../../standards/noncharacters.ts'
import { visit } from '../../standards/visit.ts'

/**
 * Replaces the noncharacters that character references, plugins and the configuration have brought, before the renderer
 * uses some as its own marks.
 */
export function rehypeNoncharacters() {
  return (tree: Root): void => {
    visit(tree, (node) => {
      if ('value' in node) node.value = replaceNoncharacters(node.value)
      if (node.type !== 'element') return
      for (const [name, value] of Object.entries(node.properties)) node.properties[name] = clean(value)
    })
  }
}

function clean(value: Properties[string]): Properties[string] {
  if (Array.isArray(value))
    return value.map((part) => (typeof part === 'string' ? replaceNoncharacters(part) : part))
  return typeof value === 'string' ? replaceNoncharacters(value) : value
}
