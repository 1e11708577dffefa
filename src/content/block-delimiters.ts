/** A block comment as WordPress's own parser reads it (WP_Block_Parser::next_token). */
const DELIMITER = /<!--\s+(\/)?wp:[a-z][a-z0-9_-]*(?:\/[a-z][a-z0-9_-]*)?\s+(?:\{[\s\S]*?\}\s+)?(\/)?-->/g

/** One top-level piece of a post's content: a whole block with its comments, or what stands between blocks. */
export interface ContentPiece {
  readonly isBlock: boolean
  /** Byte for byte as in the content. */
  readonly text: string
}

/** True for content that WordPress treats as made of blocks: one comment is enough (has_blocks). */
export function hasBlocks(content: string): boolean {
  return content.includes('<!-- wp:')
}

/** How many blocks a piece of text opens and does not close; negative where it closes more. */
export function blockDepth(text: string): number {
  return [...text.matchAll(DELIMITER)].reduce((depth, delimiter) => depth + depthOf(delimiter), 0)
}

/** True for text that is block markup and nothing else, every block of it closed. */
export function isBlockMarkup(text: string): boolean {
  const pieces = splitBlocks(text.trim())
  return pieces.length > 0 && pieces.every((piece) => piece.isBlock || piece.text.trim() === '')
}

/** Splits content into its top-level blocks and what stands between them; joined they are the content again. */
export function splitBlocks(content: string): ContentPiece[] {
  const pieces: ContentPiece[] = []
  let start = 0
  let depth = 0
  for (const delimiter of content.matchAll(DELIMITER)) {
    const end = delimiter.index + delimiter[0].length
    if (depth === 0 && delimiter.index > start) {
      pieces.push({ isBlock: false, text: content.slice(start, delimiter.index) })
      start = delimiter.index
    }
    depth = Math.max(0, depth + depthOf(delimiter))
    if (depth > 0) continue
    // An end without a beginning is text.
    pieces.push({
      isBlock: delimiter[1] === undefined || start < delimiter.index,
      text: content.slice(start, end),
    })
    start = end
  }
  if (start < content.length) pieces.push({ isBlock: false, text: content.slice(start) })
  return pieces
}

function depthOf([, closes, isVoid]: RegExpMatchArray): number {
  if (isVoid !== undefined) return 0
  return closes === undefined ? 1 : -1
}
