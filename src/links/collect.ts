import type { Definition, Heading, Link, Nodes } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import type { Point, Position } from 'unist'
import { location } from 'vfile-location'
import { idsOf } from '../constructs/headings/ids.ts'
import type { SourcePost } from '../posts/types.ts'
import { visit } from '../standards/visit.ts'
import { findHtmlAddresses } from './html-addresses.ts'
import { type TextRange, urlRange } from './url-range.ts'

/** A link as it stands in an article; nothing resolved yet. */
export interface WrittenLink {
  /** Escapes and character references resolved. */
  readonly url: string
  readonly text: string
  /** `reference`: the address stands in a definition; `html`: in an `<a>` of raw HTML. */
  readonly form: 'inline' | 'reference' | 'autolink' | 'html'
  /** Of the link; for a reference of its definition, where the address stands. */
  readonly place: Position | Point | undefined
  /** The address alone; `undefined` where it is written otherwise than it is meant, as with escapes. */
  readonly range: TextRange | undefined
}

/** What one article links to, and what others can link to in it. */
export interface Collected {
  readonly links: readonly WrittenLink[]
  /** The ids that the published page will have: of its headings, and those of raw HTML. */
  readonly anchors: readonly string[]
  readonly headings: number
  /** Addresses of the body's pictures, in order, repeats included. */
  readonly images: readonly string[]
}

/** Visits an article once; judges nothing. */
export function collect({ tree, file }: SourcePost): Collected {
  const text = String(file)
  const places = location(text)
  const links: WrittenLink[] = []
  const images: string[] = []
  const headings: Heading[] = []
  const ids: string[] = []
  const references = new Map<string, string>()
  const pictures = new Set<string>()
  const definitions = new Map<string, Definition>()

  visit(tree, (node: Nodes, _, parent) => {
    switch (node.type) {
      case 'heading':
        headings.push(node)
        break
      case 'link':
        links.push(toLink(node, node.position ?? parent?.position, text))
        break
      case 'linkReference':
        if (!references.has(node.identifier)) references.set(node.identifier, mdastToString(node))
        break
      case 'imageReference':
        pictures.add(node.identifier)
        break
      case 'definition':
        // The first of two definitions of one label counts (CommonMark 0.31, 4.7).
        if (!definitions.has(node.identifier)) definitions.set(node.identifier, node)
        break
      case 'image':
        images.push(node.url)
        break
      case 'html': {
        const found = findHtmlAddresses(node.value)
        ids.push(...found.ids)
        images.push(...found.images)
        links.push(...found.links.map((link) => placeHtmlLink(link, node.position, text, places)))
      }
    }
  })
  for (const [identifier, definition] of definitions) {
    if (pictures.has(identifier)) images.push(definition.url)
    const words = references.get(identifier)
    if (words !== undefined) links.push(toReference(definition, words, text))
  }
  const anchors = [...idsOf(headings).values(), ...ids]
  return { links: links.sort(byPlace), anchors, headings: headings.length, images }
}

function toLink(link: Link, place: Position | undefined, text: string): WrittenLink {
  const start = link.position?.start.offset
  const form = start !== undefined && text[start] !== '[' ? 'autolink' : 'inline'
  const range = urlRange(link, form, text)
  return { url: link.url, text: mdastToString(link), form, place, range }
}

function toReference(definition: Definition, words: string, text: string): WrittenLink {
  const range = urlRange(definition, 'reference', text)
  return { url: definition.url, text: words, form: 'reference', place: definition.position, range }
}

function placeHtmlLink(
  { url, text: words, range }: { url: string; text: string; range: TextRange },
  position: Position | undefined,
  text: string,
  places: ReturnType<typeof location>,
): WrittenLink {
  const offset = position?.start.offset
  const start = offset === undefined ? -1 : offset + range.start
  const end = start + range.end - range.start
  // In a quote or a list the node's value lacks the markers of its lines, so that offsets do not agree.
  const exact = offset !== undefined && text.slice(start, end) === url
  const place = exact ? places.toPoint(start) : undefined
  return {
    url,
    text: words,
    form: 'html',
    place: place ?? position,
    range: exact ? { start, end } : undefined,
  }
}

function byPlace(a: WrittenLink, b: WrittenLink): number {
  return offsetOf(a) - offsetOf(b)
}

function offsetOf({ place }: WrittenLink): number {
  if (place === undefined) return 0
  return ('start' in place ? place.start.offset : place.offset) ?? 0
}
