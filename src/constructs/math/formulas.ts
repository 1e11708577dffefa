import type { Element, ElementContent, Root, Text } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isElement } from '../../content/elements.ts'
import { SKIP, visit } from '../../standards/visit.ts'

/** Puts what `write` makes of each formula in its place; it gets the TeX on one line. */
export function replaceFormulas(
  tree: Root,
  write: (tex: string, isDisplay: boolean) => ElementContent[],
): void {
  visit(tree, 'element', (element, index, parent) => {
    if (index === undefined || parent === undefined) return
    const [first] = element.children
    const isDisplay = element.tagName === 'pre' && isElement(first, 'code') && isMath(first, 'math-display')
    if (!isDisplay && !isMath(element, 'math-inline')) return
    const nodes = write(toLine(hastToString(element)), isDisplay)
    parent.children.splice(index, 1, ...nodes)
    return [SKIP, index + nodes.length]
  })
}

function isMath({ tagName, properties: { className } }: Element, name: string): boolean {
  return tagName === 'code' && Array.isArray(className) && className.includes(name)
}

/**
 * TeX on one line, since a line break would become a `br`: comments go, and a blank, which means nothing in
 * mathematics, parts a bracket from a word, so that WordPress sees no shortcode.
 */
function toLine(tex: string): string {
  return tex
    .replace(/(?<!\\)((?:\\\\)*)%.*$/gm, '$1')
    .replace(/\s+/g, ' ')
    .replace(/\[(?=\/?[a-z])/gi, '[ ')
    .trim()
}

export function formulaText(value: string): Text {
  return { type: 'text', value }
}
