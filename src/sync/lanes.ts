import pLimit from 'p-limit'
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
  readonly #pictures = pLimit(1)
  readonly #posts: (() => Promise<void>)[] = []
  readonly #terms: (() => Promise<void>)[] = []
  #openPosts = 0
  #isTakingPosts = false
  #isTakingTerms = false

  constructor({ pace }: Pick<Site, 'pace'>) {
    this.#pace = pace
  }

  async run<T>(lane: Lane, act: () => Promise<T>): Promise<T> {
    if (lane !== 'pictures') {
      return await new Promise((resolve, reject) => {
        const settled = (): Promise<void> => act().then(resolve, reject)
        if (lane === 'posts') this.#addPost(settled)
        else this.#addTerm(settled)
      })
    }
    this.#pictures.concurrency = this.#pace.requests
    try {
      return await this.#pictures(act)
    } finally {
      this.#pictures.concurrency = this.#pace.requests
    }
  }

  #addPost(act: () => Promise<void>): void {
    this.#posts.push(act)
    this.#takePostsSoon()
  }

  #addTerm(act: () => Promise<void>): void {
    this.#terms.push(act)
    if (!this.#isTakingTerms) void this.#takeTerms()
  }

  /** When all that ended or was handed in at the same time is known. */
  #takePostsSoon(): void {
    if (this.#isTakingPosts) return
    this.#isTakingPosts = true
    setImmediate(() => {
      this.#isTakingPosts = false
      this.#takePosts()
    })
  }

  /**
   * Begins as many as there is room for, but no few of them behind many that are under way: those that begin together
   * share a request, and small requests would go on to be followed by small ones.
   */
  #takePosts(): void {
    const { writes, together } = this.#pace
    const free = Math.max(0, writes - this.#openPosts)
    const isWorth = this.#openPosts === 0 || free >= Math.min(this.#posts.length, Math.ceil(together / 2))
    if (!isWorth) return
    for (const act of this.#posts.splice(0, free > together ? free - (free % together) : free)) {
      this.#openPosts += 1
      void act().finally(() => {
        this.#openPosts -= 1
        this.#takePostsSoon()
      })
    }
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
