import { FIELD_NAMES, FIELDS, type FieldName } from '../fields/registry.ts'
import { sha256 } from '../standards/sha256.ts'
import type { DesiredPost } from './types.ts'

/**
 * Short hashes of what an article says in the fields that stand on the site as ids: the names of its terms, the bytes
 * of its pictures, the articles that it links to. Where one of those is gone from the site the field has no value
 * that could be compared; by this it is still known whether the article was changed.
 */
export function hashSaid(desired: DesiredPost): Partial<Record<FieldName, string>> {
  const hashes = FIELD_NAMES.map((name) => [name, hashSaidIn(desired, name)] as const)
  return Object.fromEntries(hashes.filter(([, hash]) => hash !== undefined))
}

/** The hash of one field; `undefined` for all that do not stand on the site as ids, and where the article has none. */
export function hashSaidIn(desired: DesiredPost, name: FieldName): string | undefined {
  if (FIELDS[name].whenGone === undefined || desired[name] === undefined) return undefined
  return sha256(JSON.stringify(desired[name])).slice(0, 8)
}
