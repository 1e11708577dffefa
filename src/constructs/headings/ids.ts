import Slugger from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { visit } from '../../standards/visit.ts'

/**
 * The id of every heading of an article, as the published page has it.
 *
 * An id that the author wrote, `## Heading {#id}`, stands as it is. The rule for the others is GitHub's: lower
 * case, blanks to hyphens, punctuation dropped, Japanese kept; the second heading of the same text gets `-1`.
 * An empty result becomes `section`.
 */
export function headingIds(tree: Root): ReadonlyMap<Heading, string> {
  const headings: Heading[] = []
  visit(tree, 'heading', (heading) => {
    headings.push(heading)
  })
  return idsOf(headings)
}

/** As `headingIds`, for whoever has visited the tree: `headings` are all of them, in order. */
export function idsOf(headings: readonly Heading[]): ReadonlyMap<Heading, string> {
  const slugger = new Slugger()
  // Written ids come first, so that no made one can take them.
  for (const { data } of headings) {
    if (data?.explicitId !== undefined) slugger.occurrences[data.explicitId] = 0
  }
  return new Map(headings.map((heading) => [heading, heading.data?.explicitId ?? makeId(heading, slugger)]))
}

function makeId(heading: Heading, slugger: Slugger): string {
  return slugger.slug(sluggable(mdastToString(heading)))
}

/** True for an id that a heading of this text gets by itself, as one of several of the same text, too. */
export function isMadeId(id: string, text: string): boolean {
  const slug = new Slugger().slug(sluggable(text))
  return id === slug || (id.startsWith(`${slug}-`) && /^\d+$/.test(id.slice(slug.length + 1)))
}

function sluggable(text: string): string {
  const trimmed = text.normalize('NFC').trim()
  return /[\p{L}\p{N}]/u.test(trimmed) ? trimmed : 'section'
}
