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
 * since are not read again. One counts for the same site, the same user and the same time of the last save, and for a day. Nothing
 * is ever written because of it alone: right before a write the post is read anew.
 */
export class KeptPosts {
  readonly #store: Store<Kept>
  /** When reading began by the clock of the site, in milliseconds since 1970. */
  readonly #since: number

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
    return kept !== undefined && Math.abs(Date.now() - kept.at) < MOST_AGE ? kept.post : undefined
  }

  /**
   * Keeps posts for the next run, and forgets all others.
   *
   * @param posts as they were read
   */
  keep(posts: readonly RemotePost[]): void {
    const settled = posts.filter(
      ({ modifiedGmt }) => Date.parse(`${modifiedGmt}Z`) + SAVED_AGAIN <= this.#since,
    )
    for (const post of settled) {
      const before = this.find(post.id)
      if (before?.modifiedGmt !== post.modifiedGmt || before.link !== post.link) {
        this.#store.add(String(post.id), VALID, { at: Date.now(), post })
      }
    }
    this.#store.save(new Set(settled.map(({ id }) => String(id))))
  }
}

/** The store asks what a value was made from; here the value itself tells. */
const VALID = ''
