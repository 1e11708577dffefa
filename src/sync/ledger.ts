import { termKey } from '../posts/terms.ts'
import { readMarker } from '../site/marker.ts'
import type { Plan, RemoteMedia, RemotePost, RemoteTerm, SiteState, Term } from '../types.ts'
import { finalPermalink } from './permalink.ts'
import { findTerm } from './references.ts'
import type { Known } from './resolve.ts'

/** What is known of the site while a plan is carried out: the state it was made for, and what came since. */
export class Ledger implements Known {
  readonly #terms: RemoteTerm[]
  readonly #media: Map<string, RemoteMedia>
  readonly #posts = new Map<string, RemotePost>()
  readonly #slugs = new Map<string, string>()
  readonly #authors: ReadonlyMap<string, number>

  constructor(plan: Plan, site: SiteState) {
    this.#terms = [...site.terms]
    this.#media = new Map(site.media)
    this.#authors = site.authors
    for (const remote of site.posts.toSorted((a, b) => b.id - a.id)) {
      const key = readMarker(remote.content)?.key
      if (key !== undefined) this.#posts.set(key, remote)
    }
    const found = [...plan.unchanged, ...plan.drift, ...plan.conflicts]
    for (const { key, id } of found) this.#remember(key, id, site)
    for (const change of plan.changes) {
      if (change.kind === 'update-post') this.#posts.set(change.after.key, change.before)
      if ('after' in change) this.#slugs.set(change.after.key, change.after.slug)
    }
  }

  #remember(key: string, id: number, site: SiteState): void {
    const remote = site.posts.find((post) => post.id === id)
    if (remote !== undefined) this.#posts.set(key, remote)
  }

  addTerm(term: RemoteTerm): void {
    this.#terms.push(term)
  }

  addMedia(sha256: string, media: RemoteMedia): void {
    this.#media.set(sha256, media)
  }

  addPost(key: string, post: RemotePost): void {
    this.#posts.set(key, post)
  }

  post(key: string): RemotePost | undefined {
    return this.#posts.get(key)
  }

  readonly term = (term: Term): number | undefined => findTerm(term, this.#terms)?.id

  readonly media = (sha256: string): RemoteMedia | undefined => this.#media.get(sha256)

  readonly author = (name: string): number | undefined => this.#authors.get(name)

  readonly permalink = (key: string): string | undefined => {
    const post = this.#posts.get(key)
    return post === undefined ? undefined : finalPermalink(post, this.#slugs.get(key) ?? post.slug)
  }

  /** Id of the category with that name. */
  category(name: string): number | undefined {
    return this.#terms.find((term) => term.taxonomy === 'category' && termKey(term.name) === termKey(name))
      ?.id
  }
}
