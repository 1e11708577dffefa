import type { ElementContent, RootContent } from 'hast'
import { serialize as serializeHtml } from '../write-html.ts'

/** Serialises what stands inside a block. */
export function serialize(nodes: readonly (RootContent | ElementContent)[]): string {
  return serializeHtml(nodes, 'element')
}
