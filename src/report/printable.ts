/** An article must not be able to send commands to the terminal, or to turn the order of its letters around. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, (character) =>
    character === '\t' ? character : '\uFFFD',
  )
}
