import { say } from '../../language/say.ts'
import type { GraphLink } from '../graph.ts'
import type { LinkRule } from '../link-rule.ts'
import { fixAddress, relativeLink } from '../write-link.ts'

const FIRST_LINE = { line: 1, column: 1 }

export const linkOrphan: LinkRule = {
  id: 'link-orphan',
  severity: 'off',
  summary: say`Another article links to every article.`,
  *check({ key }, { articles, linked }) {
    if (linked.has(key) || articles.size === 1) return
    yield {
      reason: say`No other article links to this one.`,
      place: FIRST_LINE,
      note: say`Link to it from an article about something near, so that readers find it.`,
    }
  },
}

export const linkSelf: LinkRule = {
  id: 'link-self',
  severity: 'off',
  summary: say`An article does not link to itself, except to one of its sections.`,
  *check({ key, node }) {
    for (const { target, place } of node.links) {
      if (target.kind !== 'post' || target.key !== key || target.hash !== '') continue
      yield {
        reason: say`The link leads to the article that it stands in.`,
        place,
        note: say`Link to a section, "#...", or make it plain text.`,
      }
    }
  },
}

export const linkText: LinkRule = {
  id: 'link-text',
  severity: 'off',
  summary: say`Links of the same words in one article lead to the same place.`,
  *check({ node }) {
    const first = new Map<string, GraphLink>()
    for (const link of node.links) {
      const words = link.text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
      if (words === '' || link.form === 'autolink') continue
      const other = first.get(words)
      if (other === undefined) first.set(words, link)
      else if (destination(other) !== destination(link)) {
        yield {
          reason: say`The words "${link.text.trim()}" lead to ${other.url}, too.`,
          place: link.place,
          note: say`Use words that tell the two apart; some readers hear only the links of a page.`,
        }
      }
    }
  },
}

export const linkPermalink: LinkRule = {
  id: 'link-permalink',
  severity: 'off',
  summary: say`Articles link to each other by file, which survives a move of the site.`,
  *check(article, { articles }) {
    for (const link of article.node.links) {
      if (link.target.kind !== 'post' || !isAddress(link.url) || link.form === 'html') continue
      const to = articles.get(link.target.key)
      if (to === undefined) continue
      const suggestion = relativeLink(article, to, link.target.hash)
      yield {
        reason: say`The link names ${to.path} by its address on the site.`,
        place: link.place,
        note: say`Link to "${suggestion}"; it is published as the permalink.`,
        suggestion,
        fix: fixAddress(link, suggestion),
      }
    }
  },
}

/** True for an address of the site; `/posts/a.md` is a path from the project's root. */
function isAddress(url: string): boolean {
  return /^(?:https?:|\/|\?)/i.test(url) && !/^\/(?!\/)[^?#]*\.md(?:[?#]|$)/i.test(url)
}

function destination({ target, url }: GraphLink): string {
  return target.kind === 'post' ? `${target.key}${target.hash}` : url
}
