/** An article must not be able to send commands to the terminal, or to turn the order of its letters around; noncharacters stay inside. */
export function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Bidi_Control}\p{Noncharacter_Code_Point}]/gu, (character) =>
    character === '\t' ? character : '\uFFFD',
  )
}
