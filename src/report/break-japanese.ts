import stringWidth from 'fast-string-width'
import { segments } from '../standards/segments.ts'

const CODE = new RegExp(`(${String.fromCharCode(27)}\\[\\d+m)`)

/** Beside these a line may break without a blank. */
const JAPANESE =
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303f\u30fb\u30fc\uff00-\uff60]/u

/** What no line begins with (JIS X 4051, 8.1: closing brackets, stops, signs of repetition, small kana). */
const NO_START = new Set(
  '、。，．・：；？！」』）】〕］｝〉》〙〗’”ヽヾゝゞ々ー～…‥ぁぃぅぇぉっゃゅょゎゕゖァィゥェォッャュョヮヵヶ,.:;?!)]}%',
)

/** What no line ends with: opening brackets. */
const NO_END = new Set('「『（【〔［｛〈《〘〖‘“([{')

/** Whether Japanese has a place here where a line may break without a blank. */
export function hasJapanese(text: string): boolean {
  return [...text].some((character) => JAPANESE.test(character))
}

interface Piece {
  /** Characters and codes of colours, one after another. */
  readonly parts: string[]
  width: number
  /** Blanks behind it, which go where the line breaks. */
  blanks: string
}

/**
 * Breaks one line of Japanese text, coloured or not, between its words, where its rules allow that, and at blanks; a number
 * stays with its counter.
 *
 * @param columns of the widest line
 * @param isHard break what is wider than that, too
 */
export function breakJapanese(text: string, columns: number, isHard: boolean): string[] {
  const writer = new LineWriter()
  for (const { parts, width, blanks } of toPieces(text)) {
    const isTooWide = width > columns
    if (!writer.isEmpty && writer.reach(width) > columns && !(isTooWide && isHard)) writer.end()
    for (const part of parts) {
      const own = CODE.test(part) ? 0 : stringWidth(part)
      if (isTooWide && isHard && writer.reach(own) > columns && !writer.isEmpty) writer.end()
      writer.add(part, own)
    }
    writer.blanks += blanks
  }
  return writer.finish()
}

function toPieces(text: string): Piece[] {
  const pieces: Piece[] = []
  let piece: Piece = { parts: [], width: 0, blanks: '' }
  let openers: string[] = []
  let before = ''
  for (const part of text.split(CODE)) {
    if (CODE.test(part)) {
      // What begins a colour belongs to what follows, what ends one to what stands before.
      if (isCloser(part) && openers.length === 0) piece.parts.push(part)
      else openers.push(part)
      continue
    }
    for (const word of segments(part, 'word')) {
      let isAmidWord = false
      for (const character of segments(word, 'grapheme')) {
        if (character === ' ') {
          piece.blanks += character
          continue
        }
        const isFirst = piece.width === 0 && piece.blanks === ''
        if (!isFirst && !isAmidWord && mayBreak(before, piece.blanks !== '', character)) {
          pieces.push(piece)
          piece = { parts: [], width: 0, blanks: '' }
        }
        // Blanks that hold two pieces together are characters of both.
        for (const blank of piece.blanks) piece.parts.push(blank)
        piece.width += piece.blanks.length + stringWidth(character)
        piece.blanks = ''
        piece.parts.push(...openers, character)
        openers = []
        before = character
        isAmidWord = true
      }
    }
  }
  piece.parts.push(...openers)
  return [...pieces, piece]
}

function mayBreak(before: string, isApart: boolean, next: string): boolean {
  if (/\d$/.test(before) && JAPANESE.test(next)) return false
  if (isApart) return true
  if (NO_START.has(next) || NO_END.has(before)) return false
  return JAPANESE.test(before) || JAPANESE.test(next)
}

/** Collects lines; a colour that is on where a line ends is ended there and begun again. */
class LineWriter {
  readonly #lines: string[] = []
  #line = ''
  #on: string[] = []
  blanks = ''
  width = 0

  get isEmpty(): boolean {
    return this.width === 0
  }

  /** Where the line would end with so many columns more. */
  reach(width: number): number {
    return this.width + this.blanks.length + width
  }

  add(part: string, width: number): void {
    if (width === 0 && CODE.test(part)) {
      this.#on = isCloser(part) ? this.#on.filter((code) => closerOf(code) !== part) : [...this.#on, part]
    }
    this.#line += this.blanks + part
    this.width = this.reach(width)
    this.blanks = ''
  }

  end(): void {
    this.#lines.push(this.#line + this.#on.map(closerOf).reverse().join(''))
    this.#line = this.#on.join('')
    this.width = 0
    this.blanks = ''
  }

  finish(): string[] {
    return [...this.#lines, this.#line]
  }
}

function isCloser(code: string): boolean {
  return closerOf(code) === code
}

/** The code that ends what a code begins (ECMA-48, 8.3.117); one that ends something is its own. */
function closerOf(code: string): string {
  const number = Number(/\d+/.exec(code)?.[0])
  const ends =
    number === 1 || number === 2
      ? 22
      : number >= 3 && number <= 9
        ? number + 20
        : (number >= 30 && number <= 37) || (number >= 90 && number <= 97)
          ? 39
          : (number >= 40 && number <= 47) || (number >= 100 && number <= 107)
            ? 49
            : number
  return code.replace(/\d+/, String(ends))
}
