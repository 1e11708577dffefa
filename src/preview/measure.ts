import type { ContentTemplate } from '../types.ts'

export interface TextMeasure {
  /** Characters as people count them, without blanks. */
  readonly characters: number
  /** Words of scripts that put blanks between them; Japanese has none to count. */
  readonly words: number
  /** Reading time, at 500 Japanese characters or 230 English words a minute. */
  readonly minutes: number
}

const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/gu

/** Counts the text of rendered content. */
export function measureText(content: ContentTemplate): TextMeasure {
  const text = content
    .replace(/<!--[\s\S]*?-->|<[^>]+>/g, ' ')
    .replace(/&[a-z]+;|&#\w+;/gi, 'x')
    .normalize('NFC')
  const wide = text.match(WIDE)?.length ?? 0
  const words = text.replace(WIDE, ' ').match(/[\p{L}\p{N}][\p{L}\p{N}'’.-]*/gu)?.length ?? 0
  return {
    characters: [...text.replace(/\s/g, '')].length,
    words,
    minutes: Math.max(1, Math.round(wide / 500 + words / 230)),
  }
}
