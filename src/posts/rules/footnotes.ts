import type { FootnoteDefinition, Nodes, Root } from 'mdast'
import { say } from '../../language/say.ts'
import { visit } from '../../standards/visit.ts'
import { literalMatches } from '../literal-text.ts'
import type { ContentRule } from '../rule.ts'

/** What looks like a reference (GFM, footnotes); groups: what stands behind it. */
const REFERENCE = /\[\^([^\s[\]^\uFFFC]+)\](:|：|[*+?{|)\\$])?/g

/** What stands in a class of a regular expression rather than in a label: a range, or signs alone. */
const CHARACTER_CLASS = /[a-z]-[a-z]|\d-\d|^[^\p{L}\p{N}]+$|\\/iu

export const footnoteMissing: ContentRule = {
  id: 'footnote-missing',
  severity: 'warn',
  summary: say`Every reference to a footnote has its note.`,
  begin({ source }, _, report) {
    const text = String(source.file)
    if (!text.includes('[^')) return {}
    return literalMatches(text, REFERENCE, ({ match: [written, label = '', behind], start, place }) => {
      const before = text[start - 1] ?? ''
      // A class of a regular expression that stands outside code: `[^a-z]`, `[^,]+`, `/[^x]/`.
      if (CHARACTER_CLASS.test(label) || /[\\/^(|[\]]/.test(before) || /^[^:：]/.test(behind ?? '')) return
      const reference = `[^${label}]`
      const isNote = behind !== undefined
      report({
        reason: isNote
          ? say`This is no note, but text: "${written}".`
          : say`There is no note for ${reference}, and readers see it as it stands.`,
        place,
        note: isNote
          ? say`Begin a line with "${reference}: " where the note stands.`
          : say`Add a line "${reference}: …" with the note, or write \\${reference} if it is text.`,
      })
    })
  },
}

export const footnoteUnused: ContentRule = {
  id: 'footnote-unused',
  severity: 'warn',
  summary: say`Every footnote is referred to: readers do not see one that is not.`,
  begin({ source }, _, report) {
    if (!String(source.file).includes('[^')) return {}
    return {
      root(tree) {
        const notes: FootnoteDefinition[] = []
        visit(tree, 'footnoteDefinition', (note) => {
          notes.push(note)
        })
        if (notes.length === 0) return
        const first = new Map<string, FootnoteDefinition>()
        for (const note of notes) if (!first.has(note.identifier)) first.set(note.identifier, note)
        const shown = shownNotes(tree, first)
        for (const note of notes) {
          const { identifier, label, position } = note
          const name = `[^${label ?? identifier}]`
          const other = first.get(identifier)
          if (other === note && shown.has(identifier)) continue
          report({
            reason:
              other === note
                ? say`Nothing refers to the note ${name}, and readers do not see it.`
                : say`There is a note ${name} in line ${other?.position?.start.line ?? 1} already, and readers do not see this one.`,
            place: position,
            note:
              other === note
                ? say`Write ${name} where it belongs to, or take the note away.`
                : say`Give it a label of its own, and refer to it, or take it away.`,
          })
        }
      },
    }
  },
}

/** The notes that the text refers to, and those that such notes refer to. */
function shownNotes(tree: Root, notes: ReadonlyMap<string, FootnoteDefinition>): ReadonlySet<string> {
  const shown = new Set<string>()
  const waiting: Nodes[] = [tree]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node.type === 'footnoteReference' && !shown.has(node.identifier)) {
      shown.add(node.identifier)
      const note = notes.get(node.identifier)
      if (note !== undefined) waiting.push(...note.children)
    } else if ('children' in node && node.type !== 'footnoteDefinition') {
      for (const child of node.children) waiting.push(child)
    }
  }
  return shown
}
