import type { RootContent } from 'hast'
import { isElement, OPAQUE } from './elements.ts'

/** The name and the attributes of a block that stands in content as it is read because its comment says more than its markup. */
export function blockOf(
  node: RootContent,
): readonly [name: string, attributes: Readonly<Record<string, unknown>>] | undefined {
  if (!isElement(node, OPAQUE)) return undefined
  try {
    const [name, attributes] = JSON.parse(String(node.properties.dataBlock)) as [unknown, unknown]
    if (typeof name !== 'string' || typeof attributes !== 'object' || attributes === null) return undefined
    return [name, attributes as Record<string, unknown>]
  } catch {
    return undefined
  }
}
