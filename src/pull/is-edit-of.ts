import { isMap } from 'yaml'
import type { FrontMatterValue } from '../fields/managed-field.ts'
import type { FrontMatterKey } from '../posts/front-matter-keys.ts'
import { NO_OWN_KEYS, type OwnKeys, ownKeysOf, statusOfFlag } from '../posts/own-keys.ts'
import { termKey } from '../posts/terms.ts'
import { keysOf, parseYaml, splitFile } from './yaml-source.ts'

/**
 * Whether front matter that was edited is read as the edited one: the edited keys say what they are to say, all others
 * what they said.
 */
export function isEditOf(
  before: string,
  after: string,
  edits: ReadonlyMap<FrontMatterKey, FrontMatterValue>,
  keys: OwnKeys = NO_OWN_KEYS,
): boolean {
  const [old, now] = [before, after].map(readValues)
  if (old === undefined || now === undefined) return false
  for (const [name, value] of edits) {
    const key = keysOf(name, keys).find((candidate) => now.has(candidate))
    const written = key === undefined ? undefined : now.get(key)
    const isFlag = key !== undefined && ownKeysOf('status', keys).includes(key)
    const read = isFlag && typeof written === 'string' ? (statusOfFlag(key, written) ?? written) : written
    if (!saysSame(read, value)) return false
    for (const own of keysOf(name, keys)) for (const values of [old, now]) values.delete(own)
  }
  return JSON.stringify([...old]) === JSON.stringify([...now])
}

function saysSame(read: unknown, value: FrontMatterValue): boolean {
  if (value === undefined || typeof value === 'string') return read === value
  const items = Array.isArray(read) ? read : [read]
  const [found, wanted] = [items.map(String), value].map((names) => new Set(names.map(termKey)))
  return found?.size === wanted?.size && [...(found ?? [])].every((name) => wanted?.has(name))
}

/** The values of the front matter by key; `undefined` where it cannot be read. */
function readValues(text: string): Map<string, unknown> | undefined {
  const { source } = splitFile(text)
  const document = parseYaml(source)
  if (document.errors.length > 0) return undefined
  if (document.contents === null) return new Map()
  return isMap(document.contents) ? new Map(Object.entries(document.toJS() as object)) : undefined
}
