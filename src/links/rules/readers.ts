import { toDateText } from '../../language/dates.ts'
import { say } from '../../language/say.ts'
import type { LinkRule } from '../link-rule.ts'
import { obstacleBetween } from '../visibility.ts'
import { fixAddress, relativeLink } from '../write-link.ts'

export const linkUnpublished: LinkRule = {
  id: 'link-unpublished',
  severity: 'warn',
  summary: say`A public article links only to articles that readers can open when it appears.`,
  *check(article, folder) {
    for (const { target, place } of article.node.links) {
      if (target.kind !== 'post' || target.key === article.key) continue
      const to = folder.articles.get(target.key)
      const obstacle = to === undefined ? undefined : obstacleBetween(article, to, folder)
      if (to === undefined || obstacle === undefined) continue
      yield obstacle.kind === 'status'
        ? {
            reason: say`${to.path} has the status "${to.status}", so readers cannot open it.`,
            place,
            note: say`Publish it too, or link to it later.`,
          }
        : {
            reason: say`${to.path} appears only on ${toDateText(obstacle.date)}, later than this article.`,
            place,
            note: say`Give it an earlier date, or link to it later.`,
          }
    }
  },
}

export const linkLanguage: LinkRule = {
  id: 'link-language',
  severity: 'warn',
  summary: say`A link leads to the target in the article's own language where there is one.`,
  *check(article, { articles, translations }) {
    const { language } = article
    if (language === undefined) return
    for (const link of article.node.links) {
      if (link.target.kind !== 'post') continue
      const to = articles.get(link.target.key)
      if (to?.language === undefined || to.language === language) continue
      const translation = translations(to, language)
      // A link to one's own translation is how readers change the language.
      if (translation === undefined || translation === article) continue
      const reason = say`${to.path} is in "${to.language}"; this article in "${language}" could link to ${translation.path}.`
      if (link.form === 'html') {
        // Raw HTML is published as it stands, so no path of a file would do there (raw-html-address).
        yield {
          reason,
          place: link.place,
          note: say`Link to the address that ${translation.path} has on the site.`,
        }
        continue
      }
      const { hash } = link.target
      const keeps = hash === '' || translation.node.anchors.has(hash.slice(1))
      const suggestion = relativeLink(article, translation, keeps ? hash : '')
      yield {
        reason,
        place: link.place,
        note: keeps
          ? say`Link to "${suggestion}".`
          : say`Link to "${suggestion}" and its section for "${hash}".`,
        suggestion,
        fix: keeps ? fixAddress(link, suggestion) : undefined,
      }
    }
  },
}
