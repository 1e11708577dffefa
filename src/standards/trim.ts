/** A text without the signs that it ends with; a regular expression would try every run of them inside it, too. */
export function trimEnd(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text[end - 1] ?? '')) end -= 1
  return text.slice(0, end)
}

/** A text in which each run of blanks, tabs and line ends that holds a line end is written otherwise. */
export function replaceLineEnds(text: string, write: (blanks: string, offset: number) => string): string {
  return text.replace(/[ \t\r\n]+/g, (blanks, offset: number) =>
    /[\r\n]/.test(blanks) ? write(blanks, offset) : blanks,
  )
}
