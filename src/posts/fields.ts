import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml'
import { replaceNoncharacters } from '../standards/noncharacters.ts'
import type { Field, FieldValue, FrontMatterDocument, Item } from './types.ts'

/**
 * Lists the fields of an article's front matter in the order of the file.
 *
 * @param nested paths of keys inside of maps that are fields, too; each is called by its path, `cover.image`
 */
export function listFields(
  file: VFile,
  yaml: FrontMatterDocument | undefined,
  nested: readonly (readonly string[])[] = [],
): Field[] {
  if (yaml === undefined || !isMap(yaml.document.contents)) return []
  const locate = placeFinder(String(file), yaml.offset)
  const { contents } = yaml.document
  const below = nested.flatMap((path): Field[] => {
    const pair = findNested(contents, path)
    return pair === undefined ? [] : [{ ...toField(pair, locate), key: path.join('.') }]
  })
  return [...contents.items.map((pair) => toField(pair, locate)), ...below]
}

/** The key at the end of a path of keys; `undefined` where there is none. */
function findNested(map: unknown, [name, ...rest]: readonly string[]): Pair | undefined {
  if (!isMap(map)) return undefined
  const pair = map.items.find(({ key }) => isScalar(key) && String(key.value) === name)
  return rest.length === 0 ? pair : findNested(pair?.value, rest)
}

type Locate = (node: unknown, fallback?: Position) => Position

function placeFinder(text: string, offset: number): Locate {
  const places = location(text)
  const point = (at: number): Point => {
    const found = places.toPoint(Math.min(offset + at, text.length))
    return found ?? { line: 1, column: 1 }
  }
  return (node, fallback) => {
    const range = isNode(node) ? node.range : undefined
    if (range === undefined || range === null) return fallback ?? { start: point(0), end: point(0) }
    return { start: point(range[0]), end: point(range[1]) }
  }
}

function toField(pair: Pair, locate: Locate): Field {
  const keyPlace = locate(pair.key)
  return {
    key: isScalar(pair.key) ? String(pair.key.value) : '',
    keyPlace,
    value: toValue(pair.value as Node | null, locate),
    valuePlace: locate(pair.value, keyPlace),
  }
}

function toValue(node: Node | null, locate: Locate): FieldValue {
  if (node === null) return { kind: 'empty', quoted: false }
  if (isSeq(node)) {
    return { kind: 'list', items: node.items.map((item) => toItem(item, locate)) }
  }
  if (!isScalar(node)) return { kind: 'other' }
  const text = textOf(node) ?? ''
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  // The failsafe schema knows no null, but authors who write ~ or null mean "nothing".
  if (text === '' || (!quoted && (text === '~' || text === 'null'))) return { kind: 'empty', quoted }
  return { kind: 'text', text, quoted }
}

function toItem(node: unknown, locate: Locate): Item {
  const item = { text: textOf(node), place: locate(node) }
  const path = isSeq(node) ? node.items.flatMap((part) => textOf(part) ?? []) : []
  return path.length === 0 ? item : { ...item, path }
}

/** In double quotes YAML writes any character, so the value is looked at, and not the file. */
function textOf(node: unknown): string | undefined {
  return isScalar(node) ? replaceNoncharacters(String(node.value ?? '')).trim() : undefined
}
