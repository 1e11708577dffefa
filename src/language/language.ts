import { own } from '../standards/own.ts'
import type { Catalogue } from './catalogue.ts'

/** The languages in which the program speaks with people. */
export const LANGUAGES = ['en', 'ja'] as const

export type Language = (typeof LANGUAGES)[number]

/** One process speaks one language; threads are told it (digest/digester.ts). */
let spoken: Language = 'en'
let catalogue: Catalogue = {}

/** The language of what is said now. */
export function spokenLanguage(): Language {
  return spoken
}

/**
 * Chooses the language of all that is said from now on. Texts that a module makes when it is loaded are in the language
 * of that moment, so this comes before any such module is loaded.
 */
export async function speak(language: Language): Promise<void> {
  // Loaded here, since who speaks English needs none.
  catalogue = language === 'ja' ? (await import('./ja/catalogue.ts')).catalogue : {}
  spoken = language
}

/** What the language has for an English text; the text itself in English, and where it has nothing. */
export function translate(english: string): string {
  return own(catalogue, english) ?? english
}
