import { setImmediate } from 'node:timers/promises'
import type { Config } from '../config/types.ts'
import { spokenLanguage } from '../language/language.ts'
import { SHARE, type Threads } from '../threads/threads.ts'
import type { ArticleFile, Digest } from './digest.ts'
import type { Share } from './digest-articles.ts'

/** A digest, and the thread that made it, which may have kept what it parsed. */
export interface Digested {
  readonly digest: Digest
  readonly thread: number | undefined
}

/** Digests articles while their files are still being read, many of them in threads. */
export class Digester {
  readonly #config: Config
  readonly #threads: Threads
  readonly #keepsSources: boolean
  readonly #digests: Promise<Digested[]>[] = []
  #waiting: ArticleFile[] = []
  #isSending = false

  /** @param keepsSources whether threads keep what they parsed, to render it */
  constructor(config: Config, threads: Threads, keepsSources: boolean) {
    this.#config = config
    this.#threads = threads
    this.#keepsSources = keepsSources
  }

  async add(file: ArticleFile): Promise<void> {
    this.#waiting.push(file)
    this.#isSending ||= this.#threads.areWorth(this.#waiting.length)
    if (!this.#isSending || this.#waiting.length < SHARE) return
    this.#send()
    // Lets the messages go, so that the threads work while the caller reads on.
    await setImmediate()
  }

  /** The digests of all that has been added, in that order. */
  async finish(): Promise<Digested[]> {
    if (this.#isSending) this.#send()
    else if (this.#waiting.length > 0) this.#digests.push(this.#digestHere())
    return (await Promise.all(this.#digests)).flat()
  }

  #send(): void {
    for (let start = 0; start < this.#waiting.length; start += SHARE) {
      const share = this.#shareOf(this.#waiting.slice(start, start + SHARE))
      const digests = this.#threads
        .run<Digest[]>('digest', share)
        .then(({ result, thread }) => result.map((digest) => ({ digest, thread })))
      // `finish` throws what a thread throws; until then nobody listens.
      digests.catch(() => undefined)
      this.#digests.push(digests)
    }
    this.#waiting = []
  }

  async #digestHere(): Promise<Digested[]> {
    // Loaded here, since where nothing changed, or threads do it, the parser is not needed.
    const { digestArticles } = await import('./digest-articles.ts')
    const digests = await digestArticles({ ...this.#shareOf(this.#waiting), keepsSources: false })
    return digests.map((digest) => ({ digest, thread: undefined }))
  }

  #shareOf(files: readonly ArticleFile[]): Share {
    return { files, config: this.#config, language: spokenLanguage(), keepsSources: this.#keepsSources }
  }
}
