import type { VFile } from 'vfile'
import { readDigests } from '../digest/read-digests.ts'
import { checkConfig } from '../links/check-config.ts'
import { checkGraph } from '../links/check-local.ts'
import { checkPictures } from '../links/check-pictures.ts'
import type { RemoteSummary } from '../links/check-remote.ts'
import { type LinkGraph, toNode } from '../links/graph.ts'
import { createLinkTargets } from '../links/targets.ts'
import { judgeFolder } from '../posts/judge.ts'
import { listAddresses } from '../posts/validate.ts'
import type { Config, SourceHead } from '../types.ts'
import type { Output } from './output.ts'

/** Everything that `check` has to say, as messages on the files that it is about. */
export interface Judgement {
  readonly sources: readonly SourceHead[]
  /** Files that are no articles and have a message: wp.config.json, pictures that no article shows. */
  readonly others: readonly VFile[]
  readonly graph: LinkGraph
  /** What asking other sites came to; `undefined` where none was asked. */
  readonly remote: RemoteSummary | undefined
}

/**
 * Judges every article of the project by every rule.
 *
 * @param external also asks the sites that articles link to; otherwise nothing leaves this machine
 */
export async function judge(config: Config, external: boolean, output: Output): Promise<Judgement> {
  const articles = await readDigests(config)
  const drafts = articles.map(({ draft }) => draft)
  await judgeFolder(articles, drafts, config)
  const sources = articles.map(({ source }) => source)
  const targets = createLinkTargets(listAddresses(sources), config)
  const graph: LinkGraph = new Map(
    articles.map(({ source, collected }) => [source.key, toNode(source, collected, targets)]),
  )
  checkGraph(graph, config)
  if (config.plugins.remark.length + config.plugins.rehype.length > 0) await judgeByPlugins(sources, config)
  const others = [...(await checkConfig(graph, config)), ...(await checkPictures(graph, config))]
  const remote = external ? await judgeExternal(graph, config, output) : undefined
  return { sources, others, graph, remote }
}

async function judgeByPlugins(sources: readonly SourceHead[], config: Config): Promise<void> {
  // Loaded here, since `check` renders nothing where the project has no plugin.
  const { judgePlugins } = await import('./judge-plugins.ts')
  await judgePlugins(sources, config)
}

async function judgeExternal(graph: LinkGraph, config: Config, output: Output): Promise<RemoteSummary> {
  // Loaded here, since `check` must not wait for the HTTP client.
  const { checkRemote } = await import('../links/check-remote.ts')
  return await output.during('asking other sites', (update) =>
    checkRemote(graph, config, (done, total) => update(`asking other sites: ${done} of ${total}`)),
  )
}
