import { say } from '../../language/say.ts'
import { trimEnd } from '../../standards/trim.ts'
import type { GraphLink } from '../graph.ts'
import type { LinkRule } from '../link-rule.ts'
import { fixAddress, relativeLink } from '../write-link.ts'

/** An ending with a letter in it that no article has. */
const OTHER_FILE = /\.(?!(?:md|markdown)$)(?=\d*[a-z])[a-z\d]{2,5}$/i

const UPLOAD = say`Upload it in wp-admin > Media, and link to the address that it has there; from here only pictures are sent, written as ![](...).`

export const linkTarget: LinkRule = {
  id: 'link-target',
  severity: 'error',
  summary: say`A link to a file leads to an article that is there.`,
  *check(article, { suggest, noArticles }) {
    for (const link of article.node.links) {
      // What raw HTML names is reported by raw-html-address, whether it is there or not.
      if (link.target.kind !== 'missing' || link.form === 'html') continue
      const { place } = link
      if (link.url === '') {
        yield {
          reason: say`The link has no address.`,
          place,
          note: say`Write where it leads between the brackets.`,
        }
        continue
      }
      const about = link.target.path
      if (noArticles.has(about)) {
        yield {
          reason: say`${about} is no article, so readers would find nothing there.`,
          place,
          note: say`Give it front matter and a name that ends in ".md", or take the link out.`,
          about,
        }
        continue
      }
      const reason = say`There is no article at ${about}.`
      const found = suggest(about)
      if (found === undefined && OTHER_FILE.test(about)) {
        const name = about.slice(about.lastIndexOf('/') + 1)
        yield {
          reason: say`${name} is no article, and no such file is sent to the site.`,
          place,
          note: UPLOAD,
          about,
        }
        continue
      }
      if (found === undefined) {
        const note = link.url.includes('\\')
          ? say`Write paths with "/", also on Windows: ./another-article.md.`
          : say`Mend the path; it is relative to this article.`
        yield { reason, place, note, about }
        continue
      }
      const suggestion = relativeLink(article, found.article, hashOf(link))
      const fix = found.certain ? fixAddress(link, suggestion) : undefined
      yield { reason, place, note: say`Did you mean "${suggestion}"?`, suggestion, fix, about }
    }
  },
}

export const linkUnclaimed: LinkRule = {
  id: 'link-unclaimed',
  severity: 'warn',
  summary: say`A permalink of the own site is that of an article here.`,
  *check({ node }) {
    for (const { target, place } of node.links) {
      if (target.kind !== 'own-site' || !target.isPost) continue
      yield {
        reason: say`No article here is known to be ${target.url}.`,
        place,
        note: say`If one is, give it the "id" of its post; otherwise the link is published as it is.`,
      }
    }
  },
}

/** What WordPress itself answers, beside posts and pages (WP_Rewrite, `wp-includes/class-wp-rewrite.php`). */
const OF_WORDPRESS =
  /^\/?(?:$|wp-|sitemap|favicon\.ico$|robots\.txt$|(?:index\.php|feed|comments|page|category|tag|author|search|type|\d{4})(?:\/|$))/i

export const linkOwnSite: LinkRule = {
  id: 'link-own-site',
  severity: 'off',
  summary: say`An address of the own site is that of an article, or one that WordPress answers by itself.`,
  *check({ node }, { config }) {
    for (const { target, place } of node.links) {
      if (target.kind !== 'own-site' || target.isPost || !URL.canParse(target.url, config.site.url)) continue
      const { pathname, search } = new URL(target.url, config.site.url)
      const base = trimEnd(new URL(config.site.url).pathname, '/')
      if (search !== '' || OF_WORDPRESS.test(pathname.slice(base.length))) continue
      yield {
        reason: say`Nothing here tells what readers find at ${target.url}.`,
        place,
        note: say`Link to the file of an article where one is meant; look at the page where it is one of the site.`,
      }
    }
  },
}

function hashOf({ url }: GraphLink): string {
  const at = url.indexOf('#')
  return at === -1 ? '' : url.slice(at)
}
