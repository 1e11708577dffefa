import type { Config } from '../config/types.ts'
import { Store } from '../kept-store.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost } from '../site/types.ts'
import { sha256 } from '../standards/sha256.ts'

interface Kept {
  /** When it was read, in milliseconds since 1970. */
  readonly at: number
  readonly post: RemotePost
}

/** Milliseconds; what writes into the database without WordPress, such as a search and replace, leaves no time there. */
const MOST_AGE = 24 * 60 * 60 * 1000

/** Milliseconds. WordPress knows when a post was saved to the second: within the same one it may be saved again. */
const SAVED_AGAIN = 2_000

/**
 * Posts as an earlier run read them, in the ignored folder of the project, so that the texts of those that nobody saved
 * since are not read again. One counts for the same site, the same user and the same time of the last save, and for a day. It
 * may say that nothing is to be done about a post, and no more: a plan that says otherwise is made again with the post as it
 * is, and right before a write it is read once more.
 */
export class KeptPosts {
  readonly #store: Store<Kept>
  /** When reading began: on this machine, and by the clock of the site; in milliseconds since 1970. */
  readonly #begun = Date.now()
  readonly #since: number
  readonly #given = new Map<number, RemotePost>()

  /** To be made before the posts are read. */
  constructor(config: Config, site: Pick<Site, 'url' | 'user' | 'clock'>) {
    this.#store = new Store(config, `texts/${sha256(JSON.stringify([site.url, site.user.id])).slice(0, 12)}`)
    this.#since = Date.parse(`${site.clock()}Z`)
  }

  /** False where no run has kept any. */
  get isThere(): boolean {
    return this.#store.isThere
  }

  /** The post as it was read last; whether it was saved since is for whoever knows what it is now. */
  find(id: number): RemotePost | undefined {
    const kept = this.#store.find(String(id), VALID)
    if (kept === undefined || Math.abs(this.#begun - kept.at) > MOST_AGE) return undefined
    this.#given.set(id, kept.post)
    return kept.post
  }

  /** Whether the text of a post comes from here, as far as it was not read since. */
  hasGiven({ id, modifiedGmt }: RemotePost): boolean {
    return this.#given.get(id)?.modifiedGmt === modifiedGmt
  }

  /** Takes note that posts have been read whole after all. */
  forget(ids: readonly number[]): void {
    for (const id of ids) this.#given.delete(id)
  }

  /**
   * Keeps posts for the next run.
   *
   * @param posts as they were read
   * @param others ids of posts of which this run says nothing; of all the rest nothing is kept
   */
  keep(posts: readonly RemotePost[], others: readonly number[]): void {
    const settled = posts.filter(
      ({ modifiedGmt }) => Date.parse(`${modifiedGmt}Z`) + SAVED_AGAIN <= this.#since,
    )
    for (const post of settled) {
      // It stays as old as it is.
      if (!this.hasGiven(post)) this.#store.add(String(post.id), VALID, { at: this.#begun, post })
    }
    this.#store.save(new Set([...settled.map(({ id }) => id), ...others].map(String)))
  }
}

/** The store asks what a value was made from; here the value itself tells. */
const VALID = ''
