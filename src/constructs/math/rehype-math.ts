import type { Element, ElementContent, Root } from 'hast'
import { formulaText, replaceFormulas } from './formulas.ts'

/** How formulas stand in the content as text, by who is to set them. */
export type TextNotation = 'delimiters' | 'jetpack'

/** Writes formulas in the notation that the site's plugin or script looks for. */
export function rehypeMath(notation: TextNotation) {
  return (tree: Root): void => {
    replaceFormulas(tree, (tex, isDisplay) => {
      const formula = write(tex, isDisplay, notation)
      return isDisplay ? [paragraph(formula)] : formula
    })
  }
}

function write(tex: string, isDisplay: boolean, notation: TextNotation): ElementContent[] {
  switch (notation) {
    case 'delimiters': {
      // In `tt` WordPress leaves quotes, dashes and dots alone (wptexturize), and MathJax and KaTeX look into it,
      // which they do not into `code`.
      const text = isDisplay ? `\\[${tex}\\]` : `\\(${tex}\\)`
      const className = isDisplay ? {} : { className: ['math', 'inline'] }
      return [{ type: 'element', tagName: 'tt', properties: className, children: [formulaText(text)] }]
    }
    case 'jetpack':
      return [formulaText(`$latex ${isDisplay ? '\\displaystyle ' : ''}${tex}$`)]
  }
}

function paragraph(children: ElementContent[]): Element {
  return { type: 'element', tagName: 'p', properties: { className: ['math', 'display'] }, children }
}
