import type { Element } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Html, Text } from 'mdast'
import { classText, isElement } from '../../content/elements.ts'
import type { PullContext } from '../../pull/context.ts'

/** A formula in the line, as its author wrote it; `undefined` for another element. */
export function readFormula(element: Element, { math }: PullContext): Html | undefined {
  if (math !== 'delimiters' || !isElement(element, 'tt') || classText(element) !== 'math inline')
    return undefined
  const tex = /^\\\(([\s\S]*)\\\)$/.exec(hastToString(element))?.[1]
  return tex === undefined ? undefined : { type: 'html', value: `$${tex}$` }
}

/** MathML in the line, as its author wrote it; `undefined` for a formula of other origin. */
export function readMathml({ properties }: Element, { math }: PullContext): Html | undefined {
  const { dataLatex: tex, display } = properties
  if (math !== 'core' || typeof tex !== 'string' || display !== undefined) return undefined
  return { type: 'html', value: `$${tex}$` }
}

/** The formula of a math block, as its author wrote it; `undefined` for another element. */
export function readMathBlock(element: Element, { math }: PullContext): Html | undefined {
  const [formula, ...others] = element.children
  if (math !== 'core' || !isElement(formula, 'math') || others.length > 0) return undefined
  const { dataLatex: tex, display } = formula.properties
  if (Object.keys(element.properties).length > 0 || typeof tex !== 'string' || display !== 'block')
    return undefined
  return { type: 'html', value: `$$\n${tex}\n$$` }
}

/** A formula on its own, as its author wrote it; `undefined` for another paragraph. */
export function readDisplayFormula(paragraph: Element, { math }: PullContext): Html | undefined {
  if ((math !== 'delimiters' && math !== 'jetpack') || classText(paragraph) !== 'math display')
    return undefined
  const pattern = math === 'jetpack' ? /^\$latex \\displaystyle ([\s\S]*)\$$/ : /^\\\[([\s\S]*)\\\]$/
  const tex = pattern.exec(hastToString(paragraph).trim())?.[1]
  return tex === undefined ? undefined : { type: 'html', value: `$$\n${tex}\n$$` }
}

/** Text with the formulas in it that Jetpack would set; `undefined` where it sets none. */
export function readJetpack(value: string, { math }: PullContext): (Html | Text)[] | undefined {
  if (math !== 'jetpack') return undefined
  return value
    .split(/(\$latex [^$]+\$)/)
    .filter((part) => part !== '')
    .map((part) => {
      const tex = /^\$latex ([^$]+)\$$/.exec(part)?.[1]
      return tex === undefined ? { type: 'text', value: part } : { type: 'html', value: `$${tex}$` }
    })
}
