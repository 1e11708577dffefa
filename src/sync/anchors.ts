import { decodeHTML } from 'entities'
import { closest } from '../limits/closest.ts'
import { escapeQuoted } from '../standards/html.ts'
import { type HtmlTag, htmlTags } from '../standards/html-tags.ts'
import { hasHash } from './fields.ts'
import { type CarriedAnchor, type Marker, removeMarker } from './marker.ts'

/** A part of an article that can be linked to: a heading, or with the id `''` what stands before the first one. */
interface Section {
  /** `undefined` for a heading without an id, which was made in wp-admin. */
  readonly id: string | undefined
  /** Ids that the heading carries for those that stood in its place before. */
  readonly carried: readonly string[]
  /** Where the next carried id belongs, an index into the content. */
  readonly end: number
}

const CARRIED = /^(?:<a id="[^"]*"><\/a>)+/

/** The content of a post as the site has it, and what was last published into it, where it is ours. */
export interface PublishedContent {
  readonly content: string
  readonly marker: Marker | undefined
}

export interface KeptAnchors {
  readonly content: string
  readonly anchors: readonly CarriedAnchor[]
}

/**
 * Keeps links to sections alive: new content carries the ids that headings of the published content had.
 *
 * An article that asks for what was published last is left at that, whatever was edited on the site since: the
 * comparison of the three must find it unchanged.
 *
 * @param content what the article asks for, references filled in
 * @param published what the site has; `undefined` for a new post
 */
export function keepAnchors(content: string, published: PublishedContent | undefined): KeptAnchors {
  if (published === undefined) return { content, anchors: [] }
  const { base, anchors = [] } = published.marker ?? { base: {} }
  const again = carryAnchors(content, anchors)
  const live = removeMarker(published.content)
  // Where the site has just that, its hash, which takes long, would tell no more.
  if (again === live || hasHash('content', again, base.content)) return { content: again, anchors }
  const lost = lostAnchors(content, carryAnchors(live, anchors))
  return { content: carryAnchors(content, lost), anchors: lost }
}

/**
 * Puts ids that earlier headings had into the headings that took their place, as empty links, which the editor
 * and the filter for limited users keep. Ids that the content has anyway are left out.
 */
function carryAnchors(content: string, anchors: readonly CarriedAnchor[]): string {
  if (anchors.length === 0) return content
  const present = listIds(content)
  const missing = anchors.filter(({ id }) => !present.has(id))
  return listSections(content).reduceRight((text, section) => {
    const added = missing.filter(({ heading }) => heading === section.id)
    return (
      text.slice(0, section.end) + added.map(({ id }) => writeAnchor(id)).join('') + text.slice(section.end)
    )
  }, content)
}

/**
 * The ids of sections that readers could link to and that new content lacks, each with the heading of the new
 * content that stands in its place: the same heading, where it stands under the lost one's carried ids;
 * otherwise a new one between the same neighbours, and where there is none, the section before.
 */
function lostAnchors(content: string, published: string): CarriedAnchor[] {
  const present = listIds(content)
  // Most have none, as the draft that a new article begins with, or lose none, and sections take long to compare.
  if (!mayHaveOther(published, present)) return []
  const before = listSections(published)
  const after = listSections(content).flatMap(({ id }) => (id === undefined ? [] : [id]))
  const lost = before.flatMap((section, index): CarriedAnchor[] => {
    const gone = idsOf(section).filter((id) => !present.has(id))
    if (gone.length === 0) return []
    const { id: own } = section
    const heading = own !== undefined && after.includes(own) ? own : successor(before, index, after)
    return heading === undefined ? [] : gone.map((id) => ({ id, heading }))
  })
  return [...new Map(lost.map((anchor) => [anchor.id, anchor])).values()]
}

/** What readers could link to in a section: its own id, and those that it carries. */
function idsOf({ id, carried }: Section): string[] {
  return [...carried, ...(id === undefined || id === '' ? [] : [id])]
}

/** The id of the new heading that stands where the section at `index` stood. */
function successor(before: readonly Section[], index: number, after: readonly string[]): string | undefined {
  const stays = ({ id }: Section): boolean => id !== undefined && after.includes(id)
  const start = before.findLastIndex((section, at) => at < index && stays(section))
  const next = before.findIndex((section, at) => at > index && stays(section))
  const end = next === -1 ? before.length : next
  const gone = before.slice(start + 1, end)
  const previous = before[start]?.id
  const from = previous === undefined ? 0 : after.indexOf(previous) + 1
  const until = next === -1 ? after.length : after.indexOf(before[next]?.id ?? '')
  const known = new Set(before.map(({ id }) => id))
  const made = after.slice(from, until).filter((id) => !known.has(id))
  if (made.length === gone.length) return made[index - start - 1]
  return closest(before[index]?.id ?? '', made, undefined) ?? previous ?? after[0]
}

/** The sections in order; the one before the first heading only where there is a paragraph to carry ids. */
function listSections(content: string): Section[] {
  const tags = [...htmlTags(content)].filter(({ name, isEnd }) => !isEnd && /^(?:p|h[1-6])$/.test(name))
  const top = tags[0]?.name === 'p' ? [toSection(content, '', tags[0].end)] : []
  const headings = tags.filter(({ name }) => name !== 'p')
  return [...top, ...headings.map((tag) => toSection(content, idOf(tag), tag.end))]
}

function idOf({ attributes }: HtmlTag): string | undefined {
  const id = attributes.find(({ name }) => name === 'id')
  return id === undefined ? undefined : decodeHTML(id.value)
}

function toSection(content: string, id: string | undefined, at: number): Section {
  const [links = ''] = CARRIED.exec(content.slice(at)) ?? []
  return { id, carried: [...listIds(links)], end: at + links.length }
}

function listIds(content: string): Set<string> {
  return new Set([...content.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => decodeHTML(id)))
}

/** Whether a content can have an id that is none of these; what is written otherwise than WordPress does may be one. */
function mayHaveOther(content: string, ids: ReadonlySet<string>): boolean {
  return [...content.matchAll(/\bid\s*=(?:"([^"]*)")?/gi)].some(
    ([, id]) => id === undefined || !ids.has(decodeHTML(id)),
  )
}

function writeAnchor(id: string): string {
  return `<a id="${escapeQuoted(id)}"></a>`
}
