import { looseKey } from '../constructs/footnotes/note-keys.ts'
import { listChanges } from '../content/list-changes.ts'
import { contentKeys } from '../content/normal-form.ts'
import { readContent } from '../content/read-content.ts'
import { assertReadable, contentToMarkdown, settle, toUnits } from './content-to-markdown.ts'
import type { PullContext } from './context.ts'
import { notesOf, splitNotes } from './footnotes.ts'
import { keepWording } from './keep-wording.ts'
import { mergeLines } from './merge-lines.ts'
import { mergeNotes } from './merge-notes.ts'
import { cutSegments, type Segment } from './segments.ts'
import type { Place, PulledUnit } from './units.ts'

/**
 * The body that comes out as `content` and keeps the author's own Markdown, byte for byte, wherever the two say
 * the same.
 */
export async function rebody(body: string, content: string, context: PullContext): Promise<string> {
  assertReadable(content)
  const segments = await cutSegments(body, context)
  const units = readContent(content)
  const noted = splitNotes(units, context)
  const notes = await mergeNotes(segments, await notesOf(body, context), noted?.notes ?? [], context)
  if (notes === undefined) return await contentToMarkdown(content, context)
  const matched = mergeUnits(notes.segments, toUnits(noted?.units ?? units, context))
  const merged = await keepWording(matched, notes.segments, context)
  const wanted = contentKeys(content)
  const settled = await settle(merged, notes.definitions, wanted, context)
  if (settled === undefined) return await contentToMarkdown(content, context)
  const start = segments[0]?.before ?? ''
  // An indent that belonged to the first piece may mean something before another one.
  for (const gap of [start, start.replace(/[^\n]*$/, '')]) {
    const text = endLike(body, gap + settled)
    if (contentKeys(await context.render(text)).join('\n') === wanted.join('\n')) return text
  }
  return settled
}

/** An article keeps how its file ends. */
function endLike(body: string, changed: string): string {
  const end = body === '' ? '\n' : (/\s*$/.exec(body)?.[0] ?? '')
  return `${changed.trimEnd()}${end}`
}

/** The units of a content, each with the author's own text as its first way where a segment says the same. */
function mergeUnits(segments: readonly Segment[], units: readonly PulledUnit[]): PulledUnit[] {
  const matched = matchKeys(segments, units)
  const kept = new Set(matched.values())
  const merged: PulledUnit[] = []
  let segment = 0
  /** What is not seen stays behind what it stands behind in the file. */
  const passUnseen = (): void => {
    for (; segments[segment]?.keys.length === 0; segment += 1) merged.push(toKept(segments, segment, []))
  }
  passUnseen()
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at]
    const own = matched.get(at)
    if (unit === undefined) continue
    if (own === undefined) {
      const isReplaced = segment < segments.length && !kept.has(segment)
      merged.push(isReplaced ? { ...unit, place: placeOf(segments, segment) } : unit)
      if (isReplaced) segment += 1
      passUnseen()
      continue
    }
    for (; segment < own; segment += 1) passUnseen()
    const covered = coveredBy(segments[own], units, at)
    merged.push(toKept(segments, own, covered))
    segment = own + 1
    at += covered.length - 1
    passUnseen()
  }
  for (; segment < segments.length; segment += 1) passUnseen()
  return merged
}

function placeOf(segments: readonly Segment[], index: number): Place {
  return { index, before: segments[index]?.before ?? '', after: segments[index + 1]?.before }
}

function toKept(segments: readonly Segment[], index: number, units: readonly PulledUnit[]): PulledUnit {
  const { text = '', keys = [] } = segments[index] ?? {}
  const depth = Math.max(0, ...units.map(({ ways }) => ways.length))
  const generated = Array.from({ length: depth }, (_, way) =>
    units.map(({ ways }) => ways[way] ?? ways.at(-1) ?? '').join('\n\n'),
  )
  return {
    keys: units.length === 0 ? keys : units.flatMap((unit) => unit.keys),
    ways: [text, ...generated],
    place: placeOf(segments, index),
    isOwn: true,
  }
}

/** The units that a segment stands for, beginning with the one at `from`. */
function coveredBy(segment: Segment | undefined, units: readonly PulledUnit[], from: number): PulledUnit[] {
  const length = segment?.keys.length ?? 0
  const covered: PulledUnit[] = []
  let count = 0
  for (let at = from; at < units.length && count < length; at += 1) {
    const unit = units[at]
    if (unit === undefined) break
    covered.push(unit)
    count += unit.keys.length
  }
  return covered
}

/** For each unit that begins a segment saying the same, the index of that segment. */
function matchKeys(segments: readonly Segment[], units: readonly PulledUnit[]): Map<number, number> {
  const left = segments.flatMap(({ keys }, index) => keys.map((key, offset) => ({ key, index, offset })))
  const right = units.flatMap(({ keys }, index) =>
    keys.map((key, offset) => ({ key: looseKey(key), index, offset })),
  )
  const pairs: { segment: number; offset: number; unit: number; unitOffset: number }[] = []
  let [l, r] = [0, 0]
  for (const { kind, items } of listChanges(
    left.map(({ key }) => key),
    right.map(({ key }) => key),
  )) {
    const count = items.length
    if (kind === 'added') r += count
    else if (kind === 'removed') l += count
    else {
      for (let step = 0; step < count; step += 1) {
        const [a, b] = [left[l + step], right[r + step]]
        if (a !== undefined && b !== undefined)
          pairs.push({ segment: a.index, offset: a.offset, unit: b.index, unitOffset: b.offset })
      }
      l += count
      r += count
    }
  }
  const found = new Map<number, number>()
  const bySegment = new Map<number, typeof pairs>()
  for (const pair of pairs) bySegment.set(pair.segment, [...(bySegment.get(pair.segment) ?? []), pair])
  segments.forEach(({ keys }, index) => {
    const own = bySegment.get(index) ?? []
    const [first] = own
    if (first === undefined || own.length !== keys.length || first.unitOffset !== 0) return
    if (own.at(-1)?.unitOffset === (units[own.at(-1)?.unit ?? 0]?.keys.length ?? 0) - 1)
      found.set(first.unit, index)
  })
  return found
}

export interface MergedBody {
  readonly text: string
  /** How many places both sides changed; they stand between conflict markers. */
  readonly conflicts: number
}

/**
 * Merges what was edited in wp-admin into an article that was edited, too.
 *
 * @param body the article as it is now
 * @param base the content that both edits began with; `undefined` where the site does not have it any more
 * @param live the content as it is now on the site
 * @param name of the article's file, for the conflict markers
 */
export async function mergeBody(
  body: string,
  base: string | undefined,
  live: string,
  name: string,
  context: PullContext,
): Promise<MergedBody> {
  const theirs = await rebody(body, live, context)
  if (base === undefined) return mergeTwo(body, theirs, name)
  const original = await rebody(body, base, context)
  let conflicts = 0
  const regions = mergeLines(body.split('\n'), original.split('\n'), theirs.split('\n'))
  const lines = regions.flatMap((region) => {
    if (region.kind === 'settled') return region.lines
    conflicts += 1
    return markConflict(region.mine, region.theirs, name)
  })
  return { text: lines.join('\n'), conflicts }
}

/** Without what both began with, nobody can say which side a difference comes from: each is a conflict. */
function mergeTwo(body: string, theirs: string, name: string): MergedBody {
  let conflicts = 0
  const lines: string[] = []
  let mine: readonly string[] = []
  let other: readonly string[] = []
  const flush = (): void => {
    if (mine.length + other.length === 0) return
    conflicts += 1
    lines.push(...markConflict(mine, other, name))
    mine = []
    other = []
  }
  for (const { kind, items } of listChanges(body.split('\n'), theirs.split('\n'))) {
    if (kind === 'added') other = items
    else if (kind === 'removed') mine = items
    else {
      flush()
      for (const line of items) lines.push(line)
    }
  }
  flush()
  return { text: lines.join('\n'), conflicts }
}

/** The markers that git and every editor know, with the side that each half comes from. */
export function markConflict(mine: readonly string[], theirs: readonly string[], name: string): string[] {
  return [`<<<<<<< ${name}`, ...mine, '=======', ...theirs, '>>>>>>> wp-admin']
}
