import { listItems } from '../../language/lists.ts'
import { say } from '../../language/say.ts'
import { closest } from '../../limits/closest.ts'
import type { Finding } from '../../posts/rule.ts'
import { groupBy } from '../../standards/group-by.ts'
import type { Article } from '../article.ts'
import type { GraphLink } from '../graph.ts'
import type { LinkRule } from '../link-rule.ts'
import { fixAddress } from '../write-link.ts'

export const linkAnchor: LinkRule = {
  id: 'link-anchor',
  severity: 'error',
  summary: say`A link to a section leads to a heading that is there.`,
  *check(article, { articles }) {
    for (const link of article.node.links) {
      const { target } = link
      if (target.kind === 'anchor') yield* judge(link, target.hash, article)
      if (target.kind === 'post') yield* judge(link, target.hash, articles.get(target.key))
    }
  },
}

/** More names than this help nobody to choose. */
const MAX_NAMES = 12

function* judge(link: GraphLink, hash: string, target: Article | undefined): Iterable<Finding> {
  const id = hash.slice(1)
  // The top of the page needs no id (HTML Living Standard, 7.4.6.4).
  if (target === undefined || id === '' || id.toLowerCase() === 'top') return
  const { anchors } = target.node
  if (anchors.has(id)) return
  const reason = say`${target.path} has no section "#${id}".`
  const { place } = link
  const about = link.target.kind === 'post' ? link.url : undefined
  const names = namesOf(anchors)
  const same = names.byLooseId.get(looseId(id)) ?? []
  const near = same[0] ?? names.guess(id)
  if (near === undefined) {
    yield { reason, place, note: say`Its sections are: ${list(anchors)}.`, about }
    return
  }
  const suggestion = `#${near}`
  const fix = same.length === 1 ? fixAddress(link, link.url.replace(/#.*$/s, suggestion)) : undefined
  yield { reason, place, note: say`Did you mean "${suggestion}"?`, suggestion, fix, about }
}

interface Names {
  readonly byLooseId: ReadonlyMap<string, readonly string[]>
  readonly guess: (id: string) => string | undefined
}

/** In a page with more wrong ids than this something else is wrong, and guessing at each would take long. */
const MAX_GUESSES = 50

const known = new WeakMap<ReadonlySet<string>, Names>()

function namesOf(anchors: ReadonlySet<string>): Names {
  const before = known.get(anchors)
  if (before !== undefined) return before
  const byLooseId = groupBy(anchors, looseId)
  const guesses = new Map<string, string | undefined>()
  const guess = (id: string): string | undefined => {
    if (!guesses.has(id) && guesses.size < MAX_GUESSES)
      guesses.set(id, closest(id, [...anchors], Math.ceil(id.length / 3)))
    return guesses.get(id)
  }
  const names = { byLooseId, guess }
  known.set(anchors, names)
  return names
}

/** What two ids share that differ only in case, width or punctuation. */
function looseId(id: string): string {
  return id
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')
}

function list(anchors: ReadonlySet<string>): string {
  const names = [...anchors].slice(0, MAX_NAMES).map((anchor) => `#${anchor}`)
  if (names.length === 0) return say`none`
  const more = anchors.size - names.length
  return more === 0 ? listItems(names) : say`${listItems(names)} and ${more} more`
}
