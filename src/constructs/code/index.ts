import type { Element, ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import type { Code } from 'mdast'
import { classText, isElement, OPAQUE } from '../../content/elements.ts'
import type { Construct } from '../construct.ts'
import { colouredCode, readCode } from './read-code.ts'
import { undressCode } from './undress.ts'
import { writeCode, writeTitled } from './write-block.ts'

/**
 * What stands behind a fence and in the comments of code: a title, numbers, marked lines, changes. The way out is
 * loaded late, with Shiki.
 */
export const code: Construct = {
  name: 'code',
  out: {
    hast: (config) => import('./rehype-code.ts').then(({ createRehypeCode }) => createRehypeCode(config)),
    blocks: {
      elements: {
        pre: (pre, state) => (isElement(pre.children[0], 'code') ? writeCode(pre, state) : undefined),
        div: writeTitled,
      },
    },
    html: {
      prepare({ properties }) {
        delete properties.dataTitled
      },
    },
  },
  back: {
    isExpressible(element, _, ask) {
      if (isTitled(element))
        return element.children.every((child) => (isTitle(child) ? child.children.every(ask) : ask(child)))
      const coloured = colouredCode(element)
      if (coloured !== undefined) return readCode(coloured, undefined) !== undefined
      return isElement(element, 'pre') ? readCode(element, undefined) !== undefined : undefined
    },
    elements: {
      pre: (pre) => readCode(pre, undefined),
      div: (element) => (isTitled(element) ? readTitled(element) : undefined),
      [OPAQUE](block) {
        const coloured = colouredCode(block)
        return coloured === undefined ? undefined : readCode(coloured, undefined)
      },
    },
  },
  compared: { blocks: { code: ['language'] }, undressed: undressCode },
}

function isTitled(element: Element): boolean {
  const hasOnlyClass = Object.keys(element.properties).every((name) => name === 'className')
  return isElement(element, 'div') && hasOnlyClass && classText(element) === 'code-with-title'
}

function isTitle(node: ElementContent): node is Element {
  return isElement(node, 'p') && Object.keys(node.properties).every((name) => name === 'className')
}

function readTitled({ children: [title, ...rest] }: Element): Code | undefined {
  const pre = rest.map((child) => colouredCode(child) ?? child).find((child) => isElement(child, 'pre'))
  return isElement(pre) && isElement(title) ? readCode(pre, hastToString(title)) : undefined
}
