import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Collected } from '../links/collect.ts'
import { listArticles, openArticle } from '../posts/articles.ts'
import { toDraft } from '../posts/draft.ts'
import type { JudgedPost } from '../posts/judge.ts'
import type { Config, SourceHead } from '../types.ts'
import { DigestCache, sha256 } from './cache.ts'
import type { Digest } from './digest.ts'

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
}

/**
 * Reads every article and judges it on its own. Only those are parsed whose text has changed since the last run.
 *
 * @throws UserError (content) where there is no article at all
 */
export async function readDigests(config: Config): Promise<DigestedPost[]> {
  const folder = path.join(config.root, config.posts)
  const cache = new DigestCache(config)
  // One after another: for small files that is several times as fast as many promises of one each.
  const files = (await listArticles(config)).map((name) => {
    const bytes = readFileSync(path.join(folder, name))
    return { name, bytes, hash: sha256(bytes) }
  })
  const digests = new Map<string, Digest>()
  for (const { name, hash } of files) {
    const known = cache.find(name, hash)
    if (known !== undefined) digests.set(name, known)
  }
  const fresh = files.filter(({ name }) => !digests.has(name))
  const made = fresh.length === 0 ? [] : await digestAll(fresh, config)
  made.forEach((digest, index) => {
    const file = fresh[index]
    if (file === undefined) return
    digests.set(file.name, digest)
    cache.add(file.name, file.hash, digest)
  })
  cache.save(new Set(files.map(({ name }) => name)))
  return files.flatMap((file) => {
    const digest = digests.get(file.name)
    return digest === undefined ? [] : [restore(file, digest, config)]
  })
}

async function digestAll(files: readonly ArticleBytes[], config: Config): Promise<Digest[]> {
  // Loaded here, since where nothing changed the parser is not needed at all.
  const { digestInThreads } = await import('./in-threads.ts')
  return await digestInThreads(
    files.map(({ name, bytes }) => ({ name, text: DECODER.decode(bytes) })),
    config,
  )
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
