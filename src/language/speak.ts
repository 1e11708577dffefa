import { type Language, setLanguage } from './language.ts'

/**
 * Chooses the language of all that is said from now on. Texts that a module makes when it is loaded are in the language
 * of that moment, so this comes before any such module is loaded.
 */
export async function speak(language: Language): Promise<void> {
  // Loaded here, since who speaks English needs none.
  setLanguage(language, language === 'ja' ? (await import('./ja/catalogue.ts')).catalogue : {})
}
