import ky, { HTTPError, type KyInstance, TimeoutError } from 'ky'
import type { Connection } from '../config/connection.ts'
import { explainFailure, explainStatus, SiteError } from './errors.ts'
import { decodeJson, findJson } from './json.ts'

export interface RequestCounts {
  readonly total: number
  /** Requests that can change the site: everything but GET, HEAD and OPTIONS. */
  readonly mutating: number
}

export interface HttpOptions {
  /**
   * Longest wait for one answer, in milliseconds.
   *
   * @default 60_000
   */
  readonly timeout?: number
  /**
   * How often a safe request is sent again after a failure that may pass.
   *
   * @default 4
   */
  readonly retries?: number
  /** Called before each repetition, for whoever is waiting. */
  readonly onRetry?: (reason: string, attempt: number) => void
}

/** Sent with every request: without it a PHP fatal answers a GET with HTML. */
const ACCEPT = 'application/json'

/** Statuses that a later try can answer better; a create is never among the repeated requests. */
const PASSING = [408, 425, 429, 500, 502, 503, 504]

/** A site that asks for more patience than this, in milliseconds, is asked again after this time. */
export const MAX_RETRY_AFTER = 120_000

export type Query = Readonly<Record<string, string | number | undefined>>

export interface Answer {
  readonly body: unknown
  readonly headers: Headers
}

/**
 * The transport: one WordPress site, its REST API, our login, and a count of what was sent.
 *
 * Only reads, and writes that say the whole new state of something that exists, are repeated. Redirects are
 * never followed, since the login would travel along.
 */
export class Http {
  readonly url: string
  readonly #connection: Connection
  readonly #options: Required<HttpOptions>
  readonly #client: KyInstance
  #total = 0
  #mutating = 0
  /** `/wp-json` or, on sites with plain permalinks, `index.php?rest_route=`. */
  #prettyRoutes = true

  constructor(connection: Connection, options: HttpOptions = {}) {
    this.url = connection.url
    this.#connection = connection
    this.#options = { timeout: 60_000, retries: 4, onRetry: () => {}, ...options }
    this.#client = ky.create({
      redirect: 'manual',
      timeout: this.#options.timeout,
      fetch: fetchWhole,
      // A redirect is judged by its target, so it must not be thrown as a plain error.
      throwHttpErrors: (status) => status >= 400,
      hooks: {
        beforeRequest: [
          (request) => {
            this.#total += 1
            if (!['GET', 'HEAD', 'OPTIONS'].includes(request.method)) this.#mutating += 1
          },
        ],
        beforeRetry: [
          ({ error, retryCount }) => {
            this.announceRetry(error, retryCount)
          },
        ],
      },
    })
  }

  get counts(): RequestCounts {
    return { total: this.#total, mutating: this.#mutating }
  }

  /** Tells whoever is waiting that something is tried again, and why. */
  announceRetry(error: unknown, attempt: number): void {
    this.#options.onRetry(retryReason(error), attempt)
  }

  /**
   * From now on addresses the API as `index.php?rest_route=`, which works without pretty permalinks. The file is
   * named since nginx answers a DELETE of a folder with 405 (as in get_rest_url of wp-includes/rest-api.php).
   */
  usePlainRoutes(): void {
    this.#prettyRoutes = false
  }

  /** Reads; repeated on failures that may pass. */
  async get(route: string, query: Query = {}): Promise<Answer> {
    return await this.#send('get', route, query, undefined, true)
  }

  /**
   * Writes the given fields of something that exists. Sending the same fields twice does no harm, so it is
   * repeated on failures that may pass.
   */
  async update(route: string, body: unknown): Promise<Answer> {
    return await this.#send('post', route, {}, JSON.stringify(body), true)
  }

  /** Creates; sent exactly once. After a failure the caller has to look whether it was carried out. */
  async create(route: string, body: unknown): Promise<Answer> {
    return await this.#send('post', route, {}, JSON.stringify(body), false)
  }

  /** Uploads a form with a file; sent exactly once, like every create. */
  async upload(route: string, form: FormData): Promise<Answer> {
    return await this.#send('post', route, {}, form, false)
  }

  /** Deletes; doing so twice does no harm, so it is repeated on failures that may pass. */
  async remove(route: string, query: Query = {}): Promise<Answer> {
    return await this.#send('delete', route, query, undefined, true)
  }

  /** A public file as visitors get it, without our login; `undefined` where it cannot be had. */
  async download(address: string): Promise<Buffer | undefined> {
    const response = await fetch(address, { signal: AbortSignal.timeout(this.#options.timeout) }).catch(
      () => undefined,
    )
    return response?.ok === true ? Buffer.from(await response.arrayBuffer()) : undefined
  }

  async #send(
    method: 'get' | 'post' | 'delete',
    route: string,
    query: Query,
    body: string | FormData | undefined,
    repeatable: boolean,
  ): Promise<Answer> {
    const address = this.#address(route, query)
    try {
      const response = await this.#client(address, {
        method,
        ...(body === undefined ? {} : { body }),
        headers: {
          accept: ACCEPT,
          authorization: this.#connection.authorization(),
          ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        },
        retry: {
          limit: repeatable ? this.#options.retries : 0,
          methods: [method],
          statusCodes: PASSING,
          afterStatusCodes: [429, 503],
          maxRetryAfter: MAX_RETRY_AFTER,
          backoffLimit: 20_000,
          jitter: (delay) => delay * (0.75 + Math.random() / 2),
          retryOnTimeout: repeatable,
        },
      })
      if (response.status >= 300) throw explainStatus({ method, url: this.url, route, response, text: '' })
      const text = await response.text()
      return { body: decodeJson(text, { method, url: this.url, route, response }), headers: response.headers }
    } catch (error) {
      if (error instanceof SiteError) throw error
      if (error instanceof HTTPError) {
        const text = await error.response.text().catch(() => '')
        throw explainStatus({ method, url: this.url, route, response: error.response, text })
      }
      throw explainFailure({ method, url: this.url, route, error })
    }
  }

  #address(route: string, query: Query): string {
    const address = new URL(`${this.url}/${this.#prettyRoutes ? `wp-json${route}` : 'index.php'}`)
    if (!this.#prettyRoutes) address.searchParams.set('rest_route', route)
    for (const [name, value] of Object.entries(query)) {
      if (value !== undefined) address.searchParams.set(name, String(value))
    }
    return address.href
  }
}

/**
 * An answer has come when all of it has: so that the time-out covers its body, and a body that breaks off counts
 * as a broken connection, also where a proxy in between has hidden that.
 */
async function fetchWhole(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  const text = await response.text()
  if (isBrokenJson(text, response)) throw new TypeError('The answer broke off.')
  const { status, statusText, headers } = response
  return new Response([204, 304].includes(status) ? null : text, { status, statusText, headers })
}

function isBrokenJson(text: string, { headers }: Response): boolean {
  return (headers.get('content-type') ?? '').includes('json') && findJson(text).kind === 'broken'
}

function retryReason(error: unknown): string {
  if (error instanceof HTTPError) return `the site answered ${error.response.status}`
  if (error instanceof SiteError && error.status !== undefined) return `the site answered ${error.status}`
  const isLate =
    error instanceof TimeoutError || (error instanceof Error && error.cause instanceof TimeoutError)
  return isLate ? 'the site did not answer in time' : 'the connection broke'
}
