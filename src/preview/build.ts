import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { articlePath, assetPath, INDEX, mediaPath, pairPath } from './addresses.ts'
import { articlePage } from './article-page.ts'
import { findAssets } from './assets.ts'
import { indexPage } from './index-page.ts'
import { pairPage } from './pair-page.ts'
import { pairOf } from './pairs.ts'
import type { Snapshot } from './snapshot.ts'

/**
 * Writes the static preview: an index, a page for each article and each pair, and copies of the pictures. All
 * addresses are relative, so it opens from a file as well as from any host.
 *
 * @param folder where to write; what is there is replaced
 */
export async function buildPreview(folder: string, snapshot: Snapshot): Promise<void> {
  const { styles, files } = findAssets(snapshot.config)
  const host = { styles, scripts: snapshot.config.preview.scripts }
  const pages = new Map([[INDEX, indexPage(snapshot, host)]])
  const copies = new Map([...files].map(([name, source]) => [assetPath(name), source]))
  for (const article of snapshot.articles.values()) {
    pages.set(articlePath(article.key), articlePage(article, snapshot, host))
    const pair = pairOf(article, snapshot)
    if (pair[0] === article) pages.set(pairPath(article.key), pairPage(pair, snapshot, host))
    for (const media of article.rendered?.media ?? []) copies.set(mediaPath(media), media.absolutePath)
  }

  await rm(folder, { recursive: true, force: true })
  const folders = new Set([...pages.keys(), ...copies.keys()].map((name) => path.dirname(name)))
  for (const name of folders) await mkdir(path.join(folder, name), { recursive: true })
  for (const [name, html] of pages) await writeFile(path.join(folder, name), html)
  for (const [name, source] of copies) await copyFile(source, path.join(folder, name))
}
