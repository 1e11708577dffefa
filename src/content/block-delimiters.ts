/**
 * The comments between which blocks stand: the one place that knows how they are written. What they make of a document
 * is in `flatten-blocks.ts`; here is what keeps every byte where it is.
 */

/** How a block comment begins, as WordPress's own parser reads it (WP_Block_Parser::next_token). */
const BEGINNING = /<!--\s+(?<slash>\/)?wp:(?<name>[a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?)\s+/g

/** How it ends right behind that, where it has no attributes. */
const BARE_END = /(?<end>\/)?-->/y

/** How it ends behind its attributes, which end with the first brace that stands so. */
const JSON_END = /\}\s+(?<end>\/)?-->/g

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
  return [...delimitersIn(content)]
}

/** The block comment that a text begins with. */
export function firstDelimiter(text: string): BlockDelimiter | undefined {
  if (!text.startsWith('<!--')) return undefined
  const [first] = delimitersIn(text)
  return first?.start === 0 ? first : undefined
}

/**
 * Finds them one by one, for who needs only the first of them. Where each comment ends is looked for once, however many
 * of them begin and do not end.
 */
export function* delimitersIn(content: string): Iterable<BlockDelimiter> {
  const ends = content.matchAll(JSON_END)
  let jsonEnd = ends.next()
  let end = 0
  for (const { index: start, 0: beginning, groups = {} } of content.matchAll(BEGINNING)) {
    if (start < end) continue
    const behind = start + beginning.length
    const { slash, name = '' } = groups
    if (content[behind] === '{') {
      while (!jsonEnd.done && jsonEnd.value.index < behind) jsonEnd = ends.next()
      if (jsonEnd.done) continue
      const { index, 0: written, groups: found } = jsonEnd.value
      end = index + written.length
      yield { kind: kindOf(slash, found?.end), name, json: content.slice(behind, index + 1), start, end }
      continue
    }
    BARE_END.lastIndex = behind
    const found = BARE_END.exec(content)
    if (found === null) continue
    end = behind + found[0].length
    yield { kind: kindOf(slash, found.groups?.end), name, json: undefined, start, end }
  }
}

function kindOf(slash: string | undefined, end: string | undefined): BlockDelimiter['kind'] {
  return end !== undefined ? 'void' : slash !== undefined ? 'closing' : 'opening'
}

/** True for a comment that is spelled as the editor saves it: on one line, its parts a blank apart. */
export function isSpelledAsSaved({ kind, name, json, start, end }: BlockDelimiter, content: string): boolean {
  const bare = writeDelimiter(kind, name)
  const spelled = json === undefined ? bare : bare.replace(/\/?-->$/, (sign) => `${json} ${sign}`)
  return content.slice(start, end) === spelled && !spelled.includes('\n')
}

/**
 * Writes block comments anew; what stands between them stays, byte for byte.
 *
 * @param last comments that begin behind this index stay as they are, too
 */
export function replaceDelimiters(
  content: string,
  write: (delimiter: BlockDelimiter, text: string) => string,
  last = content.length,
): string {
  let end = 0
  let text = ''
  for (const delimiter of delimitersIn(content)) {
    if (delimiter.start > last) break
    text += content.slice(end, delimiter.start)
    end = delimiter.end
    text += write(delimiter, content.slice(delimiter.start, delimiter.end))
  }
  return text + content.slice(end)
}

/** The content without its block comments, which readers never see, and the ends of their lines. */
export function removeDelimiters(content: string): string {
  let text = ''
  let end = 0
  for (const delimiter of delimitersIn(content)) {
    text += content.slice(end, delimiter.start)
    end = content[delimiter.end] === '\n' ? delimiter.end + 1 : delimiter.end
  }
  return text + content.slice(end)
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

function escapeJson(json: string): string {
  return json
    .replaceAll('--', '\\u002d\\u002d')
    .replaceAll('<', '\\u003c')
    .replaceAll('>', '\\u003e')
    .replaceAll('&', '\\u0026')
    .replaceAll('\\"', '\\u0022')
}
