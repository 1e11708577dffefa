import { stripVTControlCharacters } from 'node:util'
import { spokenLanguage } from './language.ts'

/** Sentences one after another; in Japanese no blank stands behind a full stop. */
export function joinSentences(...sentences: readonly string[]): string {
  return sentences
    .filter((sentence) => sentence !== '')
    .reduce((before, next) => before + (isClosed(before) ? '' : ' ') + next, '')
}

function isClosed(text: string): boolean {
  return text === '' || (spokenLanguage() === 'ja' && /[。！？]$/.test(stripVTControlCharacters(text)))
}
