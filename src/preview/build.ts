import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { LinkGraph } from '../links/graph.ts'
import type { Config, RenderedPost, SourcePost } from '../types.ts'
import { mediaPath, pageName } from './addresses.ts'
import { articlePage, brokenPage } from './article-page.ts'
import { indexPage } from './index-page.ts'
import { FILTER_SCRIPT, THEME } from './theme.ts'

/**
 * Writes the static preview: an index, a page for each article, and copies of the pictures. All addresses are
 * relative, so it opens from a file as well as from any host.
 *
 * @param folder where to write; what is there is replaced
 */
export async function buildPreview(
  folder: string,
  sources: readonly SourcePost[],
  rendered: readonly RenderedPost[],
  graph: LinkGraph,
  config: Config,
): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  await mkdir(path.join(folder, 'media'), { recursive: true })
  const byKey = new Map(rendered.map((item) => [item.post.key, item]))
  for (const { key, file } of sources) {
    const item = byKey.get(key)
    const page = item === undefined ? brokenPage(file, config) : articlePage(item, rendered, graph, config)
    await writeFile(path.join(folder, pageName(key)), page)
  }
  await writeFile(path.join(folder, 'index.html'), indexPage(sources, rendered, config))
  await writeFile(path.join(folder, 'preview.css'), THEME)
  await writeFile(path.join(folder, 'preview.js'), FILTER_SCRIPT)
  for (const media of rendered.flatMap((item) => item.media)) {
    await copyFile(media.absolutePath, path.join(folder, mediaPath(media)))
  }
}
