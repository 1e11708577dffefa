import { startOfOwn } from '../content/additions/hooked-blocks.ts'
import {
  type BlockDelimiter,
  delimitersIn,
  encodeAttributes,
  firstDelimiter,
  isSpelledAsSaved,
  replaceDelimiters,
  writeDelimiter,
} from '../content/block-delimiters.ts'
import type { FieldName } from '../fields/registry.ts'
import { decodePercent } from '../standards/percent.ts'
import { rememberLast } from '../standards/remember-last.ts'

/**
 * The source marker: which file a post comes from, and a short hash of each managed field as it was last
 * published. It makes a three-way comparison possible without any local state.
 */
export interface Marker {
  /** Key of the source post. */
  readonly key: string
  /** Id of the post that it was written into; absent in a draft that waits to be completed, and in markers of 0.2.0. */
  readonly id?: number
  /** When it was written by the clock of the site, UTC, as `modifiedGmt`; absent in markers of 0.2.0. */
  readonly at?: string
  /**
   * True where WordPress may have stored the texts otherwise than they were sent, and nobody has noted yet how. Only
   * the first revision with this very marker tells.
   */
  readonly isUnchecked?: boolean
  /** Hash of what the article said in each field that stands on the site as ids, see `said.ts`. */
  readonly said?: Readonly<Partial<Record<FieldName, string>>>
  /** Hash of each field as we sent it. */
  readonly base: Readonly<Partial<Record<FieldName, string>>>
  /** Hash of each field as the site stored it, where it changed what we sent. */
  readonly stored: Readonly<Partial<Record<FieldName, string>>>
  /** Ids of earlier headings that the content as last published carries; absent where there are none. */
  readonly anchors?: readonly CarriedAnchor[]
}

/** An id that a heading had once, kept so that links to it lead somewhere. */
export interface CarriedAnchor {
  readonly id: string
  /** Id of the heading that carries it; empty for the text before the first heading. */
  readonly heading: string
}

/** What every content with a marker holds, for finding such posts by the site's search. */
export const MARKER_WORD = 'rensai'

/** What is written holds no angle bracket (`encodeAttributes`), so that each beginning is looked at as far as the next. */
const COMMENT = /\n?<!-- rensai (\{[^<>\n]*\}) -->/

/** Reads the marker of a post's content; `undefined` where the post is not ours. */
export function readMarker(content: string): Marker | undefined {
  if (lastMention(content) === -1) return undefined
  for (const { json = '' } of delimitersIn(content)) {
    if (lastMention(json) === -1) continue
    const marker = toMarker(parse(json)?.metadata)
    if (marker !== undefined) return marker
  }
  return toMarker({ rensai: parse(COMMENT.exec(content)?.[1] ?? '') })
}

/** The content without any marker: the text that hashes and comparisons are about. */
export const removeMarker = rememberLast(1024, (content) => {
  const last = lastMention(content)
  if (last === -1) return content
  const withoutMarker = ({ kind, name, json = '' }: BlockDelimiter, block: string): string => {
    const attributes = lastMention(json) === -1 ? undefined : parse(json)
    const metadata = attributes?.metadata
    if (attributes === undefined || !isRecord(metadata) || !(MARKER_WORD in metadata)) return block
    const { [MARKER_WORD]: _, ...kept } = metadata
    const { metadata: __, ...others } = attributes
    return writeDelimiter(kind, name, Object.keys(kept).length === 0 ? others : { ...others, metadata: kept })
  }
  return replaceDelimiters(content, withoutMarker, last).replace(COMMENT, '')
})

/**
 * Puts the marker into content, replacing one that is there.
 *
 * Block markup carries it in the first block's `metadata`, an attribute that WordPress and its editor keep
 * without looking at it; plain HTML carries it in a trailing comment.
 */
export function writeMarker(text: string, marker: Marker): string {
  const bare = removeMarker(text)
  // A block that a plugin hooked in goes when the plugin does.
  const content = bare.slice(startOfOwn(bare)).trimStart()
  const opening = firstDelimiter(content)
  // A comment that an author spelled otherwise would not be the same again without the marker.
  if (opening === undefined || opening.kind === 'closing' || !isSpelledAsSaved(opening, content)) {
    return `${bare}\n<!-- ${MARKER_WORD} ${encodeAttributes(toJson(marker))} -->`
  }
  const attributes = parse(opening.json ?? '') ?? {}
  const metadata = isRecord(attributes.metadata) ? attributes.metadata : {}
  const marked = inOrder({ ...attributes, metadata: { ...metadata, [MARKER_WORD]: toJson(marker) } })
  const { kind, name, end } = opening
  const blank = bare.slice(0, bare.length - content.length)
  return blank + writeDelimiter(kind, name, marked) + content.slice(end)
}

/** The attributes that many blocks have; the editor of 7.1 writes them after a block's own, in this order. */
const SHARED =
  'lock metadata align className style backgroundColor textColor gradient fontSize fontFamily borderColor layout ariaLabel anchor allowedBlocks'.split(
    ' ',
  )

function inOrder(attributes: Record<string, unknown>): Record<string, unknown> {
  const own = Object.keys(attributes).filter((name) => !SHARED.includes(name))
  const shared = SHARED.filter((name) => name in attributes)
  return Object.fromEntries([...own, ...shared].map((name) => [name, attributes[name]]))
}

/** Behind the name of a field. */
const STORED = '-stored'
const SAID = '-said'

/** What is told of the post as a whole; whatever else stands in a marker is the hash of a field. */
const OF_THE_POST: readonly string[] = ['key', 'id', 'at', 'unchecked', 'anchors']

/** Flat and of plain strings: what survives the filter for users without unfiltered_html (wp_kses). */
function toJson(marker: Marker): Record<string, string> {
  const { key, id, at, isUnchecked = false, base, stored, said = {}, anchors = [] } = marker
  const kept = Object.entries(stored).map(([field, hash]) => [field + STORED, hash])
  const named = Object.entries(said).map(([field, hash]) => [field + SAID, hash])
  const carried = anchors.map(({ id, heading }) => `${encodeKey(id)}=${encodeKey(heading)}`).join(' ')
  return {
    key: encodeKey(key),
    ...(id === undefined ? {} : { id: String(id) }),
    ...(at === undefined ? {} : { at }),
    ...(isUnchecked ? { unchecked: 'true' } : {}),
    ...base,
    ...Object.fromEntries(kept),
    ...Object.fromEntries(named),
    ...(carried === '' ? {} : { anchors: carried }),
  }
}

function toMarker(metadata: unknown): Marker | undefined {
  const json = isRecord(metadata) ? metadata[MARKER_WORD] : undefined
  if (!isRecord(json) || typeof json.key !== 'string') return undefined
  const key = decodePercent(json.key)
  if (!isKey(key)) return undefined
  const hashes = Object.entries(json).filter(
    (entry): entry is [string, string] => !OF_THE_POST.includes(entry[0]) && typeof entry[1] === 'string',
  )
  const behind = (suffix: string): Record<string, string> =>
    Object.fromEntries(
      hashes.flatMap(([name, hash]) =>
        name.endsWith(suffix) ? [[name.slice(0, name.length - suffix.length), hash]] : [],
      ),
    )
  const said = behind(SAID)
  return {
    key,
    ...(/^[1-9]\d{0,15}$/.test(String(json.id)) ? { id: Number(json.id) } : {}),
    ...(isTime(json.at) ? { at: json.at } : {}),
    ...(json.unchecked === 'true' ? { isUnchecked: true } : {}),
    base: Object.fromEntries(hashes.filter(([name]) => ![STORED, SAID].some((end) => name.endsWith(end)))),
    stored: behind(STORED),
    ...(Object.keys(said).length === 0 ? {} : { said }),
    ...(typeof json.anchors === 'string' ? { anchors: toAnchors(json.anchors) } : {}),
  }
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(value)
}

/** False for what no file below a posts folder is called: whoever may write drafts can write a marker, too. */
function isKey(key: string): boolean {
  return key.split('/').every((part) => !['', '.', '..'].includes(part) && !part.includes('\0'))
}

function toAnchors(text: string): CarriedAnchor[] {
  return text.split(' ').map((pair) => {
    const [id = '', heading = ''] = pair.split('=').map(decodePercent)
    return { id, heading }
  })
}

/** Percent-encodes all but plain characters, and the second of two hyphens, which would end a comment. */
function encodeKey(key: string): string {
  return encodeURIComponent(key)
    .replaceAll('%2F', '/')
    .replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/-(?=-)/g, '%2D')
}

/** Where a text may name a marker for the last time, by an escape, too; -1 for most, which are not read any closer. */
function lastMention(text: string): number {
  return Math.max(text.lastIndexOf(MARKER_WORD), text.lastIndexOf('\\u'))
}

function parse(json: string): Record<string, unknown> | undefined {
  // Most blocks have no attributes, and an error takes long to make.
  if (json === '') return undefined
  try {
    const value: unknown = JSON.parse(json)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
