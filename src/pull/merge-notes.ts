import type { Note } from '../constructs/footnotes/read-notes.ts'
import type { PullContext } from './context.ts'
import { writeNote } from './footnotes.ts'
import type { Segment } from './segments.ts'

export interface MergedNotes {
  /** The pieces of the article, the definitions of its notes as they are to be. */
  readonly segments: readonly Segment[]
  /** The definitions of notes that the article does not have yet. */
  readonly definitions: string
}

/**
 * Keeps the definition of every note that says the same, byte for byte; writes those anew that say something else,
 * and takes out those whose note is gone. A definition that nothing refers to shows nothing, and stays.
 *
 * @param own the notes of the article as it is
 * @param live those that it is to have
 * @returns `undefined` where Markdown cannot say what a note says
 */
export async function mergeNotes(
  segments: readonly Segment[],
  own: readonly Note[],
  live: readonly Note[],
  context: PullContext,
): Promise<MergedNotes | undefined> {
  const [before, after] = [byLabel(own), byLabel(live)]
  const written = new Map<string, string>()
  for (const [label, note] of after) {
    if (before.get(label)?.key === note.key) continue
    const text = await writeNote(note, context)
    if (text === undefined) return undefined
    written.set(label, text)
  }

  const merged: Segment[] = []
  let gap: string | undefined
  for (const segment of segments) {
    const { note } = segment
    if (note !== undefined && before.has(note) && !after.has(note)) {
      gap ??= segment.before
      continue
    }
    const text = note === undefined ? undefined : written.get(note)
    if (note !== undefined) written.delete(note)
    merged.push({ ...segment, text: text ?? segment.text, before: gap ?? segment.before })
    gap = undefined
  }
  return { segments: merged, definitions: [...written.values()].join('\n\n') }
}

function byLabel(notes: readonly Note[]): ReadonlyMap<string, Note> {
  return new Map(notes.map((note) => [note.label.toLowerCase(), note]))
}
