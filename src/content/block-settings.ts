import { decodeHTML } from 'entities'
import { say } from '../language/say.ts'
import { bounded, ExcessError } from '../limits/bounded.ts'
import { MOST_CONTENT } from '../limits/sizes.ts'
import { htmlTags } from '../standards/html-tags.ts'
import { type Block, isRecord, readBlocks } from './block-tree.ts'
import { isPlainBlock } from './flatten-blocks.ts'
import { matchBlocks } from './match-blocks.ts'
import { toOneSpelling } from './one-spelling.ts'
import { textOf } from './similarity.ts'

/** A block that no text shows, or a setting of one, which one content has and another one lacks. */
export interface BlockSetting {
  /** The block alone, or what is set on it, `align: wide`. */
  readonly setting: string | undefined
  /** With its namespace, `core/image`. */
  readonly block: string
  /** The text that it holds, or the text before it; empty where it is the first. */
  readonly text: string
  /** Whether that is its own text. */
  readonly isOwnText: boolean
}

/** Attributes that say what the text of the block says, or what WordPress makes of it. */
const TEXTUAL = new Set(
  (
    'level ordered start anchor id sizeSlug linkDestination width height url type providerNameSlug responsive ' +
    'showContent language caption opacity customText noTeaser content'
  ).split(' '),
)

/** Elements that a comparison of texts shows, or that are the block's own; the others are something set on words. */
const READABLE = new Set(
  (
    'p h1 h2 h3 h4 h5 h6 ul ol li blockquote pre code table thead tbody tfoot tr th td figure figcaption hr div details ' +
    'summary a strong b em i del s br img sup'
  ).split(' '),
)

/** As much of a text as tells where it is. */
const SHOWN_TEXT = 30

/** What of the blocks of two contents only one of them has. */
export interface SettingsApart {
  readonly first: readonly BlockSetting[]
  readonly second: readonly BlockSetting[]
}

/**
 * What of the blocks of one content another one lacks that readers see and no comparison of texts tells: blocks that are
 * more than their text, such as an accordion or a spacer, and what is set on a block, such as its colour or width. Of
 * contents beyond the limits nothing is said.
 */
export function settingsApart(first: string, second: string): SettingsApart {
  if (Math.max(first.length, second.length) > MOST_CONTENT) return NOTHING_APART
  try {
    return bounded(() => {
      const [one, other] = [toOneSpelling(first), toOneSpelling(second)]
      if (one === other) return NOTHING_APART
      const [blocks, others] = [readBlocks(one), readBlocks(other)]
      if (blocks === undefined || others === undefined) return NOTHING_APART
      const [left, right] = [
        { text: one, blocks },
        { text: other, blocks: others },
      ]
      return { first: compare(left, right, ''), second: compare(right, left, '') }
    })
  } catch (error) {
    if (error instanceof ExcessError) return NOTHING_APART
    throw error
  }
}

const NOTHING_APART: SettingsApart = { first: [], second: [] }

/** A formula is nothing but its block, and yet no comparison of texts shows it. */
function isToldByText(name: string): boolean {
  return name !== 'core/math' && isPlainBlock(name)
}

interface Level {
  readonly text: string
  readonly blocks: readonly Block[]
}

/** @param above the text before the first of the blocks */
function compare(from: Level, in_: Level, above: string): BlockSetting[] {
  const matches = matchBlocks(...([from, in_].map(toMatchables) as [Matchables, Matchables]))
  const found = new Map(matches.map(({ before, after, isSame }) => [before, { after, isSame }]))
  let text = above
  return from.blocks.flatMap((block, index) => {
    const [match, own, before] = [found.get(index), textOf(from.text.slice(block.start, block.end)), text]
    text = own || text
    if (match?.isSame === true) return []
    const other = match === undefined ? undefined : in_.blocks[match.after]
    const place =
      own === ''
        ? { text: cut(before, 'end'), isOwnText: false }
        : { text: cut(own, 'start'), isOwnText: true }
    const isNew = other === undefined && !isToldByText(block.name)
    const head = isNew
      ? [{ setting: undefined, block: block.name, text: cut(before, 'end'), isOwnText: false }]
      : []
    const others = other === undefined ? [] : settingsOf(other, in_.text)
    const set = settingsOf(block, from.text).filter((setting) => !others.includes(setting))
    // Of a block that is there for the first time it says enough that it is there.
    const settings = isNew ? [] : set.map((setting) => ({ setting, block: block.name, ...place }))
    const inner = isNew
      ? []
      : compare({ ...from, blocks: block.blocks }, { text: in_.text, blocks: other?.blocks ?? [] }, before)
    return [...head, ...settings, ...inner]
  })
}

type Matchables = Parameters<typeof matchBlocks>[0]

function toMatchables({ text, blocks }: Level): Matchables {
  return blocks.map(({ name, start, end }) => {
    const html = text.slice(start, end)
    return { name, key: html, html }
  })
}

/** What is set on a block, `style.color.text: #f00`, and on words in it, `<mark style="color:#f00">`. */
function settingsOf({ name, attributes, opening, innerEnd, blocks }: Block, content: string): string[] {
  const { metadata, ...others } = attributes
  const shown = Object.entries({ ...others, ...(isRecord(metadata) ? { metadata } : {}) }).filter(
    ([attribute]) => !isToldByText(name) || !TEXTUAL.has(attribute),
  )
  const isText = blocks.length === 0 && name !== 'core/html' && name !== 'core/freeform'
  const html = isText ? content.slice(opening.end, innerEnd) : ''
  const tags = [...htmlTags(html)].filter((tag) => !tag.isEnd && !READABLE.has(tag.name))
  return [
    ...shown.flatMap(([attribute, value]) => listValues(attribute, value)),
    ...new Set(tags.map(({ start, end }) => html.slice(start, end))),
  ]
}

function listValues(name: string, value: unknown): string[] {
  if (isRecord(value))
    return Object.entries(value).flatMap(([key, inner]) => listValues(`${name}.${key}`, inner))
  return [`${name}: ${typeof value === 'string' ? value : JSON.stringify(value)}`]
}

function cut(text: string, kept: 'start' | 'end'): string {
  const letters = [...decodeHTML(text)]
  if (letters.length <= SHOWN_TEXT) return letters.join('')
  return kept === 'start'
    ? `${letters.slice(0, SHOWN_TEXT).join('')}…`
    : `…${letters.slice(-SHOWN_TEXT).join('')}`
}

/** For people, `align: wide of core/image after "the text before it"`. */
export function settingToText({ setting, block, text, isOwnText }: BlockSetting): string {
  if (setting === undefined) {
    if (text === '') return say`block ${block} at the beginning`
    return isOwnText ? say`block ${block} "${text}"` : say`block ${block} after "${text}"`
  }
  if (text === '') return say`${setting} of ${block} at the beginning`
  return isOwnText ? say`${setting} of ${block} "${text}"` : say`${setting} of ${block} after "${text}"`
}
