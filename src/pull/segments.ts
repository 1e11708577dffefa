import { VFile } from 'vfile'
import { asksForContents, CONTENTS_KEY } from '../constructs/contents.ts'
import { withoutNotes } from '../constructs/footnotes/note-keys.ts'
import { listChanges } from '../content/list-changes.ts'
import { contentKeys } from '../content/normal-form.ts'
import { parseMarkdown } from '../render/markdown.ts'
import type { PullContext } from './context.ts'

/** A piece of an article's own Markdown, and what it comes out as. */
export interface Segment {
  readonly text: string
  /** What stands between this piece and the one before it, blanks and newlines. */
  readonly before: string
  /** Empty for what is not seen where it stands: definitions, notes. */
  readonly keys: readonly string[]
  /** The label of the note that this piece defines, in lower case. */
  readonly note: string | undefined
}

interface Piece {
  readonly start: number
  readonly end: number
  readonly note: string | undefined
  readonly isDefinition: boolean
  readonly isContents: boolean
}

/** Cuts an article's body into the pieces that it was written in, each with the keys of what it is rendered to. */
export async function cutSegments(body: string, context: PullContext): Promise<Segment[]> {
  const pieces = parseMarkdown(body, new VFile(body), context.math).children.map((node): Piece => {
    const [start, end] = [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0]
    const note = node.type === 'footnoteDefinition' ? node.identifier : undefined
    return {
      start,
      end,
      note,
      isDefinition: note !== undefined || node.type === 'definition',
      isContents: asksForContents(node),
    }
  })
  const whole = withoutNotes(contentKeys(await context.render(body)))
  const keys =
    (await keysTogether(body, pieces, whole, context)) ?? (await keysAlone(body, pieces, whole, context))
  return joinEntangled(pieces, keys, whole).map(({ from, to, keys: own }, index, all) => {
    const [first, last] = [pieces[from], pieces[to]]
    const end = all[index - 1] === undefined ? 0 : (pieces[all[index - 1]?.to ?? 0]?.end ?? 0)
    return {
      text: body.slice(first?.start, last?.end),
      before: body.slice(end, first?.start),
      keys: own,
      note: from === to ? first?.note : undefined,
    }
  })
}

/** Nobody writes this word into an article; one who does costs time. */
const FENCE = 'rensaipiece'

/**
 * The keys of each piece, all of them rendered at once with a paragraph of ours before each.
 *
 * @returns `undefined` where the pieces come out otherwise than without these paragraphs
 */
async function keysTogether(
  body: string,
  pieces: readonly Piece[],
  whole: readonly string[],
  context: PullContext,
): Promise<string[][] | undefined> {
  if (body.includes(FENCE)) return undefined
  const parts = pieces.flatMap(({ start, end, isDefinition }, index) => {
    const own = body.slice(start, end)
    return isDefinition ? [own] : [`${FENCE}${index}`, own]
  })
  const keys: string[][] = pieces.map(() => [])
  let at: string[] | undefined
  for (const key of withoutNotes(contentKeys(await context.render(parts.join('\n\n'))))) {
    const [, number] = FENCED.exec(key) ?? []
    if (number !== undefined) at = keys[Number(number)]
    else if (at === undefined) return undefined
    else at.push(key)
  }
  const all = keys.flat()
  return all.length === whole.length && all.every((key, index) => key === whole[index]) ? keys : undefined
}

const FENCED = new RegExp(`^<p[^>]*>${FENCE}(\\d+)</p>$`)

/** The keys of each piece by itself. */
async function keysAlone(
  body: string,
  pieces: readonly Piece[],
  whole: readonly string[],
  context: PullContext,
): Promise<string[][]> {
  const definitions = pieces
    .filter(({ isDefinition }) => isDefinition)
    .map(({ start, end }) => body.slice(start, end))
  return await Promise.all(
    pieces.map(async ({ start, end, isDefinition, isContents }) => {
      if (isDefinition) return []
      // Alone it has no sections to list.
      if (isContents) return whole.filter((key) => key === CONTENTS_KEY).slice(0, 1)
      const own = body.slice(start, end)
      // Only a bracket can refer to a definition.
      const alone = own.includes('[') ? [own, ...definitions].join('\n\n') : own
      return withoutNotes(contentKeys(await context.render(alone)))
    }),
  )
}

interface Run {
  readonly from: number
  to: number
  keys: string[]
}

/**
 * Pieces that come out otherwise alone than together, such as `<details>`, Markdown and `</details>`, count as one.
 */
function joinEntangled(
  pieces: readonly Piece[],
  keys: readonly (readonly string[])[],
  whole: readonly string[],
): Run[] {
  const owner = keys.flatMap((own, index) => own.map(() => index))
  const right = new Set(pieces.map((_, index) => index))
  let hasExtra = false
  let at = 0
  for (const { kind, items } of listChanges(keys.flat(), whole)) {
    if (kind === 'added') {
      hasExtra = true
      continue
    }
    if (kind === 'removed')
      for (let step = 0; step < items.length; step += 1) right.delete(owner[at + step] ?? 0)
    at += items.length
  }
  // The end of what a piece opened comes out as nothing by itself.
  pieces.forEach(({ isDefinition }, index) => {
    if (!isDefinition && keys[index]?.length === 0 && index > 0 && !right.has(index - 1)) right.delete(index)
  })
  if (!hasExtra && right.size === pieces.length) {
    return pieces.map((_, index) => ({ from: index, to: index, keys: [...(keys[index] ?? [])] }))
  }
  return joinRuns(pieces, keys, right, whole)
}

/** Joins every run of pieces that are not right alone, and gives it what the whole has at that place. */
function joinRuns(
  pieces: readonly Piece[],
  keys: readonly (readonly string[])[],
  right: ReadonlySet<number>,
  whole: readonly string[],
): Run[] {
  const runs: Run[] = []
  let at = 0
  pieces.forEach((_, index) => {
    const last = runs.at(-1)
    const own = keys[index] ?? []
    const fits = right.has(index) && own.every((key, offset) => whole[at + offset] === key)
    if (fits) {
      runs.push({ from: index, to: index, keys: [...own] })
      at += own.length
      return
    }
    const next = nextRight(index, keys, right, whole, at)
    const joined = last !== undefined && last.to === index - 1 && !right.has(index - 1) ? last : undefined
    const run = joined ?? { from: index, to: index, keys: [] }
    run.to = index
    run.keys.push(...whole.slice(at, next))
    at = next
    if (joined === undefined) runs.push(run)
  })
  const left = whole.slice(at)
  runs.at(-1)?.keys.push(...left)
  return runs
}

/** Where in the whole the next piece that is right begins. */
function nextRight(
  index: number,
  keys: readonly (readonly string[])[],
  right: ReadonlySet<number>,
  whole: readonly string[],
  at: number,
): number {
  for (let next = index + 1; next < keys.length; next += 1) {
    const [first] = keys[next] ?? []
    if (!right.has(next) || first === undefined) continue
    const found = whole.indexOf(first, at)
    return found === -1 ? whole.length : found
  }
  return whole.length
}
