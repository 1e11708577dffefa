/**
 * The comments between which blocks stand: the one place that knows how they are written. Documents are parsed by
 * WordPress's own parser (`readContent`); here is what keeps every byte where it is.
 */

/** A block comment as WordPress's own parser reads it (WP_Block_Parser::next_token). */
const DELIMITER =
  /<!--\s+(?<slash>\/)?wp:(?<name>[a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+(?:(?<json>\{[\s\S]*?\})\s+)?(?<end>\/)?-->/g

const AT_START = new RegExp(`^${DELIMITER.source}`)

/** One block comment of a content. */
export interface BlockDelimiter {
  readonly kind: 'opening' | 'closing' | 'void'
  /** As it is written: blocks of WordPress itself mostly without their `core/`. */
  readonly name: string
  /** The attributes as they stand there; `undefined` where there are none. */
  readonly json: string | undefined
  readonly start: number
  readonly end: number
}

type Attributes = Readonly<Record<string, unknown>>

/** Lists the block comments of a content in order. */
export function findDelimiters(content: string): BlockDelimiter[] {
  return [...content.matchAll(DELIMITER)].map(toDelimiter)
}

/** The block comment that a text begins with. */
export function firstDelimiter(text: string): BlockDelimiter | undefined {
  const found = AT_START.exec(text)
  return found === null ? undefined : toDelimiter(found)
}

/** True for a comment that is spelled as the editor saves it: on one line, its parts a blank apart. */
export function isSpelledAsSaved({ kind, name, json, start, end }: BlockDelimiter, content: string): boolean {
  const bare = writeDelimiter(kind, name)
  const spelled = json === undefined ? bare : bare.replace(/\/?-->$/, (sign) => `${json} ${sign}`)
  return content.slice(start, end) === spelled && !spelled.includes('\n')
}

/** Writes block comments anew; what stands between them stays, byte for byte. */
export function replaceDelimiters(
  content: string,
  write: (delimiter: BlockDelimiter, text: string) => string,
): string {
  let end = 0
  const parts = findDelimiters(content).map((delimiter) => {
    const before = content.slice(end, delimiter.start)
    end = delimiter.end
    return before + write(delimiter, content.slice(delimiter.start, delimiter.end))
  })
  return parts.join('') + content.slice(end)
}

/** The content without its block comments, which readers never see, and the ends of their lines. */
export function removeDelimiters(content: string): string {
  return content.replace(new RegExp(`${DELIMITER.source}\\n?`, 'g'), '')
}

/** True for content that WordPress treats as made of blocks: one comment is enough (has_blocks). */
export function hasBlocks(content: string): boolean {
  return content.includes('<!-- wp:')
}

/** A block as the editor saves it: its markup between the comments that name it. */
export function writeBlock(name: string, attributes: Attributes, html: string): string {
  return `${writeDelimiter('opening', name, attributes)}\n${html}\n${writeDelimiter('closing', name)}`
}

/** A block that is its comment and nothing else. */
export function writeVoidBlock(name: string, attributes: Attributes = {}): string {
  return writeDelimiter('void', name, attributes)
}

/** A comment as the editor writes it (getCommentDelimitedContent of @wordpress/blocks). */
export function writeDelimiter(
  kind: BlockDelimiter['kind'],
  name: string,
  attributes: Attributes = {},
): string {
  if (kind === 'closing') return `<!-- /wp:${name} -->`
  const json = Object.keys(attributes).length === 0 ? '' : `${encodeAttributes(attributes)} `
  return `<!-- wp:${name} ${json}${kind === 'void' ? '/' : ''}-->`
}

/**
 * JSON as the editor writes it into a comment (serializeAttributes of @wordpress/blocks). The id of an upload is
 * a number; its reference stands there without quotes until it is filled in.
 */
export function encodeAttributes(attributes: Attributes): string {
  return escapeJson(JSON.stringify(attributes)).replace(/"(\uFDD0[^"]*\|id\uFDD1)"/g, '$1')
}

/** A text as it stands between the quotes of a block's attribute. */
export function escapeAttributeValue(text: string): string {
  return escapeJson(JSON.stringify(text)).slice(1, -1)
}

function toDelimiter({ index, 0: text, groups = {} }: RegExpExecArray): BlockDelimiter {
  const { slash, name = '', json, end } = groups
  return {
    kind: end !== undefined ? 'void' : slash !== undefined ? 'closing' : 'opening',
    name,
    json,
    start: index,
    end: index + text.length,
  }
}

function escapeJson(json: string): string {
  return json
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022')
}
