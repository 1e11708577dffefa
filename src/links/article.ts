import type { Point } from 'unist'
import type { Config } from '../config/types.ts'
import { type Draft, findField, textOf, toDraft, writtenStatus } from '../posts/draft.ts'
import type { FrontMatterKey } from '../posts/front-matter-keys.ts'
import { articleName, splitLanguage } from '../posts/language.ts'
import type { GraphNode, LinkGraph } from './graph.ts'

/** A node of the graph with what its front matter says about it; nothing validated. */
export interface Article {
  readonly node: GraphNode
  readonly draft: Draft
  readonly key: string
  /** Relative to the project. */
  readonly path: string
  readonly title: string
  readonly slug: string
  readonly id: string | undefined
  /** As written, also where it is none that WordPress knows, such as `trash`. */
  readonly status: string
  /** The date as it is written; the empty string where there is none. */
  readonly writtenDate: string
  readonly language: string | undefined
  readonly pair: string | undefined
  /** File name without language ending, as the members of a series are listed. */
  readonly name: string
}

/** The articles of a graph by key, in its order. */
export function describeArticles(graph: LinkGraph, config: Config): ReadonlyMap<string, Article> {
  return new Map([...graph].map(([key, node]) => [key, describe(node, config)]))
}

/** Where the value of the first of these fields stands that the article gives; else the first line. */
export function placeOf({ draft }: Article, ...names: readonly FrontMatterKey[]): Point {
  for (const name of names) {
    const field = findField(draft.fields, name)
    if (field !== undefined) return field.valuePlace.start
  }
  return { line: 1, column: 1 }
}

function describe(node: GraphNode, config: Config): Article {
  const draft = toDraft(node.source, config)
  const { fields, slug, language, pair } = draft
  const { key, file } = node.source
  return {
    node,
    draft,
    key,
    path: file.path,
    title: textOf(fields, 'title') ?? '',
    slug,
    id: textOf(fields, 'id'),
    status: writtenStatus(draft, config),
    writtenDate: textOf(fields, 'publish_at') ?? textOf(fields, 'date') ?? '',
    language,
    pair,
    name: splitLanguage(articleName(key, config), config.languages).base,
  }
}
