import { blocksOfConstructs } from '../constructs/registry.ts'
import { MOST_LEVELS } from '../limits/sizes.ts'
import { escapeQuoted } from '../standards/html.ts'
import { findDelimiters } from './block-delimiters.ts'
import { OPAQUE } from './elements.ts'

type Attributes = Readonly<Record<string, unknown>> | null

interface OpenBlock {
  readonly name: string
  readonly attributes: Attributes
  /** What stands in it so far, that of the blocks inside it included. */
  html: string
  /** Where what stands behind the last comment begins. */
  from: number
  /** What stands before it, which is told again where it is never closed. */
  readonly before: string
}

/** Blocks that are nothing but their markup, once the attributes below are seen in it. */
const PLAIN_BLOCKS = new Set(
  [
    ...'paragraph heading list list-item quote preformatted verse separator html freeform'.split(' '),
    ...Object.keys(blocksOfConstructs),
  ].map((name) => `core/${name}`),
)

/** True for a block that is nothing but its markup, as far as its attributes are seen in that. */
export function isPlainBlock(name: string): boolean {
  return PLAIN_BLOCKS.has(name)
}

/** Attributes that the block editor repeats in the markup (block.json, `source` or the block's own save). */
const SHOWN = new Set([
  ...(
    'className align textAlign level ordered start reversed type anchor opacity dropCap backgroundColor textColor ' +
    'gradient fontSize fontFamily caption'
  ).split(' '),
  ...Object.values(blocksOfConstructs).flat(),
])

/**
 * The markup of content with that of the blocks inside others, without comments; a block whose comment says more than
 * its markup stands in an element that says it. It is WordPress's own parser (WP_Block_Parser) in what becomes of
 * comments that do not belong together.
 *
 * @returns `undefined` where blocks lie in each other deeper than any post's
 */
export function flattenBlocks(content: string): string | undefined {
  const stack: OpenBlock[] = []
  let flat = ''
  let from = 0
  for (const { kind, name, json, start, end } of findDelimiters(content)) {
    const before = content.slice(from, start)
    const parent = stack.at(-1)
    if (kind === 'closing') {
      // An end without a beginning ends all parsing.
      if (parent === undefined) return flat + content.slice(from)
      stack.pop()
      const above = stack.at(-1)
      const block = write(parent.name, parent.attributes, parent.html + before)
      if (above === undefined) flat += parent.before + block
      else above.html += block
    } else {
      if (parent !== undefined) parent.html += before
      const [fullName, attributes] = [name.includes('/') ? name : `core/${name}`, readAttributes(json)]
      if (kind === 'opening') {
        // Where the inner block is never closed, its comment is text of the outer one.
        if (parent !== undefined) parent.from = start
        stack.push({
          name: fullName,
          attributes,
          html: '',
          from: end,
          before,
        })
        if (stack.length > MOST_LEVELS) return undefined
      } else if (parent === undefined) flat += before + write(fullName, attributes, '')
      else parent.html += write(fullName, attributes, '')
    }
    from = end
    const open = stack.at(-1)
    if (open !== undefined) open.from = end
  }
  return flat + (stack.length === 0 ? content.slice(from) : closeAll(stack, content))
}

/** What becomes of blocks that are never closed: each holds the rest, and stands at the top level, the inner first. */
function closeAll(stack: readonly OpenBlock[], content: string): string {
  return stack
    .toReversed()
    .map(({ name, attributes, html, from: behind, before }) => {
      return before + write(name, attributes, html + content.slice(behind))
    })
    .join('')
}

function readAttributes(json: string | undefined): Attributes {
  if (json === undefined) return {}
  try {
    return isNestedJson(json) ? null : (JSON.parse(json) as Attributes)
  } catch {
    return null
  }
}

/** True for JSON that cannot be written again: that calls itself for each level. */
function isNestedJson(json: string): boolean {
  let depth = 0
  for (const [sign] of json.matchAll(/[{}[\]]/g)) {
    depth += sign === '{' || sign === '[' ? 1 : -1
    if (depth > MOST_LEVELS) return true
  }
  return false
}

function write(name: string, attributes: Attributes, html: string): string {
  const said = withoutMarker(attributes)
  const isHidden = Object.keys(said ?? {}).some((attribute) => !SHOWN.has(attribute))
  if (isPlainBlock(name) && !isHidden) return html.trim()
  return `<${OPAQUE} data-block="${escapeQuoted(JSON.stringify([name, said]))}">${html}</${OPAQUE}>`
}

/** What the comment says; the marker of ours is no part of it. */
function withoutMarker(attributes: Attributes): Attributes {
  const { metadata, ...others } = attributes ?? {}
  if (typeof metadata !== 'object' || metadata === null || !('rensai' in metadata)) return attributes
  const { rensai: _, ...kept } = metadata
  return Object.keys(kept).length === 0 ? others : { ...others, metadata: kept }
}
