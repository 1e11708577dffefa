import DataLoader from 'dataloader'
import { inTurns } from '../standards/in-turns.ts'
import { assertAsked } from './assert-asked.ts'
import { inChunks } from './chunks.ts'
import { type DateWindow, dateWindows, isWithin } from './date-windows.ts'
import { SiteError } from './errors.ts'
import type { Http, Query } from './http.ts'
import { PAGE_SIZE, readPages } from './pages.ts'
import {
  decodeLight,
  decodePost,
  EVERY_STATUS,
  LIGHT_FIELDS,
  POST_FIELDS,
  PUBLISHED_FIELDS,
  STATUSES,
} from './post-wire.ts'
import type { KnownPosts, LightPost, RemotePost } from './types.ts'

/** Parts of a list that are asked for at once. */
const AT_ONCE = 4

/** Where WordPress has its posts. */
export const POSTS = '/wp/v2/posts'

/** Reads posts, of every status; those that are asked for in the same turn of the event loop in one request. */
export class PostReads {
  readonly #http: Http
  readonly #gathered: DataLoader<number, RemotePost>
  #asked: Promise<void> | undefined

  constructor(http: Http) {
    this.#http = http
    this.#gathered = new DataLoader((ids) => this.#read(ids), { cache: false })
  }

  /** @throws SiteError where there is no such post, or it may not be read */
  async read(id: number): Promise<RemotePost> {
    return await this.#gathered.load(id)
  }

  /** Those of the posts that are there, the trash included. */
  async listById(ids: readonly number[]): Promise<RemotePost[]> {
    return (await inChunks(ids, (chunk) => this.list({ include: chunk.join(',') }))).flat()
  }

  /** All pages of a list. */
  async list(query: Query): Promise<RemotePost[]> {
    return await this.#list({ ...query, _fields: POST_FIELDS }, decodePost)
  }

  /** The same, without the contents of those that are recalled; the lowest id first. */
  async listKnown(query: Query, { posts, recall }: KnownPosts): Promise<RemotePost[]> {
    const listed =
      (await this.#listInParts(query, posts)) ??
      (await this.#list({ ...query, _fields: LIGHT_FIELDS }, decodeLight))
    const known = listed.map(recall)
    const open = listed.filter((_, index) => known[index] === undefined)
    const read = new Map((await this.listById(open.map(({ id }) => id))).map((post) => [post.id, post]))
    // What is gone since it was listed is not there.
    return listed.flatMap(({ id }, index) => known[index] ?? read.get(id) ?? [])
  }

  /** The list in parts; `undefined` where something gives other posts than it was asked for. */
  async #listInParts(query: Query, known: KnownPosts['posts']): Promise<LightPost[] | undefined> {
    if (known.length <= PAGE_SIZE) return undefined
    const parts = [
      ...toParts(['publish'], PUBLISHED_FIELDS, known),
      ...toParts(
        STATUSES.filter((status) => status !== 'publish'),
        LIGHT_FIELDS,
        known,
      ),
    ]
    const read = async ({ statuses, window, fields }: Part): Promise<LightPost[] | undefined> => {
      const asked = { ...query, ...window, status: statuses.join(','), _fields: fields }
      const posts = await this.#list(asked, decodeLight)
      const isAsked = ({ date, status }: LightPost): boolean =>
        isWithin(date, window) && statuses.some((one) => one === status)
      return posts.every(isAsked) ? posts : undefined
    }
    const found = await inTurns(AT_ONCE, parts, read)
    if (found.includes(undefined)) return undefined
    // One whose date or status changed in between may be in two of them, or in none.
    const each = new Map(found.flatMap((part) => part ?? []).map((post) => [post.id, post]))
    const missing = known.map(({ id }) => id).filter((id) => !each.has(id))
    const moved = await inChunks(missing, (chunk) =>
      this.#list({ ...query, include: chunk.join(','), _fields: LIGHT_FIELDS }, decodeLight),
    )
    for (const post of moved.flat()) each.set(post.id, post)
    return [...each.values()].sort((a, b) => a.id - b.id)
  }

  async #list<T>(query: Query, decodeItem: (item: unknown) => T): Promise<T[]> {
    const all = { status: EVERY_STATUS, context: 'edit', ...query }
    const posts = await readPages(this.#http, POSTS, all, decodeItem, () => {
      // While the other pages come; whoever waits for the list is told.
      this.#assertAsked().catch(() => undefined)
    }).catch(async (error: unknown) => {
      // The answer to another question has another shape.
      if (error instanceof SiteError && error.status === 200) await this.#assertAsked()
      throw error
    })
    await this.#assertAsked()
    return posts
  }

  /** Once in a run, after the first list, which a cache has then. */
  async #assertAsked(): Promise<void> {
    this.#asked ??= assertAsked(this.#http, POSTS)
    await this.#asked
  }

  /** One post by its own route; several by a list, of which each that is not in it is asked for alone. */
  async #read(ids: readonly number[]): Promise<(RemotePost | Error)[]> {
    const listed = ids.length === 1 ? [] : await this.#listReadable(ids)
    const byId = new Map(listed.map((post) => [post.id, post]))
    return await Promise.all(
      ids.map(async (id) => {
        try {
          return byId.get(id) ?? (await this.#readAlone(id))
        } catch (error) {
          return error instanceof Error ? error : new Error(String(error))
        }
      }),
    )
  }

  /** One post that cannot be decoded makes no list of the others. */
  async #listReadable(ids: readonly number[]): Promise<RemotePost[]> {
    return await this.listById([...new Set(ids)]).catch((error: unknown) => {
      if (error instanceof SiteError && error.status === 200 && !error.endsRun) return []
      throw error
    })
  }

  async #readAlone(id: number): Promise<RemotePost> {
    const { body } = await this.#http.get(`/wp/v2/posts/${id}`, { context: 'edit', _fields: POST_FIELDS })
    return decodePost(body)
  }
}

/** A part of a list: posts of some statuses and of a time. */
interface Part {
  readonly statuses: readonly RemotePost['status'][]
  readonly window: DateWindow
  /** The `_fields` to ask for. */
  readonly fields: string
}

function toParts(statuses: Part['statuses'], fields: string, known: KnownPosts['posts']): Part[] {
  const dates = known.filter(({ status }) => statuses.includes(status)).map(({ date }) => date)
  return dateWindows(dates).map((window) => ({ statuses, window, fields }))
}
