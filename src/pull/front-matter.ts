import { isScalar, isSeq, type ParsedNode, type YAMLSeq } from 'yaml'
import type { FrontMatterValue } from '../fields/managed-field.ts'
import type { FrontMatterKey } from '../posts/front-matter-keys.ts'
import { flagOfStatus, NO_OWN_KEYS, nameToWrite, type OwnKeys, ownKeysOf } from '../posts/own-keys.ts'
import { rewriteScalar } from '../posts/rewrite-scalar.ts'
import { markConflict } from './merge-body.ts'
import { setItems } from './set-items.ts'
import { endOfKeys, type Found, findPair, lineEnd, lineOf, readMap, valueRange } from './yaml-source.ts'
import { writeField, writeInline } from './yaml-text.ts'

/** The front matter of a new file, fences included. */
export function writeFrontMatter(
  values: readonly (readonly [FrontMatterKey, FrontMatterValue])[],
  keys: OwnKeys = NO_OWN_KEYS,
): string {
  const lines = values.flatMap(([name, value]) =>
    value === undefined ? [] : writeField(nameToWrite(name, keys), value),
  )
  return ['---', ...lines, '---', ''].join('\n')
}

/**
 * Changes one key of an article's front matter; every other byte stays. Of a list only the items that come or go change
 * their lines.
 *
 * @param text the file down to the body or further, its lines ending in `\n`
 */
export function setField(
  text: string,
  name: FrontMatterKey,
  wanted: FrontMatterValue,
  keys: OwnKeys = NO_OWN_KEYS,
): string {
  const found = findPair(text, name, keys)
  if (found === undefined)
    return wanted === undefined ? text : insertField(text, nameToWrite(name, keys), wanted)
  const value = asWritten(found, name, wanted, keys)
  const { map, pair, offset } = found
  const node = pair.value
  if (value === undefined) return map.flow === true ? cutFromFlow(text, found) : cutLines(text, found)
  const [start, end] = valueRange(text, found)
  if (node === null || start === end) {
    const colon = text.indexOf(':', offset + pair.key.range[1]) + 1
    return `${text.slice(0, colon)} ${writeInline(value)}${text.slice(colon).replace(/^[ \t]+(?=\S)/, ' ')}`
  }
  if (isSeq(node) && typeof value !== 'string')
    return setItems(text, node as YAMLSeq.Parsed, found, [start, end], value)
  const written = text.slice(start, end)
  const quoted =
    typeof value === 'string' && /^['"]/.test(written) ? rewriteScalar(written, value) : undefined
  // A comment behind the sign of a block of text belongs to the key.
  const comment = isBlockScalar(node) ? (/^[|>][^\n#]*?([ \t]+#[^\n]*)/.exec(written)?.[1] ?? '') : ''
  return text.slice(0, start) + (quoted ?? writeInline(value)) + comment + text.slice(end)
}

/** A status is written as the flag that the author uses, as far as one can say it. */
function asWritten(
  { pair }: Found,
  name: FrontMatterKey,
  value: FrontMatterValue,
  keys: OwnKeys,
): FrontMatterValue {
  const [key, before] = [pair.key, pair.value].map((node) => (isScalar(node) ? String(node.value) : ''))
  const isFlag =
    name === 'status' && ownKeysOf(name, keys).includes(key ?? '') && /^(?:true|false)$/.test(before ?? '')
  return isFlag && typeof value === 'string' ? (flagOfStatus(key ?? '', value) ?? value) : value
}

/**
 * As `setField` for several keys, but leaves both versions of their lines between conflict markers.
 *
 * @returns `undefined` where the keys share a line
 */
export function markFields(
  text: string,
  values: ReadonlyMap<FrontMatterKey, FrontMatterValue>,
  file: string,
  keys: OwnKeys = NO_OWN_KEYS,
): string | undefined {
  if (values.size === 0) return text
  if (readMap(text)?.map.flow === true) return undefined
  const marks = [...values].map(([name, value]) => {
    const mine = linesOf(text, name, keys)
    const theirs = linesOf(setField(text, name, value, keys), name, keys)
    return { ...mine, marked: `${markConflict(mine.lines, theirs.lines, file).join('\n')}\n` }
  })
  // From the end on, so that no mark moves the place of another.
  return marks
    .toSorted((a, b) => b.start - a.start)
    .reduce(
      (marked, { start, end, marked: lines }) => marked.slice(0, start) + lines + marked.slice(end),
      text,
    )
}

/** The lines that a key and its value stand on; the place for a new key where there is no such one. */
function linesOf(
  text: string,
  name: FrontMatterKey,
  keys: OwnKeys,
): { start: number; end: number; lines: string[] } {
  const found = findPair(text, name, keys)
  if (found === undefined) {
    const at = endOfKeys(text)
    return { start: at, end: at, lines: [] }
  }
  const start = lineOf(text, found.offset + found.pair.key.range[0])
  const end = lineEnd(text, valueRange(text, found)[1])
  return { start, end, lines: text.slice(start, end).trimEnd().split('\n') }
}

function isBlockScalar(node: ParsedNode): boolean {
  return isScalar(node) && (node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED')
}

function insertField(text: string, name: string, value: string | readonly string[]): string {
  const read = readMap(text)
  if (read?.map.flow === true) {
    const at = read.offset + read.map.range[1] - 1
    const before = text.slice(0, at).trimEnd()
    const comma = /[{,]$/.test(before) ? '' : ','
    return `${before}${comma} ${name}: ${writeInline(value)}${text.slice(before.length, at)}${text.slice(at)}`
  }
  const [first] = read?.map.items ?? []
  const column =
    read === undefined || first === undefined ? 0 : read.offset + (first.key as ParsedNode).range[0]
  const indent = text.slice(lineOf(text, column), column)
  const at = endOfKeys(text)
  const lines = writeField(name, value).map((line) => `${/^\s*$/.test(indent) ? indent : ''}${line}\n`)
  return text.slice(0, at) + lines.join('') + text.slice(at)
}

function cutLines(text: string, found: Found): string {
  const start = lineOf(text, found.offset + found.pair.key.range[0])
  return text.slice(0, start) + text.slice(lineEnd(text, valueRange(text, found)[1]))
}

function cutFromFlow(text: string, found: Found): string {
  const start = found.offset + found.pair.key.range[0]
  const [, end] = valueRange(text, found)
  const behind = /^\s*,[ \t]*/.exec(text.slice(end))?.[0]
  if (behind !== undefined) return text.slice(0, start) + text.slice(end + behind.length)
  return text.slice(0, start).replace(/,\s*$/, '') + text.slice(end)
}
