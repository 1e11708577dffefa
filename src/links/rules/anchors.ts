import { closestMatch } from 'leven'
import type { Finding } from '../../posts/rule.ts'
import type { Article } from '../article.ts'
import type { GraphLink } from '../graph.ts'
import type { LinkRule } from '../link-rule.ts'
import { fixAddress } from '../write-link.ts'

export const linkAnchor: LinkRule = {
  id: 'link-anchor',
  severity: 'error',
  summary: 'A link to a section leads to a heading that is there.',
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
  const reason = `${target.path} has no section "#${id}".`
  const { place } = link
  const about = link.target.kind === 'post' ? link.url : undefined
  const same = [...anchors].filter((anchor) => looseId(anchor) === looseId(id))
  const near = same[0] ?? closestMatch(id, [...anchors], { maxDistance: Math.ceil(id.length / 3) })
  if (near === undefined) {
    yield { reason, place, note: `Its sections are: ${list(anchors)}.`, about }
    return
  }
  const suggestion = `#${near}`
  const fix = same.length === 1 ? fixAddress(link, link.url.replace(/#.*$/s, suggestion)) : undefined
  yield { reason, place, note: `Did you mean "${suggestion}"?`, suggestion, fix, about }
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
  const more = anchors.size > MAX_NAMES ? ` and ${anchors.size - MAX_NAMES} more` : ''
  return names.length === 0 ? 'none' : names.join(', ') + more
}
