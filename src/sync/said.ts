import { FIELD_NAMES, FIELDS, type FieldName } from '../fields/registry.ts'
import { sha256 } from '../standards/sha256.ts'
import type { DesiredPost } from './types.ts'

/**
 * Short hashes of what an article says in the fields that stand on the site as ids: the names of its terms, the bytes
 * of its pictures, the articles that it links to. Where one of those is gone from the site the field has no value
 * that could be compared; by this it is still known whether the article was changed.
 */
export function hashSaid(desired: DesiredPost): Partial<Record<FieldName, string>> {
  const given = FIELD_NAMES.filter(
    (name) => FIELDS[name].whenGone !== undefined && desired[name] !== undefined,
  )
  return Object.fromEntries(given.map((name) => [name, sha256(JSON.stringify(desired[name])).slice(0, 8)]))
}
