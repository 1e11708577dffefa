import type { Config } from '../config/types.ts'
import type { Verdict } from '../digest/kept-verdict.ts'
import { type ArticleBytes, readDigests } from '../digest/read-digests.ts'
import { checkConfig } from '../links/check-config.ts'
import { checkGraph } from '../links/check-local.ts'
import { checkPictures } from '../links/check-pictures.ts'
import { type LinkGraph, toNode } from '../links/graph.ts'
import { createLinkTargets } from '../links/targets.ts'
import { judgeFolder } from '../posts/judge.ts'
import type { ImageResults } from '../posts/load-images.ts'
import type { SourceHead } from '../posts/types.ts'
import { listAddresses } from '../posts/validate.ts'

/** A verdict with all that it rests on. */
export interface Judgement extends Verdict {
  readonly sources: readonly SourceHead[]
  readonly read: readonly ArticleBytes[]
  readonly graph: LinkGraph
  /** What became of each picture that the articles name. */
  readonly images: ImageResults
}

/**
 * Judges every article of the project by every rule that asks no other site.
 *
 * @param read all articles, for whoever has read them already
 * @param now milliseconds since 1970, by which what is scheduled counts as public or not
 */
export async function judge(
  config: Config,
  read?: readonly ArticleBytes[],
  now = Date.now(),
): Promise<Judgement> {
  const digested = await readDigests(config, read)
  const drafts = digested.map(({ draft }) => draft)
  const images = await judgeFolder(digested, drafts, config)
  const sources = digested.map(({ source }) => source)
  const targets = createLinkTargets(listAddresses(sources), config)
  const graph: LinkGraph = new Map(
    digested.map(({ source, collected }) => [source.key, toNode(source, collected, targets)]),
  )
  checkGraph(graph, config, now)
  if (hasPlugins(config)) await judgeByPlugins(sources, config)
  const others = [...(await checkConfig(graph, config)), ...(await checkPictures(graph, config))]
  return {
    articles: sources.map(({ file }) => file),
    others,
    sources,
    read: digested.map(({ bytes }) => bytes),
    graph,
    images,
  }
}

/** True where the project's own plugins have a say. */
export function hasPlugins({ plugins }: Config): boolean {
  return plugins.remark.length + plugins.rehype.length > 0
}

async function judgeByPlugins(sources: readonly SourceHead[], config: Config): Promise<void> {
  // Loaded here, since `check` renders nothing where the project has no plugin.
  const { judgePlugins } = await import('./judge-plugins.ts')
  await judgePlugins(sources, config)
}
