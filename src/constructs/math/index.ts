import type { Element } from 'hast'
import type { Config } from '../../config/types.ts'
import { isElement } from '../../content/elements.ts'
import type { PullContext } from '../../pull/context.ts'
import type { Construct } from '../construct.ts'
import { readDisplayFormula, readFormula, readJetpack, readMathBlock, readMathml } from './read-formula.ts'
import { rehypeMath } from './rehype-math.ts'
import { remarkMath } from './remark-math.ts'
import { undressFormula } from './undress.ts'
import { writeFormula } from './write-block.ts'

/** `$x$`, and `$$` around a formula of its own, where dollar signs may mean formulas. */
export const math: Construct = {
  name: 'math',
  out: {
    parse: (notation) => (isText(notation) ? [] : [remarkMath]),
    hast({ math: notation }) {
      if (isText(notation)) return []
      if (notation === 'core') return import('./rehype-mathml.ts').then(({ rehypeMathml }) => [rehypeMathml])
      return [[rehypeMath, notation]]
    },
    blocks: { elements: { div: writeFormula } },
    html: {
      prepare({ properties }) {
        delete properties.dataFormula
      },
    },
  },
  back: {
    isExpressible: isFormula,
    signs: { math: ['dataLatex'] },
    elements: {
      tt: (element, { context }) => readFormula(element, context),
      p: (element, { context }) => readDisplayFormula(element, context),
      math: (element, { context }) => readMathml(element, context),
      div: (element, { context }) => readMathBlock(element, context),
    },
    text: readJetpack,
  },
  compared: { blocks: { math: ['latex'] }, undressed: undressFormula },
}

/** True where dollar signs are plain text; with "auto" what a site with the math block gets is rendered besides. */
function isText(notation: Config['math']): notation is 'none' | 'auto' {
  return notation === 'none' || notation === 'auto'
}

function isFormula(element: Element, context: PullContext): boolean | undefined {
  if (isElement(element, 'math')) return readMathml(element, context) !== undefined
  if (isElement(element, 'div') && readMathBlock(element, context) !== undefined) return true
  if (isElement(element, 'p') && readDisplayFormula(element, context) !== undefined) return true
  return undefined
}
