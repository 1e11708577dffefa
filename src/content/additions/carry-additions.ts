import { findDelimiters } from '../block-delimiters.ts'
import { type Block, readBlockAttributes, readBlocks } from '../block-tree.ts'
import { matchBlocks } from '../match-blocks.ts'
import { toOneSpelling } from '../one-spelling.ts'
import { blanksBefore, blanksBehind, findHookedBlocks, type Hook } from './hooked-blocks.ts'
import { addedMetadata, addMetadata } from './metadata.ts'
import { findNoteMarks, removeNoteMarks } from './note-marks.ts'
import { mayHaveAdditions } from './without-additions.ts'

/**
 * Puts into new content what the editor and plugins keep in the published one beside its text: review notes and bindings
 * stay at their block, also where its text changes or it moves, as long as it can be told which one it is; blocks that
 * plugins hooked in stay beside the block that they are hooked to. Without that an update would take them from the page:
 * WordPress notes of everything that is saved that its editor has seen it (update_ignored_hooked_blocks_postmeta).
 *
 * @param content block markup, references filled in
 * @param published what the site has, without the marker
 */
export function carryAdditions(content: string, published: string): string {
  if (!mayHaveAdditions(published)) return content
  const [own, live] = [readBlocks(content), readBlocks(published)]
  if (own === undefined || live === undefined) return content
  const edits: Edit[] = []
  carry(
    { text: published, blocks: live, parent: undefined },
    { text: content, blocks: own, parent: undefined },
    edits,
  )
  return applyEdits(content, edits)
}

/** True where blocks of one content have something noted in their metadata that another content has nowhere. */
export function hasOtherMetadata(from: string, in_: string): boolean {
  const there = new Set(listMetadata(in_))
  return listMetadata(from).some((noted) => !there.has(noted))
}

function listMetadata(content: string): string[] {
  if (!mayHaveAdditions(content)) return []
  return findDelimiters(content).flatMap(({ json }) =>
    Object.entries(addedMetadata(readBlockAttributes(json) ?? {})).map((entry) => JSON.stringify(entry)),
  )
}

/** The ids of review notes that one content has at a block and another one has nowhere. */
export function notesLacking(from: string, in_: string): string[] {
  const there = new Set(listNotes(in_))
  return [...new Set(listNotes(from))].filter((id) => !there.has(id))
}

function listNotes(content: string): string[] {
  if (!mayHaveAdditions(content)) return []
  return findDelimiters(content).flatMap(({ json }) => {
    const { noteId = [] } = addedMetadata(readBlockAttributes(json) ?? {})
    return [noteId].flat().map(String)
  })
}

interface Level {
  readonly text: string
  readonly blocks: readonly Block[]
  /** `undefined` for the content itself. */
  readonly parent: Block | undefined
}

/** More marks than anybody makes in one block; each is looked for in the whole of it. */
const MOST_MARKS = 100

interface Edit {
  readonly start: number
  readonly end: number
  readonly text: string
}

function carry(live: Level, own: Level, edits: Edit[]): void {
  const hooks = findHookedBlocks(live.text, live.blocks, live.parent)
  const kept = live.blocks.filter((block) => !hooks.has(block))
  const holds = kept.map((block) => mayHaveAdditions(sliceOf(live.text, block)))
  if (hooks.size === 0 && !holds.includes(true)) return
  const anchors = new Set([...hooks.values()].map(({ anchor }) => anchor))
  const matches = matchBlocks(
    kept.map((block) => toMatchable(live.text, block)),
    own.blocks.map((block) => toMatchable(own.text, block)),
    (index) => holds[index] === true || anchors.has(kept[index]),
  )
  const found = new Map<Block, Block>()
  for (const { before, after, isSame } of matches) {
    const [from, to] = [kept[before], own.blocks[after]]
    if (from === undefined || to === undefined) continue
    found.set(from, to)
    if (holds[before] !== true) continue
    const isBare = !mayHaveAdditions(sliceOf(own.text, to))
    if (isSame && isBare) edits.push({ start: to.start, end: to.end, text: sliceOf(live.text, from) })
    else carryInto(live.text, from, own.text, to, edits)
  }
  for (const [block, hook] of hooks) {
    const at = placeOf(hook, found, own)
    if (at === undefined) continue
    const text = sliceOf(live.text, block)
    edits.push({ start: at, end: at, text: withGap(live, block, hook, text) })
  }
}

/** Notes and bindings of a block that changed, and those of the blocks in it. */
function carryInto(liveText: string, from: Block, ownText: string, to: Block, edits: Edit[]): void {
  const { opening } = to
  const written = ownText.slice(opening.start, opening.end)
  const comment = addMetadata(opening, written, addedMetadata(from.attributes))
  if (comment !== written) edits.push({ start: opening.start, end: opening.end, text: comment })
  if (from.blocks.length > 0 || to.blocks.length > 0) {
    carry(
      { text: liveText, blocks: from.blocks, parent: from },
      { text: ownText, blocks: to.blocks, parent: to },
      edits,
    )
    return
  }
  const html = ownText.slice(opening.end, to.innerEnd)
  const marks = findNoteMarks(liveText.slice(from.opening.end, from.innerEnd)).slice(0, MOST_MARKS)
  for (const mark of marks) {
    const marked = removeNoteMarks(
      liveText.slice(from.opening.end + mark.innerStart, from.opening.end + mark.innerEnd),
    )
    const at = findOnly(html, marked)
    if (at === undefined) continue
    const start = opening.end + at
    const end = start + marked.length
    edits.push({ start, end: start, text: mark.tag }, { start: end, end, text: '</mark>' })
  }
}

/** Where a piece stands in the text of some HTML; `undefined` where it stands nowhere, more than once, or in a tag. */
function findOnly(html: string, piece: string): number | undefined {
  const at = html.indexOf(piece)
  if (piece.trim() === '' || at === -1 || html.includes(piece, at + 1)) return undefined
  const isInTag = html.lastIndexOf('<', at - 1) > html.lastIndexOf('>', at - 1)
  const isInReference = /&[#\w]*$/.test(html.slice(0, at)) && /^[#\w]*;/.test(piece)
  return isInTag || isInReference ? undefined : at
}

/** Where a hooked block goes; nowhere, where what it is hooked to is gone. */
function placeOf(
  { position, anchor }: Hook,
  found: ReadonlyMap<Block, Block>,
  { text, blocks, parent }: Level,
): number | undefined {
  if (anchor !== undefined) {
    const block = found.get(anchor)
    return position === 'before' ? block?.start : block?.end
  }
  if (parent === undefined) return position === 'first' ? 0 : text.length
  return position === 'first' ? blocks[0]?.start : blocks.at(-1)?.end
}

/** A hooked block with the blanks between it and what it is hooked to. */
function withGap({ text }: Level, { start, end }: Block, { position }: Hook, written: string): string {
  if (position === 'after' || position === 'last')
    return text.slice(start - blanksBefore(text, start), start) + written
  return written + text.slice(end, end + blanksBehind(text, end))
}

function toMatchable(text: string, block: Block): { name: string; key: string; html: string } {
  const html = sliceOf(text, block)
  return { name: block.name, key: toOneSpelling(html), html }
}

function sliceOf(text: string, { start, end }: Block): string {
  return text.slice(start, end)
}

/** Those that insert at the same place stay in their order. */
function applyEdits(text: string, edits: readonly Edit[]): string {
  let changed = ''
  let from = 0
  for (const { start, end, text: inserted } of edits.toSorted((a, b) => a.start - b.start || a.end - b.end)) {
    if (start < from) continue
    changed += text.slice(from, start) + inserted
    from = end
  }
  return changed + text.slice(from)
}
