/**
 * The last door of what is printed, behind `printable`, which knows single words: whatever has come so far, lines and
 * colours are all that a stream carries.
 */

const ESCAPE = '\u001b'

/** The colours that picocolors writes: styles without "conceal" and "blink", the 16 colours, and back (ECMA-48, 8.3.117). */
const COLOUR = new RegExp(`${ESCAPE}\\[(?:0|1|2|3|4|7|9|2[2-57-9]|3[0-79]|4[0-79]|9[0-7]|10[0-7])m`, 'y')

const CONTROL = /[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/gu

/** Shows nothing, and keeps what stands on both sides apart. */
const APART = '\u200b'

/** A report for people, which a log may take in. */
export function toReport(text: string): string {
  return withoutLogCommands(withoutControls(text))
}

/** A document for programs other than a log; in workflow commands of our own every word is escaped already. */
export function toDocument(text: string): string {
  return withoutOldCommands(withoutControls(text))
}

function withoutControls(text: string): string {
  return text.replace(CONTROL, (character, at: number) => {
    if (character === '\n' || character === '\t') return character
    COLOUR.lastIndex = at
    return character === ESCAPE && COLOUR.test(text) ? character : '\uFFFD'
  })
}

/**
 * Text in whose lines a log finds no command: runners of GitHub Actions obey a line that begins with `::`, blanks before
 * it aside (actions/runner, ActionCommand).
 */
export function withoutLogCommands(text: string): string {
  return withoutOldCommands(text).replace(/^(\s*):(?=:)/gm, `$1:${APART}`)
}

/** And, anywhere in a line, the older `##[command]`; Azure Pipelines `##vso[command]`. */
function withoutOldCommands(text: string): string {
  return text.replace(/##(?=\[|vso\[)/g, `#${APART}#`)
}
