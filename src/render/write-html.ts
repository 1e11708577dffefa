import type { ElementContent, Root, RootContent } from 'hast'
import { toHtml } from 'hast-util-to-html'

/** Serialises HTML as the block editor and browsers do: named references, no slash in void elements. */
export function serialize(nodes: readonly (ElementContent | RootContent)[]): string {
  return toHtml({ type: 'root', children: [...nodes] } as Root, {
    allowDangerousHtml: true,
    allowDangerousCharacters: false,
    characterReferences: { useNamedReferences: true },
    quoteSmart: false,
  })
}
