import stringWidth from 'fast-string-width'

/** A text with blanks behind it up to so many columns of a terminal, where a Japanese character takes two. */
export function padColumns(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - stringWidth(text)))
}

/** The columns that the widest of some texts takes. */
export function widest(texts: readonly string[]): number {
  return Math.max(...texts.map((text) => stringWidth(text)))
}
