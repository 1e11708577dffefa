import type { Point, Position } from 'unist'
import type { VFile } from 'vfile'
import { location } from 'vfile-location'
import { isMap, isNode, isScalar, isSeq, type Node, type Pair } from 'yaml'
import type { FrontMatterDocument } from '../types.ts'

/** The front matter's keys and their other spellings. */
export const FIELD_ALIASES = {
  title: [],
  date: [],
  publish_at: [],
  categories: [],
  tags: [],
  status: [],
  slug: [],
  featured_image: ['thumbnail'],
  excerpt: [],
  id: [],
  author: [],
  sticky: [],
  comment_status: [],
  format: [],
  lang: [],
  pair: [],
  series: [],
  pulled: [],
} as const satisfies Record<string, readonly string[]>

export type FieldName = keyof typeof FIELD_ALIASES

/** One key of the front matter as it stands in the file. */
export interface Field {
  /** As written, possibly an alias. */
  readonly key: string
  readonly keyPlace: Position
  readonly value: FieldValue
  readonly valuePlace: Position
}

/** The text of a scalar or of a list's items, each with its place; `other` is a map or a nested list. */
export type FieldValue =
  /** `quoted` tells an author who wrote `""` from one who left the value out. */
  | { readonly kind: 'empty'; readonly quoted: boolean }
  | { readonly kind: 'text'; readonly text: string; readonly quoted: boolean }
  | { readonly kind: 'list'; readonly items: readonly Item[] }
  | { readonly kind: 'other' }

export interface Item {
  /** `undefined` where the item is not text. */
  readonly text: string | undefined
  readonly place: Position
}

/** Lists the fields of an article's front matter in the order of the file. */
export function listFields(file: VFile, yaml: FrontMatterDocument | undefined): Field[] {
  if (yaml === undefined || !isMap(yaml.document.contents)) return []
  const locate = placeFinder(String(file), yaml.offset)
  return yaml.document.contents.items.map((pair) => toField(pair, locate))
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
    return { kind: 'list', items: node.items.map((item) => ({ text: textOf(item), place: locate(item) })) }
  }
  if (!isScalar(node)) return { kind: 'other' }
  const text = String(node.value ?? '').trim()
  const quoted = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE'
  // The failsafe schema knows no null, but authors who write ~ or null mean "nothing".
  if (text === '' || (!quoted && (text === '~' || text === 'null'))) return { kind: 'empty', quoted }
  return { kind: 'text', text, quoted }
}

function textOf(node: unknown): string | undefined {
  return isScalar(node) ? String(node.value ?? '').trim() : undefined
}
