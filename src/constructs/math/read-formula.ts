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

/** A formula on its own, as its author wrote it; `undefined` for another paragraph. */
export function readDisplayFormula(paragraph: Element, { math }: PullContext): Html | undefined {
  if (math === 'none' || classText(paragraph) !== 'math display') return undefined
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
