import { escapeText } from '../standards/html.ts'
import { htmlToText } from '../standards/html-to-text.ts'
import type { ManagedField } from './managed-field.ts'
import { plainToText } from './plain-text.ts'

type Parts = Pick<ManagedField<never, unknown, string | undefined, string>, 'resolve' | 'canonical' | 'text'>

/**
 * For a plain text that WordPress stores and shows as HTML. As it is written and found it is HTML, `A &amp; B`; what
 * counts, is hashed and is read by people is the text, `A & B`, however its HTML is spelt.
 */
export const HTML_TEXT: Parts = {
  resolve: (text) => (text === undefined ? undefined : escapeText(text)),
  // Text that would be another one as HTML never has the hash of the same letters stored as HTML by 0.2.0.
  canonical: (html) => {
    const text = htmlToText(html)
    return htmlToText(text) === text ? text : escapeText(text)
  },
  text: { live: htmlToText, desired: plainToText },
}
