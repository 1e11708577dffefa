import { type BlockDelimiter, findDelimiters, firstDelimiter, writeBlock } from './block-delimiters.ts'

/** One top-level piece of a post's content: a whole block with its comments, or what stands between blocks. */
export interface ContentPiece {
  readonly isBlock: boolean
  /** Byte for byte as in the content. */
  readonly text: string
}

/** How many blocks a piece of text opens and does not close; negative where it closes more. */
export function blockDepth(text: string): number {
  return findDelimiters(text).reduce((depth, delimiter) => depth + depthOf(delimiter), 0)
}

/** True for text that is block markup and nothing else, every block of it closed. */
export function isBlockMarkup(text: string): boolean {
  const pieces = splitBlocks(text.trim())
  return pieces.length > 0 && pieces.every((piece) => piece.isBlock || piece.text.trim() === '')
}

/** Block markup with a line between blocks that nothing parts: such are those that plugins hook in. */
export function partBlocks(text: string): string {
  const pieces = splitBlocks(text)
  return pieces
    .map((piece, index) => (piece.isBlock && pieces[index - 1]?.isBlock ? `\n\n${piece.text}` : piece.text))
    .join('')
}

/** Splits content into its top-level blocks and what stands between them; joined they are the content again. */
export function splitBlocks(content: string): ContentPiece[] {
  const pieces: ContentPiece[] = []
  let start = 0
  let depth = 0
  for (const delimiter of findDelimiters(content)) {
    if (depth === 0 && delimiter.start > start) {
      pieces.push({ isBlock: false, text: content.slice(start, delimiter.start) })
      start = delimiter.start
    }
    depth = Math.max(0, depth + depthOf(delimiter))
    if (depth > 0) continue
    // An end without a beginning is text.
    const isBlock = delimiter.kind !== 'closing' || start < delimiter.start
    pieces.push({ isBlock, text: content.slice(start, delimiter.end) })
    start = delimiter.end
  }
  if (start < content.length) pieces.push({ isBlock: false, text: content.slice(start) })
  return pieces
}

/** What stands in a block without attributes, as `writeBlock` writes it; `undefined` for anything else. */
export function unwrapBlock(name: string, text: string): string | undefined {
  const opening = firstDelimiter(text)
  const closing = findDelimiters(text).at(-1)
  if (opening === undefined || closing === undefined) return undefined
  const html = text.slice(opening.end + 1, closing.start - 1)
  return writeBlock(name, {}, html) === text ? html : undefined
}

/** The content without the blocks of one name, wherever they stand. */
export function withoutBlocks(name: string, content: string): string {
  let text = ''
  let end = 0
  let isInside = false
  for (const delimiter of findDelimiters(content)) {
    if (delimiter.name !== name || delimiter.kind === 'void') continue
    if (!isInside && delimiter.kind === 'opening') {
      text += content.slice(end, delimiter.start)
      isInside = true
      end = delimiter.start
    } else if (isInside && delimiter.kind === 'closing') {
      isInside = false
      end = delimiter.end
    }
  }
  return text + content.slice(end)
}

function depthOf({ kind }: BlockDelimiter): number {
  return { opening: 1, closing: -1, void: 0 }[kind]
}
