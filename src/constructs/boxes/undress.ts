import { isDeepStrictEqual } from 'node:util'
import type { Element, ElementContent } from 'hast'
import { toString as hastToString } from 'hast-util-to-string'
import { blockOf } from '../../content/block-of.ts'
import { classText, isBlank, isElement, OPAQUE } from '../../content/elements.ts'
import { beginsWithLabel, labelsOf, SEPARATORS } from './labels.ts'
import { LOOK_CLASSES, LOOKS, type LookName } from './looks.ts'

/**
 * A box as `boxes.style: "class"` writes it, in place of one with a look of our own and its label; `undefined` for
 * whatever else. A box whose look or label somebody changed is no such box.
 */
export function undressBox(element: Element): Element | undefined {
  const found = isElement(element, OPAQUE) ? inBlock(element) : inHtml(element)
  if (found === undefined) return undefined
  const { style: _, className: __, ...properties } = found.box.properties
  const children = withoutLabel(found.box.children, found.look)
  if (children === undefined) return undefined
  const names = classText(found.box)
    .split(' ')
    .filter((name) => !LOOK_CLASSES.includes(name))
  return { ...found.box, properties: { ...properties, className: names }, children }
}

interface Dressed {
  readonly box: Element
  readonly look: LookName
}

function inBlock(element: Element): Dressed | undefined {
  const [name, attributes] = blockOf(element) ?? []
  const { className, style, ...others } = attributes ?? {}
  const [box, ...rest] = element.children.filter((child) => !isBlank(child))
  if (name !== 'core/group' || typeof className !== 'string' || Object.keys(others).length > 0)
    return undefined
  if (!isElement(box, 'div') || rest.length > 0) return undefined
  for (const [look, { style: own, css }] of LOOKS)
    if (isDeepStrictEqual(style, own) && box.properties.style === css) return { box, look }
  return undefined
}

function inHtml(box: Element): Dressed | undefined {
  const { style } = box.properties
  if (!isElement(box, 'div') || typeof style !== 'string') return undefined
  for (const [look, { css }] of LOOKS) if (style === css) return { box, look }
  return undefined
}

/** What stands in a box without the label that its look goes with; `undefined` where it lacks that. */
function withoutLabel(children: readonly ElementContent[], look: LookName): ElementContent[] | undefined {
  const labels = labelsOf(look)
  const at = children.findIndex((child) => !isBlank(child))
  const [first, rest] = [children[at], children.slice(at + 1)]
  if (!isElement(first, 'p')) return labels.length === 0 ? [...children] : undefined
  const [strong, separator, title, ...others] = first.children
  const text = isElement(strong, 'strong') ? hastToString(strong) : undefined
  if (classText(first) === 'box-label' && text !== undefined && separator === undefined)
    return labels.includes(text) ? rest : [titled(first, [strong as Element]), ...rest]
  if (labels.length === 0) return [...children]
  if (classText(first) !== 'box-title' || text === undefined) return undefined
  if (separator === undefined) return beginsWithLabel(text, labels) ? [...children] : undefined
  const isLabelled =
    labels.includes(text) && separator.type === 'text' && SEPARATORS.includes(separator.value)
  if (!isLabelled || !isElement(title, 'strong') || others.length > 0) return undefined
  return [titled(first, [title]), ...rest]
}

function titled(paragraph: Element, children: Element[]): Element {
  return { ...paragraph, properties: { ...paragraph.properties, className: ['box-title'] }, children }
}
