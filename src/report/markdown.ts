import { printable } from './printable.ts'

const APART = '\u200b'

/**
 * Text in Markdown of GitHub in which nothing is Markdown, HTML, an address, a mention of somebody or of an issue; it
 * stays on one line and in its table's cell. References alone do not keep a mention from being one, so a space without
 * width follows its sign.
 */
export function escapeMarkdown(text: string): string {
  return printable(text.replace(/\s+/g, ' '))
    .replace(/@|#(?=\d)|\bGH-(?=\d)/gi, (sign) => `${sign}${APART}`)
    .replace(/[\\`*_{}[\]<>#|~&@\u200b]|:(?=\/\/)|(?<=www)\./gi, (sign) => `&#${sign.codePointAt(0)};`)
}

/** A code span that stays on one line and in its table's cell. */
export function codeSpan(text: string): string {
  return `\`${printable(text.replace(/\s+/g, ' ')).replaceAll('`', "'").replaceAll('|', '\\|')}\``
}

/** An address, which GitHub makes a link; as code where it holds more than addresses do. */
export function address(text: string): string {
  return /^https?:\/\/[\w.:/?=%+-]*$/.test(text) && !text.includes('__') ? text : codeSpan(text)
}
