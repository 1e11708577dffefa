import { isScalar, type ParsedNode, type YAMLSeq } from 'yaml'
import { cleanTermName } from '../posts/terms.ts'
import { type Found, lineEnd, lineOf } from './yaml-source.ts'
import { writeScalar } from './yaml-text.ts'

/**
 * Changes a list of the front matter to other items: those that stay keep their lines, those that come are written below
 * the last one, as it is.
 *
 * @param text as in `setField`
 * @param list where it stands, from `start` to `end` in the text
 */
export function setItems(
  text: string,
  list: YAMLSeq.Parsed,
  { pair, offset }: Found,
  [start, end]: readonly [number, number],
  values: readonly string[],
): string {
  const kept = list.items.filter((item) => values.some((value) => isSame(item, value)))
  const added = values.filter((value) => !list.items.some((item) => isSame(item, value)))
  if (list.flow === true) {
    const items = [
      ...kept.map((item) => text.slice(offset + item.range[0], offset + item.range[1])),
      ...added.map(writeScalar),
    ]
    return kept.length === list.items.length && added.length === 0
      ? text
      : `${text.slice(0, start)}[${items.join(', ')}]${text.slice(end)}`
  }
  const last = list.items.at(-1)
  if (values.length === 0) {
    // A comment below the last item belongs to what follows.
    const end = last === undefined ? start : itemEnd(text, offset, last) - 1
    const colon = text.indexOf(':', offset + pair.key.range[1]) + 1
    const line = text.slice(colon, lineEnd(text, colon) - 1)
    return `${text.slice(0, colon)} []${line}${text.slice(end)}`
  }
  const dash = lineOf(text, start)
  const indent = text.slice(dash, start)
  let changed = text
  if (last !== undefined && added.length > 0) {
    const at = itemEnd(text, offset, last)
    changed =
      text.slice(0, at) + added.map((value) => `${indent}- ${writeScalar(value)}\n`).join('') + text.slice(at)
  }
  for (const item of list.items.toReversed()) {
    if (kept.includes(item)) continue
    changed =
      changed.slice(0, lineOf(text, offset + item.range[0])) + changed.slice(itemEnd(text, offset, item))
  }
  return changed
}

/** Where the lines of an item end. */
function itemEnd(text: string, offset: number, { range }: ParsedNode): number {
  const item = text.slice(offset + range[0], offset + range[1])
  return lineEnd(text, offset + range[0] + item.trimEnd().length)
}

function isSame(item: ParsedNode, value: string): boolean {
  return isScalar(item) && cleanTermName(String(item.value)) === cleanTermName(value)
}
