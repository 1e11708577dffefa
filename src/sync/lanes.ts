import pLimit, { type LimitFunction } from 'p-limit'
import type { Site } from '../site/site.ts'

/**
 * How many changes of a kind are under way at the same time, as the pace of the site allows:
 *
 * - `posts`: those of several requests, which share them;
 * - `terms`: those of one request, and no other before it is answered: WordPress makes two terms of one slug where two
 *   requests ask at the same moment, and WordPress itself carries out what is in one request one after another;
 * - `pictures`: each takes a request of its own.
 */
export type Lane = 'posts' | 'terms' | 'pictures'

/** Carries out what is handed in, so much of it at once as its lane has room for, in the order of handing in. */
export class Lanes {
  readonly #pace: Site['pace']
  readonly #posts = pLimit(1)
  readonly #pictures = pLimit(1)
  readonly #terms: (() => Promise<void>)[] = []
  #isTakingTerms = false

  constructor({ pace }: Pick<Site, 'pace'>) {
    this.#pace = pace
  }

  async run<T>(lane: Lane, act: () => Promise<T>): Promise<T> {
    if (lane === 'terms') return await this.#inTurn(act)
    const [limit, room]: [LimitFunction, () => number] =
      lane === 'posts' ? [this.#posts, () => this.#pace.writes] : [this.#pictures, () => this.#pace.requests]
    limit.concurrency = room()
    try {
      return await limit(act)
    } finally {
      limit.concurrency = room()
    }
  }

  async #inTurn<T>(act: () => Promise<T>): Promise<T> {
    return await new Promise((resolve, reject) => {
      this.#terms.push(() => act().then(resolve, reject))
      if (!this.#isTakingTerms) void this.#takeTerms()
    })
  }

  /** Never fails: each act settles its own promise. */
  async #takeTerms(): Promise<void> {
    this.#isTakingTerms = true
    while (this.#terms.length > 0) {
      // What is handed in at the same time goes along.
      await new Promise(setImmediate)
      await Promise.all(this.#terms.splice(0, this.#pace.together).map((act) => act()))
    }
    this.#isTakingTerms = false
  }
}
