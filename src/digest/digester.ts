import { availableParallelism } from 'node:os'
import { setImmediate } from 'node:timers/promises'
import { setFlagsFromString } from 'node:v8'
import type { Tinypool } from 'tinypool'
import type { Config } from '../config/types.ts'
import { spokenLanguage } from '../language/language.ts'
import type { ArticleFile, Digest } from './digest.ts'
import type { Share } from './digest-articles.ts'

/** Below this a thread takes longer to start than the articles to digest. */
const WORTH_A_THREAD = 48

/** Small enough to keep all threads busy to the end, large enough to make the messages between them few. */
const SHARE = 32

/** Trees die young; with more room for the young, fewer of them are copied by the garbage collector. */
const YOUNG_GENERATION_MB = 32

/**
 * The garbage collector of each thread takes as many helpers as there are processors, which are in each other's way.
 * A parser meets new kinds of text for long; the V8 of Node 20 optimises it early, and has to do it over and over.
 */
const V8_FLAGS = [
  '--no-parallel-scavenge',
  ...(process.version.startsWith('v20.') ? ['--interrupt-budget=1320000'] : []),
]

/**
 * Digests articles while their files are still being read, many of them in as many threads as the machine runs at
 * once.
 */
export class Digester {
  readonly #config: Config
  readonly #threads: number
  readonly #digests: Promise<Digest[]>[] = []
  #waiting: ArticleFile[] = []
  #pool: Tinypool | undefined

  /** @param most how many articles there are, at the most */
  constructor(config: Config, most: number) {
    this.#config = config
    this.#threads = Math.min(availableParallelism(), Math.ceil(most / WORTH_A_THREAD))
  }

  async add(file: ArticleFile): Promise<void> {
    this.#waiting.push(file)
    if (this.#waiting.length < (this.#pool === undefined ? WORTH_A_THREAD : SHARE)) return
    this.#pool ??= await this.#start()
    this.#send(this.#pool)
    // Lets the messages go, so that the threads work while the caller reads on.
    await setImmediate()
  }

  /** The digests of all that has been added, in that order. */
  async finish(): Promise<Digest[]> {
    if (this.#pool !== undefined) this.#send(this.#pool)
    else if (this.#waiting.length > 0) this.#digests.push(this.#digestHere())
    return (await Promise.all(this.#digests)).flat()
  }

  /** Stops the threads. */
  async close(): Promise<void> {
    await this.#pool?.destroy()
  }

  async #start(): Promise<Tinypool> {
    for (const flag of V8_FLAGS) setFlagsFromString(flag)
    // Loaded here, since most folders are small.
    const { Tinypool } = await import('tinypool')
    return new Tinypool({
      // Beside this module in dist/, too.
      filename: new URL('./thread.js', import.meta.url).href,
      minThreads: this.#threads,
      maxThreads: this.#threads,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
    })
  }

  #send(pool: Tinypool): void {
    for (let start = 0; start < this.#waiting.length; start += SHARE) {
      const files = this.#waiting.slice(start, start + SHARE)
      const digests: Promise<Digest[]> = pool.run(this.#shareOf(files))
      // `finish` throws what a thread throws; until then nobody listens.
      digests.catch(() => undefined)
      this.#digests.push(digests)
    }
    this.#waiting = []
  }

  async #digestHere(): Promise<Digest[]> {
    // Loaded here, since where nothing changed, or threads do it, the parser is not needed.
    const { default: digestArticles } = await import('./digest-articles.ts')
    return digestArticles(this.#shareOf(this.#waiting))
  }

  #shareOf(files: readonly ArticleFile[]): Share {
    return { files, config: this.#config, language: spokenLanguage() }
  }
}
