import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import type { Config } from '../types.ts'
import type { ArticleFile, Digest } from './digest.ts'
import digestArticles from './digest-articles.ts'

/** Below this a thread takes longer to start than the articles to digest. */
const WORTH_A_THREAD = 48

/** Small enough to keep all threads busy to the end, large enough to make the messages between them few. */
const SHARE = 32

/** Trees die young; with more room for the young, fewer of them are copied by the garbage collector. */
const YOUNG_GENERATION_MB = 32

/** Digests articles, many of them in as many threads as the machine runs at once. */
export async function digestInThreads(files: readonly ArticleFile[], config: Config): Promise<Digest[]> {
  if (files.length < WORTH_A_THREAD) return digestArticles({ files, config })
  // A parser meets new kinds of text for long; V8, which optimises it ten times as early by itself, has to do it over.
  setFlagsFromString('--interrupt-budget=1320000')
  // Loaded here, since most folders are small.
  const { Tinypool } = await import('tinypool')
  const pool = new Tinypool({
    filename: new URL('./thread.mjs', import.meta.url).href,
    maxThreads: Math.min(availableParallelism(), Math.ceil(files.length / WORTH_A_THREAD)),
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
  })
  try {
    const shares = Array.from({ length: Math.ceil(files.length / SHARE) }, (_, index) => ({
      files: files.slice(index * SHARE, (index + 1) * SHARE),
      config,
    }))
    const digests: Digest[][] = await Promise.all(shares.map((share) => pool.run(share)))
    return digests.flat()
  } finally {
    await pool.destroy()
  }
}
