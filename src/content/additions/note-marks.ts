import { htmlTags } from '../../standards/html-tags.ts'

/** A stretch of text that a review note is about, as the editor of WordPress 7.1 saves it. */
export interface NoteMark {
  /** Its start tag as it is written. */
  readonly tag: string
  /** Where the whole stands, UTF-16 units, `end` exclusive, and what the tags stand around. */
  readonly start: number
  readonly end: number
  readonly innerStart: number
  readonly innerEnd: number
}

/**
 * The marks of review notes in a piece of HTML, `<mark class="wp-note" data-id="…">`, each with its own end tag however
 * marks lie in each other, as WordPress takes them out for readers (wp_strip_inline_note_markers).
 */
export function findNoteMarks(html: string): NoteMark[] {
  if (!html.includes('wp-note')) return []
  const marks: NoteMark[] = []
  const open: { isNote: boolean; start: number; end: number }[] = []
  for (const { name, isEnd, attributes, start, end } of htmlTags(html)) {
    if (name !== 'mark') continue
    if (!isEnd) {
      const names = attributes.find((attribute) => attribute.name === 'class')?.value ?? ''
      open.push({ isNote: names.split(/\s+/).includes('wp-note'), start, end })
      continue
    }
    const last = open.pop()
    if (last?.isNote !== true) continue
    const tag = html.slice(last.start, last.end)
    marks.push({ tag, start: last.start, end, innerStart: last.end, innerEnd: start })
  }
  return marks
}

/** A piece of HTML without the marks of review notes; what they stand around stays. */
export function removeNoteMarks(html: string): string {
  const tags = findNoteMarks(html).flatMap(({ start, end, innerStart, innerEnd }) => [
    [start, innerStart] as const,
    [innerEnd, end] as const,
  ])
  let text = ''
  let from = 0
  for (const [start, end] of tags.toSorted(([a], [b]) => a - b)) {
    text += html.slice(from, start)
    from = end
  }
  return text + html.slice(from)
}
