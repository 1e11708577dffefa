import type { Element, ElementContent, Root } from 'hast'
import { fromHtml } from 'hast-util-from-html'
import temml from 'temml'
import { isElement } from '../../content/elements.ts'
import { formulaText, replaceFormulas } from './formulas.ts'

/**
 * Writes formulas as the math block and the inline math of WordPress 6.9 do: MathML that browsers set by themselves,
 * and the TeX that the editor shows for editing. What is no TeX that Temml knows stays as its author wrote it.
 */
export function rehypeMathml() {
  return (tree: Root): void => {
    replaceFormulas(tree, (tex, isDisplay) => {
      const children = toMathml(tex, isDisplay)
      if (children === undefined) {
        return isDisplay ? [paragraph(`$$${tex}$$`)] : [formulaText(`$${tex}$`)]
      }
      const properties = isDisplay ? { display: 'block' } : { dataLatex: tex }
      const math: Element = { type: 'element', tagName: 'math', properties, children }
      return isDisplay ? [toBlock(math, tex)] : [math]
    })
  }
}

/** What stands in the `math` element, as the editor makes it (latexToMathML of @wordpress/latex-to-mathml). */
function toMathml(tex: string, displayMode: boolean): ElementContent[] | undefined {
  try {
    const html = temml.renderToString(tex, { displayMode, annotate: true, throwOnError: true })
    const [math] = fromHtml(html, { fragment: true }).children
    return isElement(math, 'math') && tex !== '' ? math.children : undefined
  } catch {
    return undefined
  }
}

function toBlock(math: Element, tex: string): Element {
  return {
    type: 'element',
    tagName: 'div',
    properties: { className: ['wp-block-math'], dataFormula: tex },
    children: [math],
  }
}

function paragraph(text: string): Element {
  return { type: 'element', tagName: 'p', properties: {}, children: [formulaText(text)] }
}
