import { replaceDelimiters } from '../block-delimiters.ts'
import { type Block, readBlocks } from '../block-tree.ts'
import { findHookedBlocks } from './hooked-blocks.ts'
import { mayHaveAdded, removeAddedMetadata } from './metadata.ts'
import { removeNoteMarks } from './note-marks.ts'

/** A block of a plugin, or any that no line parts from the one before it. */
const BESIDE = /wp:[a-z][a-z0-9_-]*\/|-->(?=<!--\s+wp:)/

/** True for content that may hold some of it; most does not, and is not looked at any closer. */
export function mayHaveAdditions(content: string): boolean {
  return mayHaveAdded(content) || content.includes('wp-note') || BESIDE.test(content)
}

/**
 * The content of a post without what the editor and plugins keep in it beside the text: review notes, bindings, the blocks
 * that plugins hook in, and what is noted of those. None of it is an edit of the text.
 */
export function withoutAdditions(content: string): string {
  if (!mayHaveAdditions(content)) return content
  return removeNoteMarks(replaceDelimiters(withoutHooked(content), removeAddedMetadata))
}

interface Cut {
  readonly start: number
  readonly end: number
  /** What parts the blocks that stand around it. */
  readonly gap: string
}

function withoutHooked(content: string): string {
  const blocks = readBlocks(content)
  if (blocks === undefined) return content
  let text = ''
  let from = 0
  for (const { start, end, gap } of listCuts(content, blocks, undefined)) {
    text += content.slice(from, start) + gap
    from = end
  }
  return text + content.slice(from)
}

/** What has to be cut out, in order. */
function listCuts(content: string, siblings: readonly Block[], parent: Block | undefined): Cut[] {
  const hooks = findHookedBlocks(content, siblings, parent)
  const cuts: Cut[] = []
  let before: Block | undefined
  let run: Block[] = []
  const flush = (after: Block | undefined): void => {
    const [first, last] = [run[0], run.at(-1)]
    if (first === undefined || last === undefined) return
    const [start, end] = [before?.end ?? first.start, after?.start ?? last.end]
    cuts.push({ start, end, gap: gapOf(content, run, before, after) })
    run = []
  }
  for (const block of siblings) {
    if (hooks.has(block)) {
      run.push(block)
      continue
    }
    flush(block)
    for (const cut of listCuts(content, block.blocks, block)) cuts.push(cut)
    before = block
  }
  flush(undefined)
  return cuts
}

/** Text between blocks stays; of blanks what parts two blocks, once. */
function gapOf(
  content: string,
  run: readonly Block[],
  before: Block | undefined,
  after: Block | undefined,
): string {
  const around = [before, ...run, after].filter((block) => block !== undefined)
  const gaps = around.slice(1).map((block, index) => content.slice(around[index]?.end, block.start))
  if (gaps.some((gap) => gap.trim() !== '')) return gaps.join('')
  return before === undefined || after === undefined ? '' : (gaps.find((gap) => gap !== '') ?? '')
}
