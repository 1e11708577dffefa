import { type BundledLanguage, bundledLanguages } from 'shiki/langs'

/** What Shiki takes for a language without colours. */
const PLAIN = ['text', 'txt', 'plain', 'plaintext', 'ansi']

/** Every name that code can be highlighted under, aliases included. */
export const languageNames: readonly string[] = [...Object.keys(bundledLanguages), ...PLAIN]

/** True for a language that Shiki knows, by name or alias, in lower case. */
export function isHighlightable(name: string): name is BundledLanguage {
  return Object.hasOwn(bundledLanguages, name) || PLAIN.includes(name)
}
