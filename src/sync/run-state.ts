import type { Term } from '../posts/types.ts'
import type { Attachment, RemotePost, RemoteTerm } from '../site/types.ts'
import { findIndexedTerm } from './find-term.ts'
import { type Marker, readMarker } from './marker.ts'
import { isElsewhere, isOfPublisher, type Publishers } from './ownership.ts'
import { finalPermalink } from './permalink.ts'
import { isPublicStatus } from './public-status.ts'
import type { StateView } from './resolve.ts'
import { TermIndex } from './term-index.ts'
import type { ArticleChange, Conflict, FoundPost, Refused, SiteState } from './types.ts'

/** What of a plan tells where its articles are and will be. */
export interface PlannedPosts {
  readonly changes: readonly { readonly kind: string }[]
  readonly unchanged: readonly FoundPost[]
  readonly drift: readonly FoundPost[]
  readonly conflicts: readonly Conflict[]
  readonly refused: readonly Pick<Refused, 'key' | 'id'>[]
}

type FoundSite = Pick<SiteState, 'user' | 'terms' | 'posts' | 'media' | 'authors' | 'markers' | 'publishers'>

/** What is known of the site while a plan is carried out: the state it was made for, and what came since. */
export class RunState implements StateView {
  #terms: TermIndex
  readonly #media: Map<string, Attachment>
  readonly #posts = new Map<string, RemotePost>()
  readonly #slugs = new Map<string, string>()
  readonly #keys = new WeakMap<RemotePost, string | undefined>()
  readonly #markers: Map<number, Marker>
  readonly #authors: ReadonlyMap<string, number>
  readonly #publishers: Publishers
  /** True where WordPress filters the HTML of the user (wp_kses). */
  readonly isFiltered: boolean
  /** What this run itself created, as the site has confirmed: it alone may be removed again. */
  readonly #made = new Set<RemoteTerm | Attachment>()

  constructor(plan: PlannedPosts, site: FoundSite) {
    this.isFiltered = !site.user.capabilities.has('unfiltered_html')
    this.#terms = new TermIndex(site.terms)
    this.#media = new Map(site.media)
    this.#authors = site.authors
    this.#markers = new Map(site.markers)
    this.#publishers = site.publishers
    for (const remote of site.posts) {
      const key = site.markers.get(remote.id)?.key
      if (key !== undefined) this.#posts.set(key, remote)
    }
    // A slug that another article's post has leads to that one.
    const own = plan.conflicts.filter(({ reason, holder }) => reason !== 'slug-taken' || holder !== undefined)
    const found = [...plan.unchanged, ...plan.drift, ...own]
    const byId = new Map(site.posts.map((remote) => [remote.id, remote]))
    for (const { key, id = 0 } of [...found, ...plan.refused]) {
      const remote = byId.get(id)
      if (remote !== undefined) this.#posts.set(key, remote)
    }
    for (const { before, after, fields } of plan.changes.filter(isArticleChange)) {
      if (before !== undefined) this.#posts.set(after.key, before)
      if (fields === undefined || fields.includes('slug')) this.#slugs.set(after.key, after.slug)
    }
  }

  addTerm(term: RemoteTerm, isMade: boolean): void {
    this.#terms.add(term)
    if (isMade) this.#made.add(term)
  }

  /** A duplicate of a term gives way to the one that stays. */
  replaceTerm(duplicate: RemoteTerm, staying: RemoteTerm): void {
    const others = this.#terms.terms.filter(({ id }) => id !== duplicate.id)
    this.#terms = new TermIndex([...others, staying])
  }

  /** Whatever needs the term waits. */
  forgetTerm(term: Term): void {
    const forgotten = this.remoteTerm(term)
    this.#terms = new TermIndex(this.#terms.terms.filter((other) => other !== forgotten))
  }

  addMedia(sha256: string, media: Attachment, isMade: boolean): void {
    this.#media.set(sha256, media)
    if (isMade) this.#made.add(media)
  }

  /** Whatever needs the picture waits. */
  forgetMedia(sha256: string): void {
    this.#media.delete(sha256)
  }

  isMade(item: RemoteTerm | Attachment): boolean {
    return this.#made.has(item)
  }

  /** What a write of ours left on the site. */
  addPost(key: string, post: RemotePost): void {
    this.#posts.set(key, post)
    const marker = readMarker(post.content)
    if (marker !== undefined) this.#markers.set(post.id, marker)
  }

  /** What was last published into a post of ours. */
  marker({ id }: Pick<RemotePost, 'id'>): Marker | undefined {
    return this.#markers.get(id)
  }

  /** The key of a post that was made meanwhile, by this run or another one; `undefined` where it is not ours. */
  keyOf(post: RemotePost): string | undefined {
    // Each change asks for the key of each post that was found.
    if (!this.#keys.has(post)) this.#keys.set(post, this.#readKey(post))
    return this.#keys.get(post)
  }

  #readKey(post: RemotePost): string | undefined {
    const marker = readMarker(post.content)
    if (marker === undefined || isElsewhere(post, marker)) return undefined
    return isOfPublisher(post, marker, this.#publishers) ? marker.key : undefined
  }

  post(key: string): RemotePost | undefined {
    return this.#posts.get(key)
  }

  remoteTerm(term: Term): RemoteTerm | undefined {
    return findIndexedTerm(term, this.#terms)
  }

  readonly term = (term: Term): number | undefined => this.remoteTerm(term)?.id

  readonly media = (sha256: string): Attachment | undefined => this.#media.get(sha256)

  readonly author = (name: string): number | undefined => this.#authors.get(name)

  readonly permalink = (key: string): string | undefined => {
    const post = this.#posts.get(key)
    return post === undefined ? undefined : finalPermalink(post, this.#slugs.get(key) ?? post.slug)
  }

  readonly isPublic = (key: string): boolean => isPublicStatus(this.#posts.get(key)?.status)

  /** Id of the category with that path, `A > B`. */
  category(path: string): number | undefined {
    return findIndexedTerm({ taxonomy: 'category', name: path }, this.#terms)?.id
  }
}

/** Whether a change writes an article. */
function isArticleChange(change: { readonly kind: string }): change is ArticleChange {
  return 'after' in change
}
