import type { LookupAddress } from 'node:dns'
import { lookup as systemLookup } from 'node:dns/promises'
import { type Connection, connectionFrom, timeoutFrom } from '../config/connection.ts'
import { readEnvironment } from '../config/read-environment.ts'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { explainStatus, type SiteError } from '../site/errors.ts'
import { findJson } from '../site/find-json.ts'
import { Http } from '../site/http.ts'
import { proveLogin } from '../site/prove-login.ts'
import { readFacts } from '../site/read-facts.ts'
import { readNewest } from '../site/read-newest.ts'
import type { RemotePost, RemoteUser, SiteFacts } from '../site/types.ts'
import { type Visited, visit } from '../site/visit.ts'
import { decodeRoot } from '../site/wire.ts'
import { followRedirects, type Journey } from './follow-redirects.ts'
import { judgeLogin, type LoginVerdict } from './login-verdict.ts'

/** Finds the addresses of a host, as `lookup` of node:dns/promises with `all`. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>

/** The index of the REST API. */
interface Index {
  readonly facts: SiteFacts
  /** False where only `index.php?rest_route=` leads there. */
  readonly isPretty: boolean
}

/**
 * The site that is examined, and what was asked of it so far: several examinations conclude from the same answer, and no
 * question is asked twice or repeated after a failure.
 */
export class Patient {
  readonly config: Config
  readonly lookup: Lookup
  readonly #connection: Connection | undefined
  #http: Http | undefined
  #timeout = 60_000
  #isRead = false
  #found: Connection | undefined
  readonly #answers = new Map<string, Promise<unknown>>()

  /**
   * @param connection where that is known already; otherwise what the environment says
   * @param lookup by default that of the system
   */
  constructor(
    config: Config,
    {
      connection,
      lookup = (host) => systemLookup(host, { all: true }),
    }: { readonly connection?: Connection; readonly lookup?: Lookup } = {},
  ) {
    this.config = config
    this.#connection = connection
    this.lookup = lookup
  }

  /**
   * Where the articles go and as whom.
   *
   * @throws UserError (usage) where the login is half set, or none is
   */
  async connection(): Promise<Connection> {
    if (!this.#isRead) {
      const environment = await readEnvironment(this.config)
      this.#timeout = timeoutFrom(environment)
      this.#found = this.#connection ?? connectionFrom(environment)
      this.#isRead = true
    }
    if (this.#found === undefined) throw noSite()
    return this.#found
  }

  /** The longest wait for one answer, in milliseconds. */
  async timeout(): Promise<number> {
    await this.connection()
    return this.#timeout
  }

  /** WP_URL as it is used. */
  async url(): Promise<string> {
    return (await this.connection()).url
  }

  /** Asks as our user, each question once. */
  async http(): Promise<Http> {
    const connection = await this.connection()
    this.#http ??= new Http(connection, { timeout: this.#timeout, retries: 0 })
    return this.#http
  }

  /** Where the index of the REST API leads somebody who does not log in, up to the first answer that is no redirect. */
  async journey(): Promise<Journey> {
    return await this.#once('journey', async () => {
      const url = await this.url()
      return await followRedirects(`${url}/wp-json/`, (address) => visit(address, url, this.#timeout))
    })
  }

  /** The index of the REST API as somebody gets it who does not log in, whatever that is. */
  async indexAsSent(): Promise<Visited> {
    if ((await this.index()).isPretty) return (await this.journey()).last
    return await this.#once('plain index', async () => {
      const url = await this.url()
      return await visit(`${url}/index.php?rest_route=/`, url, this.#timeout)
    })
  }

  /** The front page of the site, which tells versions. */
  async frontPage(): Promise<Visited> {
    return await this.#once('front', async () => {
      const url = await this.url()
      return await visit(`${url}/`, url, this.#timeout)
    })
  }

  /** Why the index is refused, for whoever stands before WordPress tells it there; `undefined` where it is not. */
  async refusal(): Promise<SiteError | undefined> {
    const { last } = await this.journey()
    const { response, text } = last
    if (response.status < 400) return undefined
    return explainStatus({ method: 'get', url: await this.url(), route: '/', response, text })
  }

  /**
   * What the site says of itself.
   *
   * @throws SiteError where there is no REST API
   */
  async index(): Promise<Index> {
    return await this.#once('index', async () => {
      const { last } = await this.journey()
      const facts = factsOf(last)
      if (facts !== undefined) return { facts, isPretty: true }
      // Some sites show it to those who log in, and with plain permalinks it is elsewhere.
      const http = await this.http()
      const found = await readFacts(http)
      return { facts: found, isPretty: http.hasPrettyRoutes }
    })
  }

  /**
   * Who the site takes us for.
   *
   * @throws SiteError where it refuses the login
   */
  async user(): Promise<RemoteUser> {
    return await this.#once('user', async () => proveLogin(await this.http(), (await this.index()).facts))
  }

  /** What is wrong with a login that the site refuses without a reason. */
  async loginVerdict(): Promise<LoginVerdict> {
    return await this.#once('verdict', async () => judgeLogin(await this.connection(), this.#timeout))
  }

  /** The newest posts, as many as are read at once. */
  async posts(): Promise<RemotePost[]> {
    return await this.#once('posts', async () => readNewest(await this.http()))
  }

  /** A question that several examinations ask, answered once. */
  async #once<T>(name: string, ask: () => Promise<T>): Promise<T> {
    const known = this.#answers.get(name) as Promise<T> | undefined
    const answer = known ?? ask()
    this.#answers.set(name, answer)
    return await answer
  }
}

function factsOf({ response, text }: Visited): SiteFacts | undefined {
  if (response.status !== 200) return undefined
  const found = findJson(text)
  return found.kind === 'json' ? decodeRoot(found.value) : undefined
}

function noSite(): UserError {
  return new UserError(
    say`No WP_URL is set, so there is no site to examine: the embedded WordPress is meant.`,
    {
      advice: say`Set WP_URL, WP_USERNAME and WP_APP_PASSWORD in the environment, or in a file .env beside wp.config.json; the application password is made in wp-admin > Users > Profile.`,
      example: `WP_URL=https://example.com
WP_USERNAME=writer
WP_APP_PASSWORD="xxxx xxxx xxxx xxxx xxxx xxxx"`,
      exitCode: ExitCode.usage,
    },
  )
}
