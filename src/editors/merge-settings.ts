import { isDeepStrictEqual } from 'node:util'
import {
  applyEdits,
  findNodeAtLocation,
  getNodeValue,
  modify,
  type Node,
  type ParseError,
  parseTree,
} from 'jsonc-parser'

const BYTE_ORDER_MARK = '\uFEFF'

/**
 * Adds to settings of VS Code what they do not have. What is there stays as it is, comments and values included: a key
 * that is set is not set again, a list gets the items that it lacks, and of tasks those with a label of their own.
 *
 * @param text JSON with comments; one without any value counts as an empty object
 * @param wanted what is to be there
 * @returns the text with the additions; `undefined` where it is no object that could be added to
 */
export function mergeSettings(text: string, wanted: Readonly<Record<string, unknown>>): string | undefined {
  const mark = text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : ''
  const body = text.slice(mark.length)
  const errors: ParseError[] = []
  const tree = parseTree(body, errors, { allowTrailingComma: true, allowEmptyContent: true })
  if (errors.length > 0 || (tree !== undefined && tree.type !== 'object')) return undefined
  let merged = body
  for (const [key, value] of Object.entries(wanted)) merged = addKey(merged, [key], value)
  return mark + merged
}

type Path = (string | number)[]

function addKey(text: string, place: Path, value: unknown): string {
  const there = nodeAt(text, place)
  if (there === undefined) return insert(text, place, value)
  if (there.type === 'array' && Array.isArray(value)) return addItems(text, place, there, value)
  // Settings of one language are a map of their own; elsewhere what somebody left out of a map is left out.
  if (there.type === 'object' && isObject(value) && /^\[.*\]$/.test(String(place.at(-1)))) {
    return Object.entries(value).reduce((so, [key, inner]) => addKey(so, [...place, key], inner), text)
  }
  return text
}

function addItems(text: string, place: Path, there: Node, wanted: readonly unknown[]): string {
  // The parser's maps have no prototype, by which they differ from all others.
  const items: readonly unknown[] = structuredClone(getNodeValue(there))
  const missing = wanted.filter((item) => !items.some((other) => isSameItem(item, other)))
  // In front, since behind the last item its comment would come to stand behind ours.
  return missing.reduceRight<string>((so, item) => insert(so, [...place, 0], item, true), text)
}

function isSameItem(item: unknown, other: unknown): boolean {
  if (isObject(item) && isObject(other) && item.label !== undefined) return item.label === other.label
  return isDeepStrictEqual(item, other)
}

function nodeAt(text: string, place: Path): Node | undefined {
  const tree = parseTree(text, [], { allowTrailingComma: true })
  return tree === undefined ? undefined : findNodeAtLocation(tree, place)
}

function insert(text: string, place: Path, value: unknown, isArrayInsertion = false): string {
  const eol = text.includes('\r\n') ? '\r\n' : '\n'
  const insertSpaces = !/^\t/m.test(text)
  const tabSize = /^( +)\S/m.exec(text)?.[1]?.length ?? 2
  const formattingOptions = { insertSpaces, tabSize, eol }
  return applyEdits(text, modify(text, place, value, { formattingOptions, isArrayInsertion }))
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
