import type { Config } from '../config/types.ts'
import { attachmentIds } from '../content/attachment-ids.ts'
import { Store } from '../kept-store.ts'
import type { Site } from '../site/site.ts'
import type { KnownPosts, LightPost, RemotePost } from '../site/types.ts'
import { sha256 } from '../standards/sha256.ts'
import { type Marker, readMarker } from './marker.ts'

/** What is known of the content of a post that nobody saved since it was read. */
export interface Recalled {
  /** The marker that it carries. */
  readonly marker?: Marker | undefined
  /** Ids of the attachments that it shows. */
  readonly pictures?: readonly number[]
  /** By what its article was found to be on the site as it should be, see grounds.ts; absent where nobody asked. */
  readonly grounds?: string | undefined
}

interface Kept extends Recalled, Pick<RemotePost, 'date' | 'status' | 'modifiedGmt'> {
  /** When it was read, in milliseconds since 1970. */
  readonly at: number
}

/** Milliseconds; what writes into the database without WordPress, such as a search and replace, leaves no time there. */
const MOST_AGE = 24 * 60 * 60 * 1000

/** Milliseconds. WordPress knows when a post was saved to the second: within the same one it may be saved again. */
const SAVED_AGAIN = 2_000

/**
 * What earlier runs found in the contents of posts, in the ignored folder of the project, so that of those that nobody saved
 * since they are not read again. It counts for the same site, the same user and the same time of the last save, and for a
 * day. It may say that nothing is to be done about a post, and no more: where anything else asks for a content, that is
 * noted, and whoever planned reads the post whole and plans again.
 */
export class KeptPosts implements KnownPosts {
  readonly #store: Store<Kept>
  /** When reading began: on this machine, and by the clock of the site; in milliseconds since 1970. */
  readonly #begun = Date.now()
  readonly #since: number
  readonly #recalled = new Map<number, Kept>()
  readonly #asked = new Set<number>()
  #isPlanned = false

  /** To be made before the posts are read. */
  constructor(config: Config, site: Pick<Site, 'url' | 'user' | 'clock'>) {
    this.#store = new Store(config, `texts/${sha256(JSON.stringify([site.url, site.user.id])).slice(0, 12)}`)
    this.#since = Date.parse(`${site.clock()}Z`)
  }

  /** False where no run has kept any. */
  get isThere(): boolean {
    return this.#store.isThere
  }

  get posts(): Pick<RemotePost, 'id' | 'date' | 'status'>[] {
    return this.#store.entries().map(([id, { date, status }]) => ({ id: Number(id), date, status }))
  }

  /** What is known of the posts that have been recalled, by their ids. */
  get recalled(): ReadonlyMap<number, Recalled> {
    return this.#recalled
  }

  /** Ids of the posts among them whose contents somebody has asked for, and has not got. */
  get asked(): readonly number[] {
    return [...this.#asked]
  }

  /** The post as it is; its content is an empty text until `keep` has been called, and then not to be had. */
  readonly recall = (light: LightPost): RemotePost | undefined => {
    const { id, modifiedGmt } = light
    const kept = this.#store.find(String(id), VALID)
    if (kept === undefined || Math.abs(this.#begun - kept.at) > MOST_AGE) return undefined
    if (modifiedGmt === '' || modifiedGmt !== kept.modifiedGmt) return undefined
    this.#recalled.set(id, kept)
    const content = (): string => this.#ask(id)
    return {
      ...light,
      get content() {
        return content()
      },
    }
  }

  #ask(id: number): string {
    if (this.#isPlanned) throw new Error(`The content of post ${id} has not been read.`)
    this.#asked.add(id)
    return ''
  }

  /** Takes note that posts have been read whole after all. */
  forget(ids: readonly number[]): void {
    for (const id of ids) {
      this.#recalled.delete(id)
      this.#asked.delete(id)
    }
  }

  /**
   * Keeps what was found for the next run, and ends this one's planning.
   *
   * @param posts those that nothing is to be done about; of all others nothing is kept
   * @param grounds of those among them whose article is as it should be, by id
   */
  keep(posts: readonly RemotePost[], grounds: ReadonlyMap<number, string>): void {
    const settled = posts.filter(
      ({ modifiedGmt }) => Date.parse(`${modifiedGmt}Z`) + SAVED_AGAIN <= this.#since,
    )
    for (const post of settled) {
      const { id, date, status, modifiedGmt } = post
      // It stays as old as it is.
      if (this.#recalled.has(id)) continue
      const found: Recalled = {
        marker: readMarker(post.content),
        pictures: attachmentIds(post.content),
        grounds: grounds.get(id),
      }
      this.#store.add(String(id), VALID, { at: this.#begun, date, status, modifiedGmt, ...found })
    }
    this.#store.save(new Set(settled.map(({ id }) => String(id))))
    this.#isPlanned = true
  }
}

/** The store asks what a value was made from; here the value itself tells. */
const VALID = ''
