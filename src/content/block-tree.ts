import { MOST_LEVELS } from '../limits/sizes.ts'
import { type BlockDelimiter, findDelimiters } from './block-delimiters.ts'

/** A block of a content, with where it stands. */
export interface Block {
  /** With the namespace, `core/heading`. */
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly opening: BlockDelimiter
  /** Where its markup ends, and its closing comment begins. */
  readonly innerEnd: number
  readonly start: number
  readonly end: number
  readonly blocks: readonly Block[]
}

interface OpenBlock {
  readonly opening: BlockDelimiter
  readonly blocks: Block[]
}

/**
 * The blocks of a content as a tree.
 *
 * @returns `undefined` where comments do not belong together, or blocks lie in each other deeper than any post's
 */
export function readBlocks(content: string): Block[] | undefined {
  const top: Block[] = []
  const stack: OpenBlock[] = []
  for (const delimiter of findDelimiters(content)) {
    if (delimiter.kind === 'opening') {
      stack.push({ opening: delimiter, blocks: [] })
      if (stack.length > MOST_LEVELS) return undefined
      continue
    }
    const open = delimiter.kind === 'void' ? { opening: delimiter, blocks: [] } : stack.pop()
    if (open === undefined || open.opening.name !== delimiter.name) return undefined
    const { opening, blocks } = open
    const siblings = stack.at(-1)?.blocks ?? top
    siblings.push({
      name: fullName(opening.name),
      attributes: readBlockAttributes(opening.json) ?? {},
      opening,
      innerEnd: delimiter.kind === 'void' ? delimiter.end : delimiter.start,
      start: opening.start,
      end: delimiter.end,
      blocks,
    })
  }
  return stack.length === 0 ? top : undefined
}

/** The attributes in a block's comment; `undefined` where they are no JSON object, or cannot be written again. */
export function readBlockAttributes(json: string | undefined): Record<string, unknown> | undefined {
  if (json === undefined) return {}
  try {
    const value: unknown = JSON.parse(json)
    // JSON.stringify calls itself for each level.
    JSON.stringify(value)
    return isRecord(value) ? value : undefined
  } catch {
    return undefined
  }
}

/** True for an object of JSON that is no list. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function fullName(name: string): string {
  return name.includes('/') ? name : `core/${name}`
}
