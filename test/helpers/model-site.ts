import { REVISED_FIELDS } from '../../src/fields/groups.ts'
import type { RevisedName } from '../../src/fields/registry.ts'
import { termKey } from '../../src/posts/terms.ts'
import type { Taxonomy, Term } from '../../src/posts/types.ts'
import { SiteError } from '../../src/site/errors.ts'
import { decodePost } from '../../src/site/post-wire.ts'
import type { Site } from '../../src/site/site.ts'
import type {
  Attachment,
  AttachmentText,
  KnownPosts,
  PostFields,
  PostKind,
  RemotePost,
  RemoteTerm,
  RemoteUser,
  Revision,
  RevisionFacts,
  SiteFacts,
  Upload,
  UserName,
} from '../../src/site/types.ts'

const URL = 'https://model.example'

/**
 * A model of WordPress in memory, as far as planning and applying can tell: slugs made unique, scheduled
 * posts, the trash, revisions, terms compared by name. It answers the questions of the client at once, so that thousands
 * of worlds can be tried; that the model is right is for the suites on the real WordPress to show.
 */
export class ModelSite implements Site {
  readonly url = URL
  readonly facts: SiteFacts = {
    home: URL,
    timezone: 'UTC',
    gmtOffset: 0,
    hasApplicationPasswords: true,
    mostTogether: 25,
  }
  readonly pace = { requests: 2, together: 3, writes: 6 }
  readonly user: RemoteUser = { id: 1, name: 'model', capabilities: new Set(['unfiltered_html']) }
  readonly posts = new Map<number, RemotePost>()
  readonly terms: RemoteTerm[] = [
    { id: 1, taxonomy: 'category', name: 'Uncategorized', slug: 'uncategorized', parent: 0 },
  ]
  readonly media: Attachment[] = []
  readonly #revisions = new Map<number, Revision[]>()
  readonly #permalink: (id: number) => string
  #ids = 1
  #clock = 0
  /** The wall clock of the site, in UTC. */
  now = '2026-01-01T00:00:00'

  /** @param byName permalinks are made of the slug, otherwise of the id */
  constructor(byName: boolean) {
    this.#permalink = (id) => (byName ? `${URL}/%postname%/` : `${URL}/archives/${id}`)
  }

  /** What the model refuses does not pass. */
  async waitToRetry(error: unknown): Promise<void> {
    throw error
  }

  async findAuthor(name: string): Promise<number | undefined> {
    return name === this.user.name ? this.user.id : undefined
  }

  async hasBlock(): Promise<boolean> {
    return false
  }

  async listTerms(taxonomy: Taxonomy): Promise<RemoteTerm[]> {
    return this.terms.filter((term) => term.taxonomy === taxonomy)
  }

  async createTerm(term: Term, parent: number | undefined): Promise<{ remote: RemoteTerm; isNew: boolean }> {
    const known = this.terms.find(
      (other) =>
        other.taxonomy === term.taxonomy &&
        other.parent === (parent ?? 0) &&
        termKey(other.name) === termKey(term.name),
    )
    if (known !== undefined) return { remote: known, isNew: false }
    const made = { ...term, id: this.#nextId(), slug: term.slug ?? termKey(term.name), parent: parent ?? 0 }
    this.terms.push(made)
    return { remote: made, isNew: true }
  }

  async isTermUsed({ taxonomy, id }: RemoteTerm): Promise<boolean> {
    const name = taxonomy === 'category' ? 'categories' : 'tags'
    return [...this.posts.values()].some((post) => post[name].includes(id))
  }

  async deleteTerm({ id }: RemoteTerm): Promise<void> {
    this.terms.splice(0, this.terms.length, ...this.terms.filter((term) => term.id !== id))
  }

  async searchPosts(text: string, known?: KnownPosts): Promise<RemotePost[]> {
    const whole = this.#list(({ content }) => content.includes(text))
    return whole.map((post) => {
      const { content: _, ...light } = post
      return known?.recall(light) ?? post
    })
  }

  async listPostsBySlug(slugs: readonly string[]): Promise<RemotePost[]> {
    return this.#list(({ slug }) => slugs.includes(slug))
  }

  async listPostsById(ids: readonly number[]): Promise<RemotePost[]> {
    return this.#list(({ id }) => ids.includes(id))
  }

  async hasPost(id: number): Promise<boolean> {
    return this.posts.has(id)
  }

  async kindOfId(id: number): Promise<PostKind> {
    if (this.posts.has(id)) return 'post'
    return this.media.some((media) => media.id === id) ? 'attachment' : 'none'
  }

  async listPosts(): Promise<RemotePost[]> {
    return this.#list(({ status }) => status !== 'trash')
  }

  async readPost(id: number): Promise<RemotePost> {
    const post = this.posts.get(id)
    if (post === undefined) throw new SiteError('gone', { advice: '', status: 404 })
    return post
  }

  async listRevisions(id: number): Promise<Revision[]> {
    return this.#revisions.get(id) ?? []
  }

  /** The model keeps no times of revisions. */
  async listRevisionFacts(): Promise<RevisionFacts[]> {
    return []
  }

  clock(): string {
    return this.now
  }

  async readUsers(): Promise<ReadonlyMap<number, UserName>> {
    return new Map([[this.user.id, { name: this.user.name, slug: this.user.name }]])
  }

  async readUserName(): Promise<string> {
    return this.user.name
  }

  async searchRevisions(id: number, text: string): Promise<Revision[]> {
    return (this.#revisions.get(id) ?? []).filter(({ content }) => content.includes(text)).slice(0, 10)
  }

  async createPost(fields: PostFields): Promise<RemotePost> {
    const id = this.#nextId()
    const link = this.#permalink(id)
    // What else a post has is as it is where a site does not tell.
    const empty = decodePost({
      id,
      title: { raw: '' },
      content: { raw: '' },
      excerpt: { raw: '' },
      slug: '',
      status: 'draft',
      date: this.now,
      modified_gmt: '',
      categories: [1],
      author: 1,
      comment_status: 'open',
      link,
    })
    return this.#store(empty, fields)
  }

  async updatePost(id: number, fields: PostFields): Promise<RemotePost> {
    return this.#store(await this.readPost(id), fields)
  }

  async trashPost(id: number): Promise<void> {
    const post = await this.readPost(id)
    if (post.status === 'trash') return
    this.#store({ ...post, slug: `${post.slug}__trashed` }, { status: 'trash' })
  }

  async listMediaBySlug(slugs: readonly string[]): Promise<Attachment[]> {
    return this.media.filter(({ slug }) => slugs.includes(slug))
  }

  async listMediaById(ids: readonly number[]): Promise<Attachment[]> {
    return this.media.filter(({ id }) => ids.includes(id))
  }

  async findMediaByUrl(url: string): Promise<Attachment | undefined> {
    return this.media.find((media) => media.url === url)
  }

  /** The model keeps no bytes. */
  async download(): Promise<Buffer | undefined> {
    return undefined
  }

  async uploadMedia({ name, slug, alt, caption }: Upload): Promise<Attachment> {
    const made: Attachment = {
      id: this.#nextId(),
      slug,
      url: `${URL}/uploads/${name}`,
      alt,
      caption,
      author: 1,
    }
    this.media.push(made)
    return made
  }

  async makeSizes(id: number): Promise<Attachment> {
    const media = this.media.find((one) => one.id === id)
    if (media === undefined) throw new SiteError('gone', { advice: '', status: 404 })
    return media
  }

  async updateMedia(id: number, texts: Partial<Record<AttachmentText, string>>): Promise<Attachment> {
    const at = this.media.findIndex((media) => media.id === id)
    const media = this.media[at]
    if (media === undefined) throw new SiteError('gone', { advice: '', status: 404 })
    this.media[at] = { ...media, ...texts }
    return { ...media, ...texts }
  }

  async deleteMedia(id: number): Promise<void> {
    this.media.splice(0, this.media.length, ...this.media.filter((media) => media.id !== id))
  }

  /** What somebody does in wp-admin. */
  edit(id: number, fields: PostFields): void {
    const post = this.posts.get(id)
    if (post !== undefined) this.#store(post, fields)
  }

  /** Another hour; scheduled posts whose time has come turn public by themselves. */
  passTime(now: string): void {
    this.now = now
    for (const post of this.posts.values()) {
      if (post.status === 'future' && post.date <= now)
        this.posts.set(post.id, { ...post, status: 'publish' })
    }
  }

  #store(post: RemotePost, fields: PostFields): RemotePost {
    const restored = post.status === 'trash' && fields.status !== undefined && fields.status !== 'trash'
    const slug = fields.slug ?? (restored ? post.slug.replace('__trashed', '') : post.slug)
    const next = { ...post, ...fields }
    const isDue = next.date <= this.now
    const status =
      next.status === 'publish' && !isDue
        ? 'future'
        : next.status === 'future' && isDue
          ? 'publish'
          : next.status
    this.#clock += 1
    const stored: RemotePost = {
      ...next,
      status,
      slug: status === 'trash' ? post.slug : this.#uniqueSlug(slug, post.id),
      modifiedGmt: `2026-01-01T00:00:00.${String(this.#clock).padStart(6, '0')}`,
    }
    this.posts.set(post.id, stored)
    const { id, date, author } = stored
    const texts = Object.fromEntries(REVISED_FIELDS.map((name) => [name, stored[name]]))
    const revision = { ...(texts as Pick<RemotePost, RevisedName>), id: this.#nextId(), date, author }
    this.#revisions.set(id, [revision, ...(this.#revisions.get(id) ?? [])])
    return stored
  }

  /** wp_unique_post_slug: pictures share the namespace, posts in the trash have given theirs up. */
  #uniqueSlug(slug: string, id: number): string {
    const others = [...this.posts.values()].filter((post) => post.id !== id).map((post) => post.slug)
    const taken = new Set([...others, ...this.media.map((media) => media.slug)])
    if (!taken.has(slug)) return slug
    for (let suffix = 2; ; suffix += 1) {
      if (!taken.has(`${slug}-${suffix}`)) return `${slug}-${suffix}`
    }
  }

  #list(matches: (post: RemotePost) => boolean): RemotePost[] {
    return [...this.posts.values()].filter(matches).sort((a, b) => a.id - b.id)
  }

  #nextId(): number {
    this.#ids += 1
    return this.#ids
  }
}
