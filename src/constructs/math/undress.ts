import type { Element } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { isElement } from '../../content/elements.ts'
import { visit } from '../../standards/visit.ts'

/** How MathML names the TeX that it was made of (MathML Core, "Semantics and Presentation"). */
const TEX = 'application/x-tex'

/**
 * A formula that says its TeX and nothing else: which MathML is made of it differs from one version of the editor to
 * the next. `undefined` for MathML of other origin.
 */
export function undressFormula(math: Element): Element | undefined {
  if (!isElement(math, 'math') || math.children.length === 0) return undefined
  const { dataLatex, display } = math.properties
  let tex = typeof dataLatex === 'string' ? dataLatex : undefined
  visit(math, 'element', (element) => {
    if (isElement(element, 'annotation') && element.properties.encoding === TEX) tex ??= hastToString(element)
  })
  if (tex === undefined) return undefined
  const properties = { dataLatex: tex, ...(display === undefined ? {} : { display }) }
  return { type: 'element', tagName: 'math', properties, children: [] }
}
