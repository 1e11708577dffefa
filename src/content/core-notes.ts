import { htmlTags } from '../standards/html-tags.ts'
import { withoutAdditions } from './additions/without-additions.ts'
import { type BlockDelimiter, findDelimiters, firstDelimiter, writeBlock } from './block-delimiters.ts'
import { sameContent } from './normal-form.ts'
import { splitBlocks } from './split-blocks.ts'

interface CoreNote {
  readonly id: string
  readonly content: string
}

/** A post's content and its meta `footnotes`, which belong together. */
export interface Noted {
  readonly content: string
  /** JSON; an empty text where there are no notes. */
  readonly footnotes: string
}

/** True where two posts show a reader the same, whatever ids their notes have. */
export function sameNoted(a: Noted, b: Noted): boolean {
  if (a.content === b.content && a.footnotes === b.footnotes) return true
  const [left, right] = [inPlainNotes(a), inPlainNotes(b)]
  if (left === undefined || right === undefined) {
    return a.footnotes === b.footnotes && sameContent(a.content, b.content)
  }
  return sameContent(left, right)
}

/**
 * Writes content with the core footnotes block as `plainFootnotes` would: linked notes in a list at the end, in the
 * order of the references. Where in the content the block stands is lost.
 *
 * @param name gives each note a label as it stands in an address, from their ids in order; numbers by default
 * @returns `undefined` where that would lose something: a note that nothing refers to, a block with settings of its
 *   own or inside another one, meta that is no list of notes
 */
export function inPlainNotes(
  { content, footnotes }: Noted,
  name: (ids: readonly string[]) => readonly string[] = (ids) => ids.map((_, index) => String(index + 1)),
): string | undefined {
  const notes = readNotes(footnotes)
  if (notes === undefined) return undefined
  const pieces = splitBlocks(withoutAdditions(content))
  const others = pieces.filter(({ isBlock, text }) => !isBlock || !isPlainBlock(text.trim()))
  const text = others.map((piece) => piece.text).join('')
  if (notes.size === 0 && others.length === pieces.length) return content
  if (others.length !== pieces.length - 1 || hasCoreNotes(text)) return undefined

  const references = findReferences(text)
  const ids = [...new Set(references.map(({ id }) => id))].filter((id) => notes.has(id))
  if (ids.length !== notes.size) return undefined
  const names = new Map(name(ids).map((label, index) => [ids[index] ?? '', label]))
  const numbers = new Map(ids.map((id, index) => [id, index + 1]))
  const counts = new Map<string, number>()
  let referred = ''
  let from = 0
  for (const { id, start, end } of references) {
    if (!notes.has(id)) continue
    const count = (counts.get(id) ?? 0) + 1
    counts.set(id, count)
    const again = count === 1 ? '' : `-${count}`
    referred += `${text.slice(from, start)}<sup><a href="#fn-${names.get(id)}" id="fnref-${names.get(id)}${again}">${numbers.get(id)}</a></sup>`
    from = end
  }
  referred += text.slice(from)
  const items = ids.map(
    (id) =>
      `<li><a href="#fnref-${names.get(id)}" id="fn-${names.get(id)}">↑</a> ${notes.get(id)?.trim()}</li>`,
  )
  const rule = writeBlock('separator', {}, '<hr class="wp-block-separator has-alpha-channel-opacity"/>')
  const list = writeBlock('list', { ordered: true }, `<ol class="wp-block-list">${items.join('')}</ol>`)
  return [referred.trim(), rule, list].join('\n\n')
}

interface Reference {
  readonly id: string
  readonly start: number
  readonly end: number
}

/** Another reference to a note that has one is a mere link. */
const LINK = /<sup><a href="#([^"]*)">[^<]*<\/a><\/sup>/y

/** The references of a text in order, as the footnotes format of the editor saves them. */
function findReferences(text: string): Reference[] {
  const tags = [...htmlTags(text)].filter(({ name }) => name === 'sup')
  const found: Reference[] = []
  let end = 0
  for (const [index, { isEnd, attributes, start }] of tags.entries()) {
    if (isEnd || start < end) continue
    const own = attributes.find(({ name }) => name === 'data-fn')?.value
    LINK.lastIndex = start
    const link = own === undefined ? LINK.exec(text) : null
    const closing = tags[index + 1]
    if (link !== null) found.push({ id: link[1] ?? '', start, end: start + link[0].length })
    else if (own !== undefined && closing?.isEnd) found.push({ id: own, start, end: closing.end })
    end = found.at(-1)?.end ?? end
  }
  return found
}

/** True for content that shows notes of the post's meta. */
export function hasCoreNotes(content: string): boolean {
  return findDelimiters(content).some(isFootnotes)
}

function isFootnotes({ kind, name }: BlockDelimiter): boolean {
  return kind !== 'closing' && name === 'footnotes'
}

/** True for the block as it is inserted: nothing that was set on it can be said otherwise. */
function isPlainBlock(text: string): boolean {
  const block = firstDelimiter(text)
  return block?.kind === 'void' && isFootnotes(block) && block.json === undefined && block.end === text.length
}

function readNotes(json: string): Map<string, string> | undefined {
  if (json === '') return new Map()
  try {
    const notes: unknown = JSON.parse(json)
    if (!Array.isArray(notes) || !notes.every(isNote)) return undefined
    return new Map(notes.map(({ id, content }) => [id, content]))
  } catch {
    return undefined
  }
}

function isNote(note: unknown): note is CoreNote {
  if (typeof note !== 'object' || note === null || !('id' in note) || !('content' in note)) return false
  return typeof note.id === 'string' && typeof note.content === 'string'
}
