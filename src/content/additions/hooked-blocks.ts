import { type Block, isRecord, readBlocks } from '../block-tree.ts'

/** Where a plugin hooked a block in, and to what. */
export interface Hook {
  readonly position: 'before' | 'after' | 'first' | 'last'
  /** The block beside it; `undefined` where it is the first or last within what holds it. */
  readonly anchor: Block | undefined
}

/**
 * Finds among the blocks of one level those that plugins hooked in (Block Hooks): nobody wrote them, and WordPress 6.8 and
 * newer show them in `content.raw` all the same (insert_hooked_blocks_into_rest_response of wp-includes/blocks.php).
 *
 * WordPress notes their types in `metadata.ignoredHookedBlocks` of the block that they are hooked to, and puts them beside
 * it without a line between, which nobody else does; the editor parts them when it saves. Of the post itself it keeps
 * the note elsewhere, so that a block at its beginning or end is known only as long as no editor has saved it. A plugin
 * may also hook in blocks of WordPress itself; parted ones of those could be anybody's, and count as text.
 *
 * @param parent the block that holds them; `undefined` for the content itself
 */
export function findHookedBlocks(
  content: string,
  siblings: readonly Block[],
  parent: Block | undefined,
): ReadonlyMap<Block, Hook> {
  const hooks = new Map<Block, Hook>()
  const isBeside = (block: Block, other: Block | undefined): boolean =>
    other !== undefined && (block.end === other.start || other.end === block.start)

  /** Goes along the blocks, with the one that was passed last and is nobody's. */
  const pass = (blocks: readonly Block[], position: 'before' | 'after'): void => {
    let anchor: Block | undefined
    let previous: Block | undefined
    for (const block of blocks) {
      const types = anchor === undefined ? [] : ignoredTypes(anchor)
      const isHooked =
        hooks.has(block) || isNamed(block, types) || (types.length > 0 && isBeside(block, previous))
      if (isHooked && !hooks.has(block)) hooks.set(block, { position, anchor })
      if (!isHooked) anchor = block
      previous = block
    }
  }
  pass(siblings, 'after')
  pass(siblings.toReversed(), 'before')

  const types = parent === undefined ? [] : ignoredTypes(parent)
  const passEnd = (blocks: readonly Block[], position: 'first' | 'last'): void => {
    // Where what is no hooked block begins, or ends.
    let edge = position === 'first' ? 0 : content.length
    for (const [index, block] of blocks.entries()) {
      // Blocks of WordPress itself that stand together may as well be hooked in as have one beside them.
      const isHooked =
        hooks.has(block) ||
        (isOfPlugin(block) &&
          (parent === undefined
            ? isPutAt(content, block, position, edge)
            : isNamed(block, types) || (types.length > 0 && isBeside(block, blocks[index + 1]))))
      if (!isHooked) return
      if (!hooks.has(block)) hooks.set(block, { position, anchor: undefined })
      edge = position === 'first' ? block.end : block.start
    }
  }
  passEnd(siblings, 'first')
  passEnd(siblings.toReversed(), 'last')
  const isAll = hooks.size === siblings.length && parent === undefined && isAllBlocks(content, siblings)
  return new Map(isAll ? [] : [...hooks].toSorted(([a], [b]) => a.start - b.start))
}

/** Where in a content what nobody but its author wrote begins: behind the blocks that plugins hooked in before it. */
export function startOfOwn(content: string): number {
  if (!content.trimStart().startsWith('<!--')) return 0
  const blocks = readBlocks(content) ?? []
  const hooks = findHookedBlocks(content, blocks, undefined)
  const first = blocks.findIndex((block) => !hooks.has(block))
  const before = first === -1 ? blocks.filter(({ start }) => start === 0) : blocks.slice(0, first)
  return hooks.size === 0 ? 0 : (before.at(-1)?.end ?? 0)
}

/**
 * Puts blocks at the beginning and the end of a content beside the next one, as they stand until an editor saves them, so
 * that they are known by that.
 *
 * @param types of the blocks that are hooked to the post itself
 */
export function joinHookedEnds(content: string, types: readonly string[]): string {
  if (types.length === 0) return content
  const blocks = readBlocks(content) ?? []
  const isHooked = (block: Block): boolean => isNamed(block, types)
  const first = blocks.findIndex((block) => !isHooked(block))
  const last = blocks.findLastIndex((block) => !isHooked(block))
  if (first === -1) return content
  const before = blocks.slice(0, first).map(({ end }) => [end, end + blanksBehind(content, end)] as const)
  const behind = blocks
    .slice(last + 1)
    .map(({ start }) => [start - blanksBefore(content, start), start] as const)
  let text = ''
  let from = 0
  for (const [start, end] of [...before, ...behind]) {
    text += content.slice(from, start)
    from = end
  }
  return text + content.slice(from)
}

/** How many blanks stand right before a place in a text. */
export function blanksBefore(text: string, end: number): number {
  let count = 0
  while (/\s/.test(text[end - 1 - count] ?? '')) count += 1
  return count
}

/** How many blanks stand right behind a place in a text. */
export function blanksBehind(text: string, start: number): number {
  let count = 0
  while (/\s/.test(text[start + count] ?? '')) count += 1
  return count
}

/** True for a block at the beginning or end of a content, beside what is no blank. */
function isPutAt(content: string, { start, end }: Block, position: 'first' | 'last', edge: number): boolean {
  if (position === 'first') return start === edge && /\S/.test(content[end] ?? '')
  return end === edge && /\S/.test(content[start - 1] ?? '')
}

function isAllBlocks(content: string, siblings: readonly Block[]): boolean {
  let from = 0
  return [...siblings, undefined].every((block) => {
    const isBlank = content.slice(from, block?.start).trim() === ''
    from = block?.end ?? from
    return isBlank
  })
}

/** The types of blocks that are hooked to a block, or would be. */
function ignoredTypes({ attributes: { metadata } }: Block): readonly string[] {
  const types = isRecord(metadata) ? metadata.ignoredHookedBlocks : undefined
  // PHP writes a list with gaps as an object.
  const list = isRecord(types) ? Object.values(types) : Array.isArray(types) ? types : []
  return list.filter((type) => typeof type === 'string')
}

function isNamed(block: Block, types: readonly string[]): boolean {
  return isOfPlugin(block) && types.includes(block.name)
}

function isOfPlugin({ name }: Block): boolean {
  return !name.startsWith('core/')
}
