import type { Construct } from '../construct.ts'
import { readDisplayFormula, readFormula, readJetpack } from './read-formula.ts'
import { rehypeMath } from './rehype-math.ts'
import { remarkMath } from './remark-math.ts'

/** `$x$`, and `$$` around a formula of its own, where dollar signs may mean formulas. */
export const math: Construct = {
  name: 'math',
  out: {
    parse: (notation) => (notation === 'none' ? [] : [remarkMath]),
    hast: (config) => [[rehypeMath, config.math]],
  },
  back: {
    isExpressible: (element, context) =>
      element.tagName === 'p' && readDisplayFormula(element, context) !== undefined ? true : undefined,
    elements: {
      tt: (element, { context }) => readFormula(element, context),
      p: (element, { context }) => readDisplayFormula(element, context),
    },
    text: readJetpack,
  },
}
