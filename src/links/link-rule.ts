import type { Config } from '../config/types.ts'
import type { Finding, RuleInfo } from '../posts/rule.ts'
import { type Article, describeArticles } from './article.ts'
import type { LinkGraph } from './graph.ts'
import { createSuggest, type Suggest } from './suggest.ts'
import { createTranslations, type Translations } from './translations.ts'

/** The whole folder, for rules about what lies between its articles. */
export interface Folder {
  readonly articles: ReadonlyMap<string, Article>
  readonly translations: Translations
  /** Keys of the articles that another one links to. */
  readonly linked: ReadonlySet<string>
  readonly suggest: Suggest
  readonly config: Config
  /** Milliseconds since 1970. */
  readonly now: number
  /** Paths of Markdown in the folder that is no article, relative to the project. */
  readonly noArticles: ReadonlySet<string>
}

/** One thing that the links of every article, or its place among the others, must satisfy. */
export interface LinkRule extends RuleInfo {
  /** Yields a finding for each violation in `article`. */
  readonly check: (article: Article, folder: Folder) => Iterable<Finding>
}

/** Lays out a graph for the rules; `now` is in milliseconds since 1970. */
export function toFolder(
  graph: LinkGraph,
  config: Config,
  now: number,
  noArticles: ReadonlySet<string>,
): Folder {
  const articles = describeArticles(graph, config)
  const linked = new Set<string>()
  for (const { key, node } of articles.values()) {
    for (const { target } of node.links) {
      if (target.kind === 'post' && target.key !== key) linked.add(target.key)
    }
  }
  return {
    articles,
    translations: createTranslations(articles.values()),
    linked,
    suggest: createSuggest(articles.values()),
    config,
    now,
    noArticles,
  }
}
