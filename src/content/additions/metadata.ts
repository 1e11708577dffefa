import { type BlockDelimiter, writeDelimiter } from '../block-delimiters.ts'
import { isRecord, readBlockAttributes } from '../block-tree.ts'

type Metadata = Readonly<Record<string, unknown>>

/** What the editor and plugins note in a block's `metadata` beside its text: review notes, hooked blocks, bindings. */
const ADDED = ['noteId', 'ignoredHookedBlocks', 'bindings']

/** True for a comment that may have such metadata, or metadata of which nothing is left. */
export function mayHaveAdded(json: string): boolean {
  return /"(?:noteId|ignoredHookedBlocks|bindings)"|"metadata":(?:\{\}|\[\])/.test(json)
}

/** What is noted in a block's metadata beside its text. */
export function addedMetadata(attributes: Metadata): Metadata {
  const { metadata } = attributes
  if (!isRecord(metadata)) return {}
  return Object.fromEntries(Object.entries(metadata).filter(([name]) => ADDED.includes(name)))
}

/** A block's comment without what is noted in its metadata beside its text. */
export function removeAddedMetadata({ kind, name, json }: BlockDelimiter, written: string): string {
  if (json === undefined || !mayHaveAdded(json)) return written
  const attributes = readBlockAttributes(json)
  if (attributes === undefined) return written
  const { metadata, ...others } = attributes
  const kept = Object.entries(isRecord(metadata) ? metadata : {}).filter(([own]) => !ADDED.includes(own))
  const isList =
    metadata !== undefined && !isRecord(metadata) && !(Array.isArray(metadata) && metadata.length === 0)
  if (isList) return written
  if (kept.length === 0) return writeDelimiter(kind, name, others)
  return writeDelimiter(kind, name, { ...attributes, metadata: Object.fromEntries(kept) })
}

/** A block's comment with more noted in its metadata; what it has itself stays. */
export function addMetadata({ kind, name, json }: BlockDelimiter, written: string, added: Metadata): string {
  const attributes = readBlockAttributes(json)
  if (attributes === undefined || Object.keys(added).length === 0) return written
  const own = isRecord(attributes.metadata) ? attributes.metadata : {}
  // Where it stands does not matter to the editor, which writes its own order when it saves the block.
  return writeDelimiter(kind, name, { ...attributes, metadata: { ...added, ...own } })
}
