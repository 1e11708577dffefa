import Slugger from 'github-slugger'
import type { Heading, Root } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { visit } from 'unist-util-visit'

/**
 * The id of every heading of an article, as the published page has it.
 *
 * The rule is GitHub's: lower case, blanks to hyphens, punctuation dropped, Japanese kept; the second heading
 * of the same text gets `-1`. An empty result becomes `section`.
 */
export function headingIds(tree: Root): ReadonlyMap<Heading, string> {
  const slugger = new Slugger()
  const ids = new Map<Heading, string>()
  visit(tree, 'heading', (heading) => {
    const text = mdastToString(heading).normalize('NFC').trim()
    ids.set(heading, slugger.slug(/[\p{L}\p{N}]/u.test(text) ? text : 'section'))
  })
  return ids
}
