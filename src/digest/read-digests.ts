import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Collected } from '../links/collect.ts'
import { listArticles, openArticle } from '../posts/articles.ts'
import { toDraft } from '../posts/draft.ts'
import type { JudgedPost } from '../posts/judge.ts'
import type { Config, SourceHead } from '../types.ts'
import { DigestCache, sha256 } from './cache.ts'
import type { Digest } from './digest.ts'
import { Digester } from './digester.ts'

/** Leaves the byte order mark to `openArticle`. */
const DECODER = new TextDecoder('utf-8', { ignoreBOM: true })

/** An article judged on its own, and what links there are in it and into it. */
export interface DigestedPost extends JudgedPost {
  readonly source: SourceHead
  readonly collected: Collected
}

/** An article as it lies on the disk; only where it is parsed or has a message are its bytes made a text. */
interface ArticleBytes {
  /** Path below the posts folder, `/`-separated. */
  readonly name: string
  readonly bytes: Uint8Array
  /** sha256 of the bytes. */
  readonly hash: string
}

/**
 * Reads every article and judges it on its own. Only those are parsed whose text has changed since the last run.
 *
 * @throws UserError (content) where there is no article at all
 */
export async function readDigests(config: Config): Promise<DigestedPost[]> {
  const names = await listArticles(config)
  const cache = new DigestCache(config)
  const digester = new Digester(config, names.length)
  try {
    const files = await digestAll(names, cache, digester, config)
    cache.save(new Set(names))
    return files.flatMap((file) => {
      const digest = cache.find(file.name, file.hash)
      return digest === undefined ? [] : [restore(file, digest, config)]
    })
  } finally {
    await digester.close()
  }
}

/** Reads the articles, and sees to it that the digest of each is in the cache. */
async function digestAll(
  names: readonly string[],
  cache: DigestCache,
  digester: Digester,
  config: Config,
): Promise<ArticleBytes[]> {
  const folder = path.join(config.root, config.posts)
  const files: ArticleBytes[] = []
  const fresh: ArticleBytes[] = []
  for (const name of names) {
    // One after another: for small files that is several times as fast as many promises of one each.
    const bytes = readFileSync(path.join(folder, name))
    const file = { name, bytes, hash: sha256(bytes) }
    files.push(file)
    if (cache.find(name, file.hash) !== undefined) continue
    fresh.push(file)
    await digester.add({ name, text: DECODER.decode(bytes) })
  }
  const digests = await digester.finish()
  digests.forEach((digest, index) => {
    const file = fresh[index]
    if (file !== undefined) cache.add(file.name, file.hash, digest)
  })
  return files
}

/** Brings a digest back to life on its file. */
function restore({ name, bytes }: ArticleBytes, digest: Digest, config: Config): DigestedPost {
  const file = openArticle(name, bytes, config)
  for (const { reason, place, ruleId, fatal, note, expected, fix } of digest.messages) {
    const message = file.message(reason, { place, ruleId, source: 'rensai' })
    Object.assign(message, { fatal, note, expected, ...(fix && { fix }) })
  }
  const source: SourceHead = { key: digest.key, file, fields: digest.fields, unreadable: digest.unreadable }
  return { source, draft: toDraft(source, config), pictures: digest.pictures, collected: digest.collected }
}
