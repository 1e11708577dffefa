import { segments } from '../standards/segments.ts'

export interface TextMeasure {
  /** Characters as people count them, blanks left out. */
  readonly characters: number
  /** Words between blanks; a run of Japanese is not counted. */
  readonly words: number
  readonly minutes: number
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/gu

/**
 * A sign of ASCII or Japanese before another one. Both are of the class Other, between which a character always ends
 * (UAX 29, GB999), so it is one without a look at the rest; segmenting all takes eight times as long.
 */
const SURELY_ONE =
  /[!-~\u3001-\u3029\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF\uFF01-\uFF9D](?=[!-~\u3001-\u3029\u3041-\u3096\u30A1-\u30FF\u4E00-\u9FFF\uFF01-\uFF9D])/g

/** Japanese characters a minute: the middle of the 400 to 600 that are commonly reckoned with. */
const CHARACTERS_A_MINUTE = 500

/** English words a minute, silent reading of non-fiction (Brysbaert 2019, doi:10.1016/j.jml.2019.104047). */
const WORDS_A_MINUTE = 238

/** Measures the text of an article, as `outlineOf` gives it. */
export function measureText(written: string): TextMeasure {
  const text = written.normalize('NFC')
  const japanese = text.match(JAPANESE)?.length ?? 0
  const words = text.replace(JAPANESE, ' ').match(/[\p{L}\p{N}][^\s\p{Ps}\p{Pe}。、]*/gu)?.length ?? 0
  const signs = text.replace(/\s/g, '')
  const rest = signs.replace(SURELY_ONE, '')
  let characters = signs.length - rest.length
  for (const _ of segments(rest, 'grapheme')) characters += 1
  return {
    characters,
    words,
    minutes: Math.max(1, Math.round(japanese / CHARACTERS_A_MINUTE + words / WORDS_A_MINUTE)),
  }
}
