import type { Connection } from '../config/connection.ts'
import { say } from '../language/say.ts'
import { askedSlug } from '../posts/slugs.ts'
import type { Taxonomy, Term } from '../posts/types.ts'
import { escapeText } from '../standards/html.ts'
import { assertCharacters } from './assert-characters.ts'
import { Batches } from './batches.ts'
import { inChunks } from './chunks.ts'
import { SiteError } from './errors.ts'
import { Http, type HttpOptions, type Query, type RequestCounts } from './http.ts'
import { fileStem, isSameFile } from './media-files.ts'
import { encodePictureTexts, encodeUpload } from './media-form.ts'
import { Pace } from './pace.ts'
import { readPages } from './pages.ts'
import { POSTS, PostReads } from './post-reads.ts'
import {
  decodePost,
  decodeVersion,
  EVERY_STATUS,
  encodePost,
  POST_FIELDS,
  VERSION_FIELDS,
} from './post-wire.ts'
import { mayWrite, proveLogin } from './prove-login.ts'
import { readFacts } from './read-facts.ts'
import type { Site } from './site.ts'
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
} from './types.ts'
import { whereAllowed } from './where-allowed.ts'
import {
  decodeAttachment,
  decodeFiles,
  decodeList,
  decodeName,
  decodeRevision,
  decodeTerm,
  decodeTypes,
  decodeUserName,
  MEDIA_FIELDS,
  REVISION_FIELDS,
  TERM_FIELDS,
} from './wire.ts'

const TERM_ROUTES: Readonly<Record<Taxonomy, string>> = {
  category: '/wp/v2/categories',
  post_tag: '/wp/v2/tags',
}

/** The types that every WordPress has, the likeliest first. */
const KINDS = [
  ['post', POSTS],
  ['page', '/wp/v2/pages'],
  ['attachment', '/wp/v2/media'],
] as const

/**
 * A site by its REST API; one method, one request (lists: one per page). Only posts that are read, and posts and terms
 * that are written, in the same turn of the event loop share one.
 */
export class Client implements Site {
  readonly facts: SiteFacts
  readonly user: RemoteUser
  readonly pace: Pace
  readonly #http: Http
  readonly #writes: Batches
  readonly #posts: PostReads

  private constructor(http: Http, facts: SiteFacts, user: RemoteUser) {
    this.#http = http
    this.facts = facts
    this.user = user
    this.pace = new Pace(facts.mostTogether)
    this.#writes = new Batches(http, this.pace)
    this.#posts = new PostReads(http)
  }

  /**
   * Finds the REST API, with pretty or plain permalinks, and proves the login.
   *
   * @throws SiteError where there is no WordPress at the address, or it refuses the login
   */
  static async connect(connection: Connection, options?: HttpOptions): Promise<Client> {
    const http = new Http(connection, options)
    const facts = await readFacts(http)
    return new Client(http, facts, mayWrite(http.url, await proveLogin(http, facts)))
  }

  get url(): string {
    return this.#http.url
  }

  get counts(): RequestCounts {
    return this.#http.counts
  }

  async waitToRetry(error: unknown, attempt: number): Promise<void> {
    await this.#http.patience.wait(error, attempt, 'write')
  }

  clock(): string {
    return this.#http.clock.now()
  }

  async findAuthor(name: string): Promise<number | undefined> {
    if (/^\d+$/.test(name)) return Number(name)
    const find = async (query: Query): Promise<number | undefined> => {
      const { body } = await this.#http.get('/wp/v2/users', {
        ...query,
        slug: name.toLowerCase(),
        _fields: 'id',
      })
      return decodeList(body, (user) => (user as { id: number }).id)[0]
    }
    try {
      return await find({ context: 'edit' })
    } catch (error) {
      if (!(error instanceof SiteError) || error.endsRun || error.status !== 403) throw error
      // An Editor may not list users, but may see who writes, as the block editor does.
      const seen =
        (await whereAllowed(() => find({ who: 'authors' }))) ?? (await whereAllowed(() => find({})))
      if (seen !== undefined) return seen
      throw unseenUser(name, this.user.name, error)
    }
  }

  async hasBlock(name: string): Promise<boolean> {
    try {
      await this.#http.get(`/wp/v2/block-types/${name}`, { _fields: 'name' })
      return true
    } catch (error) {
      if (error instanceof SiteError && !error.endsRun && [403, 404].includes(error.status ?? 0)) return false
      throw error
    }
  }

  async listTerms(taxonomy: Taxonomy): Promise<RemoteTerm[]> {
    const query = { _fields: TERM_FIELDS, hide_empty: 0, orderby: 'id', order: 'asc' }
    return await this.#pages(TERM_ROUTES[taxonomy], query, decodeTerm)
  }

  async createTerm(term: Term, parent: number | undefined): Promise<{ remote: RemoteTerm; isNew: boolean }> {
    const route = TERM_ROUTES[term.taxonomy]
    assertCharacters(term, `"${term.name}"`)
    // A name is HTML; what looks like a tag would be taken out of it.
    const name = escapeText(term.name)
    const body = { name, ...(term.slug ? { slug: term.slug } : {}), ...(parent ? { parent } : {}) }
    try {
      return { remote: decodeTerm((await this.#writes.post(route, body)).body), isNew: true }
    } catch (error) {
      if (!(error instanceof SiteError) || error.code !== 'term_exists') throw error
      const { term_id: id } = error.data as { term_id: number }
      const { body } = await this.#http.get(`${route}/${id}`, { _fields: TERM_FIELDS })
      return { remote: decodeTerm(body), isNew: false }
    }
  }

  async isTermUsed({ taxonomy, id }: RemoteTerm): Promise<boolean> {
    const name = taxonomy === 'category' ? 'categories' : 'tags'
    const query = { [name]: id, status: EVERY_STATUS, context: 'edit', _fields: 'id', per_page: 1 }
    const { body } = await this.#http.get('/wp/v2/posts', query)
    return decodeList(body, (post) => post).length > 0
  }

  async deleteTerm({ taxonomy, id }: RemoteTerm): Promise<void> {
    await this.#delete(`${TERM_ROUTES[taxonomy]}/${id}`)
  }

  async searchPosts(text: string, known?: KnownPosts): Promise<RemotePost[]> {
    const query = { search: text, orderby: 'id', order: 'asc' }
    return known === undefined ? await this.#posts.list(query) : await this.#posts.listKnown(query, known)
  }

  async listPostsBySlug(slugs: readonly string[]): Promise<RemotePost[]> {
    return (
      await inChunks(slugs.map(askedSlug), (chunk) => this.#posts.list({ slug: chunk.join(',') }))
    ).flat()
  }

  async listPostsById(ids: readonly number[]): Promise<RemotePost[]> {
    return await this.#posts.listById(ids)
  }

  async hasPost(id: number): Promise<boolean> {
    return await this.#isThere(`${POSTS}/${id}`, true)
  }

  async kindOfId(id: number): Promise<PostKind> {
    for (const [kind, route] of KINDS) {
      if (await this.#isThere(`${route}/${id}`, true)) return kind
    }
    const known = KINDS.map(([kind]) => kind)
    for (const { kind, route } of decodeTypes((await this.#http.get('/wp/v2/types')).body)) {
      if (!known.some((other) => other === kind) && (await this.#isThere(`${route}/${id}`, false)))
        return kind
    }
    return 'none'
  }

  async listPosts(): Promise<RemotePost[]> {
    const posts = await this.#posts.list({ orderby: 'id', order: 'asc' })
    return posts.filter(({ status }) => status !== 'trash')
  }

  async listRevisions(id: number): Promise<Revision[]> {
    const query = { context: 'edit', _fields: VERSION_FIELDS, orderby: 'id', order: 'desc' }
    const revisions = await this.#pages(`/wp/v2/posts/${id}/revisions`, query, decodeVersion)
    return revisions.filter((revision) => revision !== undefined)
  }

  async searchRevisions(id: number, text: string): Promise<Revision[]> {
    const query = {
      context: 'edit',
      _fields: VERSION_FIELDS,
      orderby: 'id',
      order: 'desc',
      search: text,
      per_page: 100,
    }
    const { body } = await this.#http.get(`/wp/v2/posts/${id}/revisions`, query)
    return decodeList(body, decodeVersion).filter((revision) => revision !== undefined)
  }

  async readUsers(ids: readonly number[]): Promise<ReadonlyMap<number, UserName>> {
    if (ids.length === 0) return new Map()
    const lists = inChunks(ids, (chunk) =>
      this.#pages('/wp/v2/users', { include: chunk.join(','), _fields: 'id,name,slug' }, decodeName),
    )
    return new Map((await lists).flat())
  }

  async readPost(id: number): Promise<RemotePost> {
    return await this.#posts.read(id)
  }

  async listRevisionFacts(id: number): Promise<RevisionFacts[]> {
    const query = { per_page: 5, _fields: REVISION_FIELDS }
    return decodeList((await this.#http.get(`/wp/v2/posts/${id}/revisions`, query)).body, decodeRevision)
  }

  async readUserName(id: number): Promise<string> {
    return decodeUserName((await this.#http.get(`/wp/v2/users/${id}`, { _fields: 'name' })).body)
  }

  async createPost(fields: PostFields): Promise<RemotePost> {
    return decodePost(
      (
        await this.#writes.post(
          '/wp/v2/posts',
          encodePost(fields, say`The post "${fields.slug ?? fields.title ?? ''}"`),
          { _fields: POST_FIELDS },
        )
      ).body,
    )
  }

  async updatePost(id: number, fields: PostFields): Promise<RemotePost> {
    const body = encodePost(fields, say`Post ${id}`)
    const post = decodePost(
      (await this.#writes.post(`/wp/v2/posts/${id}`, body, { _fields: POST_FIELDS })).body,
    )
    this.#http.clock.readSaved(post.modifiedGmt)
    return post
  }

  async trashPost(id: number): Promise<void> {
    await this.#http.remove(`/wp/v2/posts/${id}`).catch((error: unknown) => {
      if (error instanceof SiteError && error.code === 'rest_already_trashed') return
      throw error
    })
  }

  async listMediaBySlug(slugs: readonly string[]): Promise<Attachment[]> {
    const list = async (context: 'edit' | 'view', wanted: readonly string[]): Promise<Attachment[]> => {
      const query = { context, _fields: MEDIA_FIELDS, orderby: 'id', order: 'asc' }
      const lists = inChunks(wanted, (chunk) =>
        this.#pages('/wp/v2/media', { ...query, slug: chunk.join(',') }, decodeAttachment),
      )
      return (await lists).flat()
    }
    // With context=edit some versions of WordPress leave out what the user may not edit.
    const ours = await list('edit', slugs)
    const missing = slugs.filter((slug) => !ours.some((media) => media.slug === slug))
    return [...ours, ...(await list('view', missing))].sort((a, b) => a.id - b.id)
  }

  async listMediaById(ids: readonly number[]): Promise<Attachment[]> {
    const lists = inChunks(ids, (chunk) =>
      this.#pages(
        '/wp/v2/media',
        { include: chunk.join(','), context: 'edit', _fields: MEDIA_FIELDS },
        decodeAttachment,
      ),
    )
    return (await lists).flat()
  }

  async findMediaByUrl(url: string): Promise<Attachment | undefined> {
    // A search looks at titles and names of files.
    const search = fileStem(url)
    if (search === '') return undefined
    const found = await this.#pages(
      '/wp/v2/media',
      { search, media_type: 'image', context: 'view', _fields: MEDIA_FIELDS, orderby: 'id', order: 'asc' },
      (body) => ({ attachment: decodeAttachment(body), files: decodeFiles(body) }),
    )
    return found.find(({ files }) => files.some((file) => isSameFile(file, url)))?.attachment
  }

  async download(url: string): Promise<Buffer | undefined> {
    return await this.#http.download(url, this.facts.home)
  }

  async uploadMedia(upload: Upload): Promise<Attachment> {
    return decodeAttachment((await this.#http.upload('/wp/v2/media', encodeUpload(upload))).body)
  }

  async makeSizes(id: number): Promise<Attachment> {
    // What the editor asks for after an upload that failed (mediaUploadMiddleware of @wordpress/api-fetch).
    const body = { action: 'create-image-subsizes' }
    return decodeAttachment((await this.#http.post(`/wp/v2/media/${id}/post-process`, body)).body)
  }

  async updateMedia(id: number, texts: Partial<Record<AttachmentText, string>>): Promise<Attachment> {
    return decodeAttachment((await this.#http.post(`/wp/v2/media/${id}`, encodePictureTexts(texts))).body)
  }

  async deleteMedia(id: number): Promise<void> {
    await this.#delete(`/wp/v2/media/${id}`)
  }

  /** Deletes for good; what is gone already, or what the user may not delete, is no failure. */
  async #delete(route: string): Promise<void> {
    await this.#http.remove(route, { force: 'true' }).catch((error: unknown) => {
      if (error instanceof SiteError && !error.endsRun && [401, 403, 404, 410].includes(error.status ?? 0))
        return
      throw error
    })
  }

  /**
   * Whether there is an item at a route.
   *
   * @param isToldApart true where WordPress looks whether the id is of the type before it refuses, so that what we may
   *   not read is there; templates are refused whatever their id
   */
  async #isThere(route: string, isToldApart: boolean): Promise<boolean> {
    try {
      await this.#http.get(route, { _fields: 'id' })
      return true
    } catch (error) {
      if (!(error instanceof SiteError) || error.endsRun) throw error
      const isRefused = error.status === 403 && /^rest_(forbidden|cannot)/.test(error.code ?? '')
      if (error.status === 404 || isRefused) return isRefused && isToldApart
      throw error
    }
  }

  async #pages<T>(route: string, query: Query, decodeItem: (item: unknown) => T): Promise<T[]> {
    return await readPages(this.#http, route, query, decodeItem)
  }
}

function unseenUser(name: string, own: string, cause: SiteError): SiteError {
  return new SiteError(say`The user "${own}" may not look up users, so it is not known who "${name}" is.`, {
    status: 403,
    cause,
    advice: say`Write the id of the user in place of the name (user_id in the address of wp-admin > Users > Edit), or log in as an Administrator.`,
  })
}
