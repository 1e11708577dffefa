import type { ElementContent, RootContent } from 'hast'
import { serialize as serializeHtml } from '../write-html.ts'

/** Serialises what stands inside a block. */
export function serialize(nodes: readonly (RootContent | ElementContent)[]): string {
  return serializeHtml(nodes, 'element')
}

/** The text of an attribute that is written by hand. */
export function escapeAttribute(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('"', '&quot;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
}
