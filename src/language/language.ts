import { own } from '../standards/own.ts'
import type { Catalogue } from './catalogue.ts'

/** The languages in which the program speaks with people. */
export const LANGUAGES = ['en', 'ja'] as const

export type Language = (typeof LANGUAGES)[number]

/** One process speaks one language; threads are told it (threads/tasks.ts). */
let spoken: Language = 'en'
let catalogue: Catalogue = {}

/** The language of what is said now. */
export function spokenLanguage(): Language {
  return spoken
}

/** Sets the language and what it says; whoever chooses one calls `speak` (speak.ts). */
export function setLanguage(language: Language, texts: Catalogue): void {
  spoken = language
  catalogue = texts
}

/** What the language has for an English text; the text itself in English, and where it has nothing. */
export function translate(english: string): string {
  return own(catalogue, english) ?? english
}
