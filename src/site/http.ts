import ky, { HTTPError, type KyInstance } from 'ky'
import type { Connection } from '../config/connection.ts'
import { explainFailure, explainStatus, SiteError } from './errors.ts'
import { decodeJson, findJson } from './json.ts'
import { Patience, type PatienceOptions } from './patience.ts'
import { SiteClock } from './site-clock.ts'

export interface RequestCounts {
  readonly total: number
  /** Requests that can change the site: everything but GET, HEAD and OPTIONS. */
  readonly mutating: number
}

export interface HttpOptions extends PatienceOptions {
  /**
   * Longest wait for one answer, in milliseconds.
   *
   * @default 60_000
   */
  readonly timeout?: number
}

/** Sent with every request: without it a PHP fatal answers a GET with HTML. */
const ACCEPT = 'application/json'

export type Query = Readonly<Record<string, string | number | undefined>>

export interface Answer {
  readonly body: unknown
  readonly headers: Headers
}

/**
 * The transport: one WordPress site, its REST API, our login, and a count of what was sent.
 *
 * Only reads are repeated: before a write is sent again, somebody has to look what became of it. Redirects are never
 * followed, since the login would travel along.
 */
export class Http {
  readonly url: string
  readonly #connection: Connection
  readonly #timeout: number
  /** Waits for the site, before reads are sent again or somebody looks for a write. */
  readonly patience: Patience
  readonly clock = new SiteClock()
  readonly #client: KyInstance
  #total = 0
  #mutating = 0
  /** `/wp-json` or, on sites with plain permalinks, `index.php?rest_route=`. */
  #prettyRoutes = true

  constructor(connection: Connection, options: HttpOptions = {}) {
    this.url = connection.url
    this.#connection = connection
    this.#timeout = options.timeout ?? 60_000
    this.patience = new Patience(options)
    this.#client = ky.create({
      redirect: 'manual',
      timeout: this.#timeout,
      retry: 0,
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
      },
    })
  }

  get counts(): RequestCounts {
    return { total: this.#total, mutating: this.#mutating }
  }

  /**
   * From now on addresses the API as `index.php?rest_route=`, which works without pretty permalinks. The file is
   * named since nginx answers a DELETE of a folder with 405 (as in get_rest_url of wp-includes/rest-api.php).
   */
  usePlainRoutes(): void {
    this.#prettyRoutes = false
  }

  /** Reads; sent again after failures that may pass. */
  async get(route: string, query: Query = {}): Promise<Answer> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.#send('get', route, query)
      } catch (error) {
        await this.patience.wait(error, attempt, 'read')
      }
    }
  }

  /** Writes, a new thing or fields of one that exists; sent exactly once. */
  async post(route: string, body: unknown): Promise<Answer> {
    return await this.#send('post', route, {}, JSON.stringify(body))
  }

  /** Uploads a form with a file; sent exactly once. */
  async upload(route: string, form: FormData): Promise<Answer> {
    return await this.#send('post', route, {}, form)
  }

  /** Deletes; sent exactly once, since what was deleted may have been restored meanwhile. */
  async remove(route: string, query: Query = {}): Promise<Answer> {
    return await this.#send('delete', route, query)
  }

  /** A public file as visitors get it, without our login; `undefined` where it cannot be had. */
  async download(address: string): Promise<Buffer | undefined> {
    try {
      const response = await fetch(address, { signal: AbortSignal.timeout(this.#timeout) })
      return response.ok ? Buffer.from(await response.arrayBuffer()) : undefined
    } catch {
      // A connection that breaks off, before the answer or in it, and a time-out are one to whoever asks.
      return undefined
    }
  }

  async #send(
    method: 'get' | 'post' | 'delete',
    route: string,
    query: Query,
    body?: string | FormData,
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
      })
      this.clock.read(response.headers)
      if (response.status >= 300) throw explainStatus({ method, url: this.url, route, response, text: '' })
      const text = await response.text()
      return { body: decodeJson(text, { method, url: this.url, route, response }), headers: response.headers }
    } catch (error) {
      if (error instanceof SiteError) throw error
      if (error instanceof HTTPError) {
        const text = await error.response.text().catch(() => '')
        throw explainStatus({ method, url: this.url, route, response: error.response, text })
      }
      throw explainFailure({ method, url: this.url, route, error, timeout: this.#timeout })
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
