import { type Entry, replaceProjectFolder } from '../files/replace-folder.ts'
import { isArticleInShard } from '../posts/in-shard.ts'
import { isFirst, type Shard } from '../shard.ts'
import { articlePath, assetPath, INDEX, mediaPath, pairPath } from './addresses.ts'
import { articlePage } from './article-page.ts'
import { findAssets } from './assets.ts'
import { indexPage } from './index-page.ts'
import { pairPage } from './pair-page.ts'
import { pairOf } from './pairs.ts'
import type { Snapshot } from './snapshot.ts'
import { makeThumbnails } from './thumbnails.ts'

/**
 * Writes the static preview: an index, a page for each article and each pair, and copies of the pictures, small ones among them. All
 * addresses are relative, so it opens from a file as well as from any host.
 *
 * @param folder where to write, below the project; what is there is replaced
 * @param shard a part: the pages of its articles with all that they show, and with the first part the index. What two
 *   parts hold has the same bytes in both, so their folders laid over each other are the whole
 * @throws WriteError (usage) where it cannot be written; the preview of an earlier run is left whole
 */
export async function buildPreview(folder: string, snapshot: Snapshot, shard?: Shard): Promise<void> {
  const thumbnails = await makeThumbnails(snapshot, shard)
  replaceProjectFolder(snapshot.config, folder, listEntries(snapshot, thumbnails, shard))
}

/** One file after another, so that no more than one page is held at a time. */
function* listEntries(
  snapshot: Snapshot,
  thumbnails: ReadonlyMap<string, Uint8Array>,
  shard: Shard | undefined,
): Iterable<readonly [string, Entry]> {
  const { styles, files } = findAssets(snapshot.config)
  const host = { styles, scripts: snapshot.config.preview.scripts }
  const pictures = new Map<string, string>()
  if (isFirst(shard)) yield [INDEX, { content: indexPage(snapshot, host) }]
  for (const [name, source] of files) yield [assetPath(name), { copyOf: source }]
  for (const [name, content] of thumbnails) yield [name, { content }]
  for (const article of snapshot.articles.values()) {
    if (!isArticleInShard(article.draft, shard)) continue
    yield [articlePath(article.key), { content: articlePage(article, snapshot, host) }]
    const pair = pairOf(article, snapshot)
    if (pair[0] === article) yield [pairPath(article.key), { content: pairPage(pair, snapshot, host) }]
    for (const media of article.rendered?.media ?? []) pictures.set(mediaPath(media), media.absolutePath)
  }
  for (const [name, source] of pictures) yield [name, { copyOf: source }]
}
