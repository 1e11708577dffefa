import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Config } from '../../src/config/types.ts'
import { checkArticles } from '../../src/judge/check-articles.ts'
import { ImageFiles } from '../../src/judge/image-files.ts'
import { collect } from '../../src/links/collect.ts'
import { type LinkGraph, toNode } from '../../src/links/graph.ts'
import type { LinkTargets } from '../../src/links/targets.ts'
import { listArticles } from '../../src/posts/articles.ts'
import { toDraft } from '../../src/posts/draft.ts'
import { judgePost } from '../../src/posts/judge-post.ts'
import type { ParsedPost } from '../../src/posts/post.ts'
import { parsePost } from '../../src/posts/read.ts'
import { resolvePost } from '../../src/posts/resolve.ts'
import type { SourcePost } from '../../src/posts/types.ts'

/** Every article of a folder, parsed and not yet judged. */
export async function readPosts(config: Config): Promise<SourcePost[]> {
  const { names } = await listArticles(config)
  return await Promise.all(
    names.map(async (name) =>
      parsePost(name, await readFile(path.join(config.root, config.posts, name), 'utf8'), config),
    ),
  )
}

/**
 * Judges articles by their text and their pictures, not by their links; they need not lie in files.
 *
 * @returns those without errors
 */
export async function validatePosts(sources: readonly SourcePost[], config: Config): Promise<ParsedPost[]> {
  const articles = sources.map((source) => {
    const draft = toDraft(source, config)
    return { source, draft, pictures: judgePost(source, draft, config) }
  })
  const images = await new ImageFiles(config).load(articles, new Set())
  checkArticles(articles, images, config)
  return articles
    .filter(({ source, draft }) => !draft.unreadable && source.file.messages.every(({ fatal }) => !fatal))
    .map(({ source, draft }) => ({
      ...resolvePost(source, draft, config, images.get(source.key) ?? new Map()),
      tree: source.tree,
    }))
}

/** The links between articles, which need not lie in files. */
export function buildLinkGraph(sources: readonly SourcePost[], targets: LinkTargets): LinkGraph {
  return new Map(sources.map((source) => [source.key, toNode(source, collect(source), targets)]))
}
