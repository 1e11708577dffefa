import { readContent } from '../content/read-content.ts'
import { toUnits } from './content-to-markdown.ts'
import type { PullContext } from './context.ts'
import { splitNotes } from './footnotes.ts'
import { mergeLines } from './merge-lines.ts'
import type { Segment } from './segments.ts'
import type { PulledUnit } from './units.ts'

/** More than a long paragraph; comparing words takes a while. */
const MOST_WORDS = 5000

/**
 * Gives each unit that takes the place of an author's piece one more way to be written, tried first: the author's own
 * text with the edit in it, so that a word that is typed on the site is all that changes in the file. Whether it comes
 * out right is found out as with every way.
 */
export async function keepWording(
  units: readonly PulledUnit[],
  segments: readonly Segment[],
  context: PullContext,
): Promise<PulledUnit[]> {
  const unseen = segments.filter(({ keys }) => keys.length === 0).map(({ text }) => text)
  return await Promise.all(
    units.map(async (unit) => {
      const segment = unit.isOwn === true ? undefined : segments[unit.place?.index ?? -1]
      if (segment === undefined) return unit
      const own = await withEdit(segment.text, unseen, unit, context)
      return own === undefined ? unit : { ...unit, ways: [...new Set([own, ...unit.ways])] }
    }),
  )
}

/** `undefined` where the edit concerns what the author wrote otherwise than we would. */
async function withEdit(
  text: string,
  unseen: readonly string[],
  unit: PulledUnit,
  context: PullContext,
): Promise<string | undefined> {
  const read = readContent(await context.render([text, ...unseen].join('\n\n')))
  const [before] = toUnits((splitNotes(read, context)?.units ?? read).slice(0, 1), context)
  const [mine, base, theirs] = [text, before?.ways[0] ?? '', unit.ways[0] ?? ''].map(toWords)
  if (mine === undefined || base === undefined || theirs === undefined) return undefined
  if (Math.max(mine.length, base.length, theirs.length) > MOST_WORDS) return undefined
  const regions = mergeLines(mine, base, theirs)
  return regions
    .flatMap((region) => (region.kind === 'settled' ? [region.lines.join('')] : [undefined]))
    .reduce<string | undefined>(
      (whole, part) => (whole === undefined || part === undefined ? undefined : whole + part),
      '',
    )
}

/** Words, blanks, and each other character for itself. */
function toWords(text: string): string[] {
  return text.match(/[a-z0-9]+|\s+|./giu) ?? []
}
