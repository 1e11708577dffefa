import type { Element } from 'hast'
import { classText } from '../content/elements.ts'
import { BOX_NAMES } from '../posts/rules/boxes.ts'
import type { PullContext } from './context.ts'

/** The name of the box whose classes an element has; `code` for code with a title. */
export function boxName(element: Element, { boxes }: PullContext): string | undefined {
  const className = classText(element)
  if (Object.keys(element.properties).some((name) => name !== 'className')) return undefined
  if (className === 'code-with-title') return 'code'
  return [...BOX_NAMES, ...Object.keys(boxes)].find(
    (name) => className === (boxes[name]?.className ?? `message is-${name}`),
  )
}
