import type { Element, ElementContent, RootContent } from 'hast'

/** The element that stands for a block whose comment says more than its markup, where content is read. */
export const OPAQUE = 'wp-block'

/** True for whitespace between elements. */
export function isBlank(node: ElementContent | RootContent): boolean {
  return node.type === 'text' && node.value.trim() === ''
}

/** True for an element, of one of the given names where there are any. */
export function isElement<Name extends string>(
  node: ElementContent | RootContent | undefined,
  ...names: Name[]
): node is Element & { tagName: Name } {
  return node?.type === 'element' && (names.length === 0 || (names as string[]).includes(node.tagName))
}

/** The classes of an element as they stand in an attribute. */
export function classText({ properties: { className } }: Element): string {
  return Array.isArray(className) ? className.join(' ') : String(className ?? '')
}
