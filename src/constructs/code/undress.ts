import { isDeepStrictEqual } from 'node:util'
import type { Element, ElementContent, Properties } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { blockOf } from '../../content/block-of.ts'
import { classText, isBlank, isElement, OPAQUE } from '../../content/elements.ts'
import { numberStyle, PLAIN_MARKS, readFrame, TITLED_STYLE, UNCOPIED } from './look.ts'

/**
 * Code, or its title, as Rensai 0.2 wrote it, in place of what is dressed for sites without a style sheet;
 * `undefined` for whatever else.
 */
export function undressCode(element: Element): Element | undefined {
  if (isElement(element, OPAQUE)) return undressBlock(element)
  if (isElement(element, 'p')) return undressTitle(element)
  return isElement(element, 'pre') ? undressPre(element) : undefined
}

/** A block whose comment says what no look of ours does stays one. */
function undressBlock(block: Element): Element | undefined {
  const [name, attributes] = blockOf(block) ?? []
  const { style, ...others } = attributes ?? {}
  const [content, ...rest] = block.children.filter((child) => !isBlank(child))
  if (style === undefined || !isElement(content) || rest.length > 0) return undefined
  if (name === 'core/group')
    return isTitled(content) &&
      isDeepStrictEqual(attributes, { style, className: 'code-with-title' }) &&
      isDeepStrictEqual(style, TITLED_STYLE)
      ? content
      : undefined
  const frame = name === 'core/code' ? readFrame(content.properties.style) : undefined
  if (frame === undefined || !isDeepStrictEqual(style, frame.style)) return undefined
  const dataBlock = JSON.stringify([name, { style: { color: frame.style.color }, ...others }])
  return { ...block, properties: { ...block.properties, dataBlock }, children: [content] }
}

function isTitled(element: Element): boolean {
  return isElement(element, 'div') && classText(element).split(' ').includes('code-with-title')
}

function undressTitle(paragraph: Element): Element | undefined {
  const [strong, ...others] = paragraph.children
  if (classText(paragraph) !== 'code-title' || !isElement(strong, 'strong') || others.length > 0)
    return undefined
  const [code, ...rest] = strong.children
  if (!isElement(code, 'code') || rest.length > 0) return undefined
  return { ...paragraph, children: code.children }
}

function undressPre(pre: Element): Element | undefined {
  const [code, ...others] = pre.children
  if (!isElement(code, 'code') || others.length > 0) return undefined
  const frame = readFrame(pre.properties.style)
  const { children, firstNumber } = undressLines(code.children)
  if (frame === undefined && isDeepStrictEqual(children, code.children)) return undefined
  const properties: Properties = {
    ...pre.properties,
    ...(frame === undefined ? {} : { style: frame.formerCss, className: ownNames(pre, 'has-border-color') }),
    ...(firstNumber === undefined || firstNumber === 1 ? {} : { dataFirstLine: firstNumber }),
  }
  const plain = { ...pre, properties, children: [{ ...code, children }] }
  if (firstNumber === undefined) return plain
  // The class stands beside that of the language: on the block, and in HTML on the code.
  const numbered = (element: Element): Element => ({
    ...element,
    properties: { ...element.properties, className: [...ownNames(element), 'line-numbers'] },
  })
  if (classText(code) === '') return numbered(plain)
  return { ...plain, children: [numbered({ ...code, children })] }
}

function ownNames(element: Element, without?: string): string[] {
  return classText(element)
    .split(' ')
    .filter((name) => name !== '' && name !== without)
}

interface Lines {
  readonly children: ElementContent[]
  /** Of the first line, where the numbers are no part of the former markup. */
  readonly firstNumber: number | undefined
}

function undressLines(nodes: readonly ElementContent[]): Lines {
  let firstNumber: number | undefined
  const children = nodes.flatMap((node): ElementContent[] => {
    if (!isElement(node)) return [node]
    const { style, ...properties } = node.properties
    if (isElement(node, 'span') && classText(node) === 'line-number') {
      // Of users without unfiltered_html WordPress keeps less of the style, or none.
      const kept = String(style ?? '').replace(`;${UNCOPIED}`, '')
      if (kept !== '' && `${kept};${UNCOPIED}` !== numberStyle(undefined))
        return [{ ...node, properties: { ...properties, style: kept } }]
      firstNumber ??= Number.parseInt(hastToString(node), 10)
      return []
    }
    const inner = undressLines(node.children)
    firstNumber ??= inner.firstNumber
    if (isElement(node, 'span') && (style === undefined || style === UNCOPIED))
      if (Object.keys(properties).length === 0) return inner.children
    const isPlain = isElement(node, 'ins', 'del', 'mark') && PLAIN_MARKS.includes(String(style))
    return [{ ...node, properties: isPlain ? properties : node.properties, children: inner.children }]
  })
  return { children, firstNumber }
}
