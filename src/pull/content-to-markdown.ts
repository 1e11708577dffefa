import { hasBlocks, writeBlock } from '../content/block-delimiters.ts'
import { listChanges } from '../content/list-changes.ts'
import { contentKeys } from '../content/normal-form.ts'
import { applyAutop, type ContentUnit, readContent } from '../content/read-content.ts'
import { bounded, ExcessError } from '../limits/bounded.ts'
import { isNestedTooDeep } from '../limits/nesting.ts'
import { MOST_CONTENT } from '../limits/sizes.ts'
import type { PullContext } from './context.ts'
import { type NotedUnits, splitNotes, writeNote } from './footnotes.ts'
import { type Place, type PulledUnit, toUnit } from './units.ts'

/**
 * Brings the content of a post back into Markdown.
 *
 * Every piece is first written as Markdown; the whole is then rendered, and what does not come out as it was is
 * written in a stricter way, in the end as it stands. So nothing is lost, whatever the content holds.
 *
 * @returns the body of an article, ending in a newline; rendered, it shows what the content shows
 */
export async function contentToMarkdown(content: string, context: PullContext): Promise<string> {
  assertReadable(content)
  const units = readContent(content)
  const noted = splitNotes(units, context)
  const definitions = noted === undefined ? undefined : await writeNotes(noted, context)
  if (noted !== undefined && definitions !== undefined) {
    const body = await settle(toUnits(noted.units, context), definitions, contentKeys(content), context)
    if (body !== undefined) return body
  }
  const body = await settle(toUnits(units, context), '', contentKeys(content), context)
  // Elements that reach over several pieces are right only as a whole.
  return body ?? `${writeBlock('html', {}, hasBlocks(content) ? content : applyAutop(content))}\n`
}

/**
 * @throws ExcessError for content that no article could hold
 */
export function assertReadable(content: string): void {
  if (Buffer.byteLength(content) > MOST_CONTENT) throw new ExcessError('time')
  if (isNestedTooDeep(content)) throw new ExcessError('depth')
}

/** The ways to write each piece of a content, in order. */
export function toUnits(units: readonly ContentUnit[], context: PullContext): PulledUnit[] {
  return bounded(() => units.map((unit, index) => toUnit(unit, units[index - 1], context)))
}

async function writeNotes({ notes }: NotedUnits, context: PullContext): Promise<string | undefined> {
  const written = await Promise.all(notes.map((note) => writeNote(note, context)))
  return written.every((text) => text !== undefined) ? written.join('\n\n') : undefined
}

/** Chooses for each piece the first way that comes out right; `undefined` where even the last does not. */
export async function settle(
  units: readonly PulledUnit[],
  definitions: string,
  wanted: readonly string[],
  context: PullContext,
): Promise<string | undefined> {
  const chosen = units.map(() => 0)
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    let keys: readonly string[] = []
    // Beside a piece that is written anew, the author's own gap may be too narrow.
    for (const body of new Set([true, false].map((own) => joinUnits(units, chosen, definitions, own)))) {
      const rendered = await context.render(body)
      keys = bounded(() => contentKeys(rendered))
      if (keys.join('\n') === wanted.join('\n')) return body
    }
    const wrong = findWrong(units, keys)
    // The author's own text goes last, and what stands beside a wrong piece only where nothing else helps.
    const isOwn = (index: number): boolean => chosen[index] === 0 && units[index]?.isOwn === true
    const tries = [
      wrong.filter((index) => !isOwn(index)),
      wrong,
      besides(wrong, units.length),
      [...units.keys()],
    ]
    if (!tries.some((indexes) => raise(units, chosen, indexes))) return undefined
  }
  return undefined
}

/** Each round renders the whole; what is not settled by then comes as it stands. */
const MOST_ROUNDS = 100

/**
 * What stood together in the author's file stands together as it did there.
 *
 * @param keepsGaps whether the author's gaps stay beside pieces that are written anew, too
 */
function joinUnits(
  units: readonly PulledUnit[],
  chosen: readonly number[],
  definitions: string,
  keepsGaps: boolean,
): string {
  let body = ''
  let previous: { isOwn: boolean; place: Place | undefined } | undefined
  for (const [index, { ways, place, isOwn = false }] of units.entries()) {
    const current = { isOwn: isOwn && chosen[index] === 0, place }
    const isTogether = current.isOwn && previous?.isOwn === true && follows(place, previous.place)
    const gap = keepsGaps || isTogether ? (place?.before ?? previous?.place?.after) : undefined
    body += (body === '' ? '' : (gap ?? '\n\n')) + (ways[chosen[index] ?? 0] ?? '')
    previous = current
  }
  return `${[body, definitions].filter((part) => part !== '').join('\n\n')}\n`
}

function follows(place: Place | undefined, previous: Place | undefined): boolean {
  return place !== undefined && previous !== undefined && place.index === previous.index + 1
}

/** The pieces whose keys are not among those that came out, in order. */
function findWrong(units: readonly PulledUnit[], keys: readonly string[]): number[] {
  const owner = units.flatMap(({ keys: own }, index) => own.map(() => index))
  const own = units.flatMap((unit) => unit.keys)
  const wrong = new Set<number>()
  let at = 0
  for (const { kind, items } of listChanges(own, keys)) {
    // What came out too much is the doing of the piece before it.
    if (kind === 'added') wrong.add(owner[Math.max(0, at - 1)] ?? 0)
    else {
      if (kind === 'removed')
        for (let step = 0; step < items.length; step += 1) wrong.add(owner[at + step] ?? 0)
      at += items.length
    }
  }
  return [...wrong]
}

function besides(indexes: readonly number[], length: number): number[] {
  return indexes.flatMap((index) => [index - 1, index + 1]).filter((index) => index >= 0 && index < length)
}

/** Moves the given pieces to their next way; false where none has one left. */
function raise(units: readonly PulledUnit[], chosen: number[], indexes: readonly number[]): boolean {
  let raised = false
  for (const index of new Set(indexes)) {
    const [unit, way] = [units[index], chosen[index] ?? 0]
    if (unit === undefined || way + 1 >= unit.ways.length) continue
    chosen[index] = way + 1
    raised = true
  }
  return raised
}
