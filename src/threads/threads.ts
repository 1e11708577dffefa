import { availableParallelism } from 'node:os'
import { setFlagsFromString } from 'node:v8'
import type { Tinypool } from 'tinypool'

/** Fewer articles than these take less time than a thread does to start. */
const WORTH_STARTING = 48

/** Fewer articles than these take less time than they and what becomes of them do on their way. */
const WORTH_SENDING = 8

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

/** Articles that a thread can be asked for at once: few enough to keep all threads busy to the end, many enough to make
 * the messages between them few. */
export const SHARE = 32

/** What a thread did, and which one it was: it may have kept something for the next task. */
export interface Done<Result> {
  readonly result: Result
  readonly thread: number
}

/** As many threads as the machine runs at once, which are started where there is enough to do. */
export class Threads {
  #pools: readonly Tinypool[] = []
  #starting: Promise<void> | undefined
  #waiting: number[] = []

  /** Whether so many articles are worth being sent to threads. */
  areWorth(articles: number): boolean {
    return articles >= (this.#starting === undefined ? WORTH_STARTING : WORTH_SENDING)
  }

  /**
   * Has a share of the articles digested or rendered.
   *
   * @param task an export of tasks.ts
   * @param share what it takes, as plain data
   * @param thread the one that it should be; default: the one with the least to do
   */
  async run<Result>(
    task: 'digest' | 'render',
    share: object,
    thread: number | undefined = undefined,
  ): Promise<Done<Result>> {
    this.#starting ??= this.#start()
    await this.#starting
    const number = thread ?? this.#waiting.indexOf(Math.min(...this.#waiting))
    this.#waiting[number] = (this.#waiting[number] ?? 0) + 1
    try {
      return { result: (await this.#pools[number]?.run(share, { name: task })) as Result, thread: number }
    } finally {
      this.#waiting[number] = (this.#waiting[number] ?? 1) - 1
    }
  }

  /** Stops the threads; who runs something after that starts others. */
  async close(): Promise<void> {
    await this.#starting
    const pools = this.#pools
    this.#pools = []
    this.#starting = undefined
    await Promise.all(pools.map((pool) => pool.destroy()))
  }

  async #start(): Promise<void> {
    for (const flag of V8_FLAGS) setFlagsFromString(flag)
    // Loaded here, since most folders are small.
    const { Tinypool } = await import('tinypool')
    const amount = availableParallelism()
    // A pool of one thread each, since a pool of several does not say which of them does something.
    this.#pools = Array.from({ length: amount }, () => {
      return new Tinypool({
        // Beside this module in dist/, too.
        filename: new URL('./thread.js', import.meta.url).href,
        minThreads: 1,
        maxThreads: 1,
        resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION_MB },
      })
    })
    this.#waiting = this.#pools.map(() => 0)
  }
}
