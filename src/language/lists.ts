import { spokenLanguage } from './language.ts'

/** British English has no comma before the last "and". */
const LOCALES = { en: 'en-GB', ja: 'ja' } as const

/** "a, b and c"; "a、b、c". */
export function listAll(items: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[spokenLanguage()], { type: 'conjunction' }).format(items)
}

/** "a, b or c"; "a、b、または c". */
export function listEither(items: readonly string[]): string {
  return new Intl.ListFormat(LOCALES[spokenLanguage()], { type: 'disjunction' }).format(items)
}

/** "a, b, c"; "a、b、c". */
export function listItems(items: readonly string[]): string {
  return items.join(spokenLanguage() === 'ja' ? '、' : ', ')
}

/** Lists and sentences without full stops, one after another: "a, b; c"; "a、b。c". */
export function listParts(parts: readonly string[]): string {
  return parts.join(spokenLanguage() === 'ja' ? '。' : '; ')
}
