import type { Config } from '../config/types.ts'
import { reportFinding, severityOf } from '../posts/report-finding.ts'
import type { LinkGraph } from './graph.ts'
import { toFolder } from './link-rule.ts'
import { articleLinkRules } from './rules.ts'

/**
 * Judges every article by the rules about its links, its series and its translation in the other language.
 *
 * @param now milliseconds since 1970, by which what is scheduled counts as public or not
 * @param noArticles paths of Markdown that is none, relative to the project
 */
export function checkGraph(
  graph: LinkGraph,
  config: Config,
  now: number,
  noArticles: ReadonlySet<string> = new Set(),
): void {
  const folder = toFolder(graph, config, now, noArticles)
  const rules = articleLinkRules.filter((rule) => severityOf(rule, config) !== 'off')
  for (const article of folder.articles.values()) {
    for (const rule of rules) {
      for (const finding of rule.check(article, folder)) {
        reportFinding(article.node.source.file, rule, finding, config)
      }
    }
  }
}
