import { type Document, isMap, isScalar, type Pair, type ParsedNode, parseDocument, type YAMLMap } from 'yaml'
import { FRONT_MATTER_FIELDS } from '../fields/front-matter.ts'
import { type FrontMatterKey, KEY_ALIASES } from '../posts/front-matter-keys.ts'
import { NO_OWN_KEYS, type OwnKeys, ownKeysOf } from '../posts/own-keys.ts'

/** Keys that take the place of another. */
const INSTEAD: ReadonlyMap<FrontMatterKey, readonly FrontMatterKey[]> = new Map(
  FRONT_MATTER_FIELDS.map(({ key, instead = [] }) => [key, instead]),
)

/** A key of the front matter with its value. */
export interface Found {
  readonly map: YAMLMap.Parsed
  readonly pair: Pair<ParsedNode, ParsedNode | null>
  /** Of the YAML in the file. */
  readonly offset: number
}

/** The YAML of a file's front matter, where it begins, and where the body does. */
export function splitFile(text: string): { source: string; offset: number; bodyOffset: number } {
  const [whole = '', fence = '', source = ''] =
    /^(---[^\n]*\n)([\s\S]*?\n)??---[^\S\n]*(?:\n|$)/.exec(text) ?? []
  return { source, offset: fence.length, bodyOffset: whole.length }
}

/** Parses front matter as `readFrontMatter` does: every scalar is the text that was written. */
export function parseYaml(source: string): Document.Parsed {
  return parseDocument(source, { version: '1.2', schema: 'failsafe', prettyErrors: false })
}

/** The keys of a file's front matter; `undefined` where there are none. */
export function readMap(text: string): Pick<Found, 'map' | 'offset'> | undefined {
  const { source, offset } = splitFile(text)
  const { contents } = parseYaml(source)
  return isMap(contents) ? { map: contents as YAMLMap.Parsed, offset } : undefined
}

/** A key that takes the place of another has the say where both stand; otherwise the first of its names. */
export function findPair(text: string, name: FrontMatterKey, keys: OwnKeys = NO_OWN_KEYS): Found | undefined {
  const read = readMap(text)
  if (read === undefined) return undefined
  const find = (names: readonly string[]) =>
    read.map.items.find(({ key }) => isScalar(key) && names.includes(String(key.value)))
  const instead = (INSTEAD.get(name) ?? []).flatMap((other) => [other, ...ownKeysOf(other, keys)])
  const names = [name, ...KEY_ALIASES[name], ...ownKeysOf(name, keys)]
  const pair = find(without(keys, instead)) ?? find(without(keys, names))
  return pair === undefined ? undefined : { ...read, pair: pair as Found['pair'] }
}

/** Every way to call a key, those that have the say first. */
export function keysOf(name: FrontMatterKey, keys: OwnKeys = NO_OWN_KEYS): readonly string[] {
  const names = [...(INSTEAD.get(name) ?? []), name]
  return without(keys, [...names, ...KEY_ALIASES[name], ...names.flatMap((own) => ownKeysOf(own, keys))])
}

/** Names that are not kept for another program. */
function without({ ignore, aliases }: OwnKeys, names: readonly string[]): string[] {
  return names.filter((name) => !ignore.includes(name) || Object.hasOwn(aliases, name))
}

/** Where a value stands, without the line breaks that belong to blocks; behind its key where there is none. */
export function valueRange(text: string, { pair, offset }: Found): [start: number, end: number] {
  const [start, end] = pair.value?.range ?? [pair.key.range[1], pair.key.range[1]]
  return [offset + start, offset + start + text.slice(offset + start, offset + end).trimEnd().length]
}

/** Offset of the line before which the last key ends: the closing fence, or what ends the YAML above it. */
export function endOfKeys(text: string): number {
  const { source, offset } = splitFile(text)
  const end = /^\.{3}(?=\s)/m.exec(source)
  return offset + (end?.index ?? source.length)
}

/** Offset at which the line of a place begins. */
export function lineOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

/** Offset at which the line after that of a place begins. */
export function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found === -1 ? text.length : found + 1
}
