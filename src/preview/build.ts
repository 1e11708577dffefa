import { type Entry, replaceProjectFolder } from '../files/replace-folder.ts'
import type { JudgedArticle } from '../judge/types.ts'
import { isFirst, type Shard } from '../shard.ts'
import { articlePath, assetPath, INDEX, mediaPath, pairPath } from './addresses.ts'
import { articlePage } from './article-page.ts'
import { findAssets } from './assets.ts'
import { indexPage } from './index-page.ts'
import { pairPage } from './pair-page.ts'
import { pairOf } from './pairs.ts'
import type { Snapshot } from './snapshot.ts'
import { makeThumbnails } from './thumbnails.ts'

/** Articles with their contents, one by one; all languages of an article come one soon after another. */
export type Contents = Iterable<JudgedArticle> | AsyncIterable<JudgedArticle>

/**
 * Writes the static preview: an index, a page for each article and each pair, and copies of the pictures, small ones among them. All
 * addresses are relative, so it opens from a file as well as from any host.
 *
 * @param folder where to write, below the project; what is there is replaced
 * @param snapshot needs no contents; it is true when the last of them has come
 * @param contents those of the shard; each is forgotten once its pages are written
 * @param shard a part: the pages of its articles with all that they show, and with the first part the index. What two
 *   parts hold has the same bytes in both, so their folders laid over each other are the whole
 * @throws WriteError (usage) where it cannot be written; the preview of an earlier run is left whole
 */
export async function buildPreview(
  folder: string,
  snapshot: Snapshot,
  contents: Contents,
  shard?: Shard,
): Promise<void> {
  await replaceProjectFolder(snapshot.config, folder, listEntries(snapshot, contents, shard))
}

/** One file after another, so that no more than one page is held at a time. */
async function* listEntries(
  snapshot: Snapshot,
  contents: Contents,
  shard: Shard | undefined,
): AsyncGenerator<readonly [string, Entry]> {
  const { styles, files } = findAssets(snapshot.config)
  const host = { styles, scripts: snapshot.config.preview.scripts }
  const pictures = new Map<string, string>()
  const waiting = new Map<string, JudgedArticle>()
  for await (const article of contents) {
    yield [articlePath(article.key), { content: articlePage(article, snapshot, host) }]
    for (const media of article.rendered?.media ?? []) pictures.set(mediaPath(media), media.absolutePath)
    const pair = takePair(article, snapshot, waiting)
    const [first] = pair
    if (first !== undefined) yield [pairPath(first.key), { content: pairPage(pair, snapshot, host) }]
  }
  for (const [name, source] of files) yield [assetPath(name), { copyOf: source }]
  for (const [name, source] of pictures) yield [name, { copyOf: source }]
  for await (const [name, content] of makeThumbnails(snapshot, shard)) yield [name, { content }]
  // Plugins have said the last of what it tells while the articles were rendered.
  if (isFirst(shard)) yield [INDEX, { content: indexPage(snapshot, host) }]
}

/**
 * An article in all its languages, once the last of them is there.
 *
 * @param waiting those of which others are still to come, by key
 */
function takePair(
  article: JudgedArticle,
  snapshot: Snapshot,
  waiting: Map<string, JudgedArticle>,
): readonly JudgedArticle[] {
  const keys = pairOf(article, snapshot).map(({ key }) => key)
  if (keys.length === 0) return []
  waiting.set(article.key, article)
  if (!keys.every((key) => waiting.has(key))) return []
  return keys.flatMap((key) => {
    const member = waiting.get(key)
    waiting.delete(key)
    return member ?? []
  })
}
