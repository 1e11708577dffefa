import { isMap, isScalar, isSeq, type Pair, type ParsedNode, parseDocument, type YAMLSeq } from 'yaml'
import { FRONT_MATTER_FIELDS } from '../fields/front-matter.ts'
import type { FrontMatterValue } from '../fields/managed-field.ts'
import { type FrontMatterKey, KEY_ALIASES } from '../posts/front-matter-keys.ts'
import { cleanTermName } from '../posts/terms.ts'
import { markConflict } from './merge-body.ts'

/** Keys that take the place of another. */
const INSTEAD: ReadonlyMap<FrontMatterKey, readonly FrontMatterKey[]> = new Map(
  FRONT_MATTER_FIELDS.map(({ key, instead = [] }) => [key, instead]),
)

/** The front matter of a new file, fences included. */
export function writeFrontMatter(values: readonly (readonly [FrontMatterKey, FrontMatterValue])[]): string {
  const lines = values.flatMap(([name, value]) => (value === undefined ? [] : writeField(name, value)))
  return ['---', ...lines, '---', ''].join('\n')
}

/**
 * Changes one key of an article's front matter; every other byte of the file stays. Of a list only the items that
 * come or go change their lines.
 */
export function setField(text: string, name: FrontMatterKey, value: FrontMatterValue): string {
  const found = findPair(text, name)
  if (found === undefined) return value === undefined ? text : insertField(text, name, value)
  const { pair, offset } = found
  const key = pair.key.range
  const node = pair.value
  const end = offset + (node?.range[1] ?? key[1] + 1)
  if (value === undefined) {
    const lineEnd = text.indexOf('\n', Math.max(end - 1, offset + key[0]))
    return text.slice(0, offset + key[0]) + text.slice(lineEnd + 1)
  }
  if (node === null || (isScalar(node) && node.range[0] === node.range[1])) {
    const colon = text.indexOf(':', offset + key[1]) + 1
    return `${text.slice(0, colon)} ${writeInline(value)}${text.slice(colon).replace(/^[ \t]+(?=\S)/, ' ')}`
  }
  if (isSeq(node) && typeof value !== 'string') return setItems(text, node as YAMLSeq.Parsed, offset, value)
  return text.slice(0, offset + node.range[0]) + writeInline(value) + text.slice(end)
}

/** As `setField` for several keys, but leaves both versions of their lines between conflict markers. */
export function markFields(
  text: string,
  values: ReadonlyMap<FrontMatterKey, FrontMatterValue>,
  file: string,
): string {
  const marks = [...values].map(([name, value]) => {
    const mine = linesOf(text, name)
    const theirs = linesOf(setField(text, name, value), name)
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

/** The lines that a key and its value stand on; the place before the closing fence where there is no such key. */
function linesOf(text: string, name: FrontMatterKey): { start: number; end: number; lines: string[] } {
  const found = findPair(text, name)
  if (found === undefined) {
    const at = closingFence(text)
    return { start: at, end: at, lines: [] }
  }
  const start = found.offset + found.pair.key.range[0]
  const last = found.offset + (found.pair.value?.range[1] ?? found.pair.key.range[1])
  const end = text.indexOf('\n', Math.max(last - 1, start)) + 1
  return { start, end, lines: text.slice(start, end).trimEnd().split(/\r?\n/) }
}

/** The YAML of a file's front matter, where it begins, and where the body does. */
export function splitFile(text: string): { source: string; offset: number; bodyOffset: number } {
  const [whole = '', fence = '', source = ''] =
    /^(---[^\n]*\n)([\s\S]*?\n)??---[^\S\n]*(?:\n|$)/.exec(text) ?? []
  return { source, offset: fence.length, bodyOffset: whole.length }
}

interface Found {
  readonly pair: Pair<ParsedNode, ParsedNode | null>
  /** Of the YAML in the file. */
  readonly offset: number
}

function findPair(text: string, name: FrontMatterKey): Found | undefined {
  const { source, offset } = splitFile(text)
  const document = parseDocument(source, { version: '1.2', schema: 'failsafe', prettyErrors: false })
  if (!isMap(document.contents)) return undefined
  const names: readonly string[] = [...(INSTEAD.get(name) ?? []), name, ...KEY_ALIASES[name]]
  const pair = document.contents.items.find(({ key }) => isScalar(key) && names.includes(String(key.value)))
  return pair === undefined ? undefined : { pair: pair as Found['pair'], offset }
}

function insertField(text: string, name: FrontMatterKey, value: string | readonly string[]): string {
  const at = closingFence(text)
  const newline = text.includes('\r\n') ? '\r\n' : '\n'
  const lines = writeField(name, value).map((line) => line + newline)
  return text.slice(0, at) + lines.join('') + text.slice(at)
}

/** Offset of the line that ends the front matter. */
function closingFence(text: string): number {
  const found = /\n---[^\S\n]*(?:\n|$)/.exec(text)
  return found === null ? text.length : found.index + 1
}

function setItems(text: string, list: YAMLSeq.Parsed, offset: number, values: readonly string[]): string {
  const kept = list.items.filter((item) => values.some((value) => isSame(item, value)))
  const added = values.filter((value) => !list.items.some((item) => isSame(item, value)))
  const [start, end] = [offset + list.range[0], offset + list.range[1]]
  if (list.flow === true || values.length === 0) {
    const items = [
      ...kept.map((item) => text.slice(offset + item.range[0], offset + item.range[1])),
      ...added.map(writeScalar),
    ]
    // A block list begins on a line of its own, a flow list behind the colon.
    const head = list.flow === true ? text.slice(0, start) : `${text.slice(0, start).trimEnd()} `
    return `${head}[${items.join(', ')}]${text.slice(end)}`
  }
  const dash = lineOf(text, start)
  const indent = text.slice(dash, start)
  let changed = text
  const last = list.items.at(-1)
  if (last !== undefined && added.length > 0) {
    const at = lineEnd(text, offset + last.range[1])
    changed =
      text.slice(0, at) + added.map((value) => `${indent}- ${writeScalar(value)}\n`).join('') + text.slice(at)
  }
  for (const item of list.items.toReversed()) {
    if (kept.includes(item)) continue
    changed =
      changed.slice(0, lineOf(text, offset + item.range[0])) +
      changed.slice(lineEnd(text, offset + item.range[1]))
  }
  return changed
}

/** A name in other capitals may be another term; then the site's own spelling tells which. */
function isSame(item: ParsedNode, value: string): boolean {
  return isScalar(item) && cleanTermName(String(item.value)) === cleanTermName(value)
}

function lineOf(text: string, at: number): number {
  return text.lastIndexOf('\n', at - 1) + 1
}

function lineEnd(text: string, at: number): number {
  const found = text.indexOf('\n', at)
  return found === -1 ? text.length : found + 1
}

function writeField(name: string, value: string | readonly string[]): string[] {
  if (typeof value === 'string') return [`${name}: ${writeScalar(value)}`]
  if (value.length === 0) return [`${name}: []`]
  return [`${name}:`, ...value.map((item) => `  - ${writeScalar(item)}`)]
}

function writeInline(value: string | readonly string[]): string {
  return typeof value === 'string' ? writeScalar(value) : `[${value.map(writeScalar).join(', ')}]`
}

/** A plain scalar where that is what it reads as (YAML 1.2, 7.3.3), otherwise in double quotes. */
function writeScalar(text: string): string {
  const isPlain =
    /^[\p{L}\p{N}./][\p{L}\p{N} _./:&+@()-]*$/u.test(text) &&
    !/: | $|:$|^(?:null|~)$/u.test(text) &&
    !/^[.-]{3}/.test(text)
  // YAML's double quotes know every escape of JSON.
  return isPlain ? text : JSON.stringify(text)
}
