import type { Element, ElementContent, Root } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { SKIP, visit } from 'unist-util-visit'
import type { Config } from '../../config/types.ts'
import { isElement } from '../../content/elements.ts'

/** How formulas stand in the content, by who is to set them. */
type Notation = Exclude<Config['math'], 'none'>

/** Writes formulas in the notation that the site's plugin or script looks for. */
export function rehypeMath(math: Config['math']) {
  return (tree: Root): void => {
    if (math === 'none') return
    visit(tree, 'element', (element, index, parent) => {
      if (index === undefined || parent === undefined) return
      const [first] = element.children
      const isDisplay = element.tagName === 'pre' && isElement(first, 'code') && isMath(first, 'math-display')
      if (!isDisplay && !isMath(element, 'math-inline')) return
      const formula = write(toLine(hastToString(element)), isDisplay, math)
      const nodes = isDisplay ? [paragraph(formula)] : formula
      parent.children.splice(index, 1, ...nodes)
      return [SKIP, index + nodes.length]
    })
  }
}

function isMath({ tagName, properties: { className } }: Element, name: string): boolean {
  return tagName === 'code' && Array.isArray(className) && className.includes(name)
}

function write(tex: string, isDisplay: boolean, notation: Notation): ElementContent[] {
  switch (notation) {
    case 'delimiters': {
      // In `tt` WordPress leaves quotes, dashes and dots alone (wptexturize), and MathJax and KaTeX look into it,
      // which they do not into `code`.
      const text = isDisplay ? `\\[${tex}\\]` : `\\(${tex}\\)`
      const className = isDisplay ? {} : { className: ['math', 'inline'] }
      return [{ type: 'element', tagName: 'tt', properties: className, children: [textNode(text)] }]
    }
    case 'jetpack':
      return [textNode(`$latex ${isDisplay ? '\\displaystyle ' : ''}${tex}$`)]
  }
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

function paragraph(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: { className: ['math', 'display'] }, children }
}

function textNode(value: string): ElementContent {
  return { type: 'text', value }
}
