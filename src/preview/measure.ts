import { segments } from '../standards/segments.ts'

export interface TextMeasure {
  /** Characters as people count them, blanks left out. */
  readonly characters: number
  /** Words between blanks; a run of Japanese is not counted. */
  readonly words: number
  readonly minutes: number
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/gu

/** Japanese characters a minute: the middle of the 400 to 600 that are commonly reckoned with. */
const CHARACTERS_A_MINUTE = 500

/** English words a minute, silent reading of non-fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const WORDS_A_MINUTE = 238

/** Measures the text of an article, as `outlineOf` gives it. */
export function measureText(written: string): TextMeasure {
  const text = written.normalize('NFC')
  const japanese = text.match(JAPANESE)?.length ?? 0
  const words = text.replace(JAPANESE, ' ').match(/[\p{L}\p{N}][^\s\p{Ps}\p{Pe}。、]*/gu)?.length ?? 0
  let characters = 0
  for (const _ of segments(text.replace(/\s/g, ''), 'grapheme')) characters += 1
  return {
    characters,
    words,
    minutes: Math.max(1, Math.round(japanese / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE)),
  }
}
