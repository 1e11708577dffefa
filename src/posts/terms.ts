import { decodeHTML } from 'entities'
import { rememberLast } from '../standards/remember-last.ts'

/**
 * The name of a term as people mean it: entities decoded, Unicode NFC, blanks folded.
 *
 * WordPress stores `A & B` as `A &amp; B`, folds blanks, and takes the composed and decomposed form of one
 * Japanese letter for two terms.
 */
export const cleanTermName = rememberLast(4096, (name) =>
  decodeHTML(name).normalize('NFC').replace(/\s+/g, ' ').trim(),
)

/** What two names have in common exactly when WordPress takes them for one term: it ignores case. */
export function termKey(name: string): string {
  return cleanTermName(name).toLowerCase()
}

/** A looser key for spotting misspelt tags: width, case, blanks and punctuation do not count. */
export function looseTermKey(name: string): string {
  return cleanTermName(name)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-_.・]+/g, '')
}
