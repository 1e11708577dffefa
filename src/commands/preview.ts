import path from 'node:path'
import { loadConfig } from '../config.ts'
import type { ExitCode } from '../errors.ts'
import { checkGraph } from '../links/check-local.ts'
import { buildLinkGraph } from '../links/graph.ts'
import { createLinkTargets } from '../links/targets.ts'
import { readPosts } from '../posts/read.ts'
import { listAddresses, validatePosts } from '../posts/validate.ts'
import { buildPreview } from '../preview/build.ts'
import { renderPosts } from '../render/render.ts'
import { exitCodeOfMessages } from '../report/exit-code.ts'
import { messagesToText, summarizeMessages } from '../report/messages.ts'
import type { Output } from './output.ts'

export interface PreviewOptions {
  /** Path of wp.config.json. */
  readonly config: string
}

/** Builds the static draft preview; articles with errors get a page that says what is wrong. */
export async function preview(options: PreviewOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const sources = await readPosts(config)
  const posts = await validatePosts(sources, config)
  const targets = createLinkTargets(listAddresses(sources, config), config)
  const graph = buildLinkGraph(sources, targets)
  checkGraph(graph, config)
  const rendered = await renderPosts(posts, config, (url, from) => targets(url, from.file.path))
  const folder = path.join(config.root, 'dist', 'preview')
  await buildPreview(folder, sources, rendered, graph, config)

  const files = sources.map(({ file }) => file)
  const text = messagesToText(files)
  if (text !== '') output.say(`${text}\n`)
  output.say(
    `${summarizeMessages(files)}. Open ${path.join(path.relative(process.cwd(), folder), 'index.html')}`,
  )
  return exitCodeOfMessages(files)
}
