import ky, { HTTPError, type KyInstance } from 'ky'
import type { Connection } from '../config/connection.ts'
import { say } from '../language/say.ts'
import { FRESH_HEADERS, freshParameter, isFromCache, staleAnswer } from './caches.ts'
import { download } from './download.ts'
import { explainStatus, isOfStranger, lostLogin, type RequestFacts, SiteError } from './errors.ts'
import { type FoundJson, findJson } from './find-json.ts'
import { decodeJson } from './json.ts'
import { explainFailure } from './network-failure.ts'
import { Patience, type PatienceOptions } from './patience.ts'
import { readWhole } from './read-whole.ts'
import { SiteClock } from './site-clock.ts'
import { decodeBatch } from './wire.ts'

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
  /** Gives up every request, and every wait before one. */
  readonly signal?: AbortSignal
}

/** Sent with every request: without it a PHP fatal answers a GET with HTML. */
const ACCEPT = 'application/json'

export type Query = Readonly<Record<string, string | number | undefined>>

/** A write among several of one request. */
export interface Write {
  readonly route: string
  readonly query: Query
  /** JSON. */
  readonly body: string
}

type RequestParts = [method: 'get' | 'post' | 'delete', route: string, query: Query, body?: string | FormData]

/** Public reads prove no login; this one does. */
const WHO_AM_I = ['/wp/v2/users/me', { context: 'edit' }] as const

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
  #isLoggedIn = false

  constructor(connection: Connection, options: HttpOptions = {}) {
    this.url = connection.url
    this.#connection = connection
    this.#timeout = options.timeout ?? 60_000
    this.patience = new Patience(options)
    this.#client = ky.create({
      redirect: 'manual',
      timeout: this.#timeout,
      ...(options.signal === undefined ? {} : { signal: options.signal }),
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

  /** False where the site answers `index.php?rest_route=` alone. */
  get hasPrettyRoutes(): boolean {
    return this.#prettyRoutes
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

  /**
   * Asks who we are, which proves the login. From now on a refusal that could mean that the login is lost is looked
   * into by asking again.
   */
  async login(): Promise<Answer> {
    const answer = await this.get(...WHO_AM_I)
    this.#isLoggedIn = true
    return answer
  }

  /**
   * Reads, always anew; sent again after failures that may pass.
   *
   * @throws SiteError where a cache answers, which ends the run
   */
  async get(route: string, query: Query = {}): Promise<Answer> {
    const answer = await this.#patiently(() => this.#send('get', route, { ...query, ...freshParameter() }))
    if (isFromCache(answer.headers)) throw staleAnswer(this.url, say`answered GET ${route} from a cache`)
    return answer
  }

  /** Writes, a new thing or fields of one that exists; sent exactly once. */
  async post(route: string, body: unknown, query: Query = {}): Promise<Answer> {
    return await this.write({ route, query, body: JSON.stringify(body) })
  }

  /** The same of JSON that is written already. */
  async write({ route, query, body }: Write): Promise<Answer> {
    return await this.#send('post', route, query, body)
  }

  /**
   * Sends several writes in one request, which WordPress carries out one after another, whatever becomes of those before;
   * sent exactly once.
   *
   * @returns for each write its answer, or what it was refused with
   * @throws SiteError where the request failed as a whole; some of its writes may have been carried out
   */
  async batch(writes: readonly Write[]): Promise<(Answer | SiteError)[]> {
    const requests = writes.map(
      ({ route, query, body }) =>
        `{"method":"POST","path":${JSON.stringify(pathOf(route, query))},"body":${body}}`,
    )
    const { body } = await this.#send('post', '/batch/v1', {}, `{"requests":[${requests.join(',')}]}`)
    const responses = decodeBatch(body, writes.length)
    let isLost: Promise<boolean> | undefined
    return await Promise.all(
      writes.map(async ({ route }, index) => {
        const { status = 500, body: given } = responses[index] ?? {}
        if (status < 300) return { body: given, headers: new Headers() }
        const [text, response] = [JSON.stringify(given), new Response(null, { status })]
        const error = explainStatus({ method: 'post', url: this.url, route, response, text })
        if (!this.#isDoubtful(error)) return error
        isLost ??= this.#isLoginLost()
        return (await isLost) ? lostLogin(this.url, error) : error
      }),
    )
  }

  /** Uploads a form with a file; sent exactly once. */
  async upload(route: string, form: FormData): Promise<Answer> {
    return await this.#send('post', route, {}, form)
  }

  /** Deletes; sent exactly once, since what was deleted may have been restored meanwhile. */
  async remove(route: string, query: Query = {}): Promise<Answer> {
    return await this.#send('delete', route, query)
  }

  /**
   * A public file as visitors get it, without our login; asked for again after failures that may pass.
   *
   * @param home the public address of the site, where that is another one than ours
   * @returns `undefined` where there is no such file
   * @throws SiteError where it cannot be read
   */
  async download(address: string, home: string): Promise<Buffer | undefined> {
    const options = { sites: [this.url, home], timeout: this.#timeout }
    return await this.#patiently(() => download(address, options))
  }

  async #patiently<T>(read: () => Promise<T>): Promise<T> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await read()
      } catch (error) {
        await this.patience.wait(error, attempt, 'read')
      }
    }
  }

  /** Sends a request; where it is refused as a stranger's, finds out whether the login is lost. */
  async #send(...request: RequestParts): Promise<Answer> {
    try {
      return await this.#request(...request)
    } catch (error) {
      throw this.#isDoubtful(error) && (await this.#isLoginLost()) ? lostLogin(this.url, error) : error
    }
  }

  /** Whether a refusal could mean that the login is lost. */
  #isDoubtful(error: unknown): error is SiteError {
    return this.#isLoggedIn && error instanceof SiteError && isOfStranger(error)
  }

  async #isLoginLost(): Promise<boolean> {
    const [route, query] = WHO_AM_I
    return await this.#request('get', route, { ...query, ...freshParameter() }).then(
      () => false,
      (error: unknown) => error instanceof SiteError && error.status === 401,
    )
  }

  async #request(...[method, route, query, body]: RequestParts): Promise<Answer> {
    const address = this.#address(route, query)
    try {
      const response = await this.#client(address, {
        method,
        ...(body === undefined ? {} : { body }),
        headers: {
          accept: ACCEPT,
          ...(method === 'get' ? FRESH_HEADERS : {}),
          authorization: this.#connection.authorization(),
          ...(typeof body === 'string' ? { 'content-type': 'application/json' } : {}),
        },
      })
      this.clock.read(response.headers)
      if (response.status >= 300) throw explainStatus({ method, url: this.url, route, response, text: '' })
      const text = await response.text()
      const found = findJson(text)
      if (breaksOff(found, response)) throw brokenOff()
      return {
        body: decodeJson({ text, found }, { method, url: this.url, route, response }),
        headers: response.headers,
      }
    } catch (error) {
      if (error instanceof SiteError) throw error
      throw await this.#explain(error, { method, url: this.url, route })
    }
  }

  async #explain(error: unknown, facts: RequestFacts): Promise<SiteError> {
    const noAnswer = (cause: unknown): SiteError =>
      explainFailure({ ...facts, error: cause, timeout: this.#timeout })
    if (!(error instanceof HTTPError)) return noAnswer(error)
    const { response } = error
    const text = await response.text().catch(() => '')
    return breaksOff(findJson(text), response)
      ? noAnswer(brokenOff())
      : explainStatus({ ...facts, response, text })
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

/** Where a route is within a batch: pretty, whatever the permalinks of the site. */
function pathOf(route: string, query: Query): string {
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    value === undefined ? [] : [[name, String(value)]],
  )
  return given.length === 0 ? route : `${route}?${new URLSearchParams(given)}`
}

/** An answer has come when all of it has: so that the time-out covers its body. */
async function fetchWhole(...request: Parameters<typeof fetch>): Promise<Response> {
  const response = await fetch(...request)
  const bytes = await readWhole(response)
  const { status, statusText, headers } = response
  return new Response([204, 304].includes(status) ? null : bytes, { status, statusText, headers })
}

/** Whether JSON breaks off, as where the connection does, also where a proxy in between has hidden that. */
function breaksOff(found: FoundJson, { headers }: Response): boolean {
  return found.kind === 'broken' && (headers.get('content-type') ?? '').includes('json')
}

function brokenOff(): Error {
  return new TypeError('The answer broke off.')
}
