import DataLoader from 'dataloader'
import pLimit from 'p-limit'
import { partial, SiteError } from './errors.ts'
import type { Answer, Http, Write } from './http.ts'
import type { Pace } from './pace.ts'

/**
 * Room for the bodies of one request, in bytes. nginx takes 1 MB unless told otherwise (client_max_body_size), and rules
 * of firewalls look at less.
 */
const MOST_BYTES = 400_000

/** Refusals of a request with several writes, which a site may take one by one; redirects are others. */
const REFUSED: readonly (number | undefined)[] = [400, 403, 404, 405, 406, 413, 414, 501]

/** Of web servers, which refuse so what WordPress never sees. */
const OF_SERVER: readonly (number | undefined)[] = [405, 413, 414, 501]

/** Of WordPress, where the request as such is none (WP_REST_Server::dispatch); what is within it has codes of its own. */
const OF_REQUEST: readonly (string | undefined)[] = ['rest_no_route', 'rest_invalid_param']

/** Of a route without `allow_batch` (WP_REST_Server::serve_batch_request_v1); nothing was done. */
const NOT_ALLOWED = 'rest_batch_not_allowed'

/**
 * Writes that are asked for in the same turn of the event loop go to the site in one request (/batch/v1), which carries
 * them out one after another; each succeeds or fails alone, as if it had been sent alone. A write that has no company
 * goes by itself, and so does everything on a site that takes no batches.
 *
 * No write is repeated here. Where a whole request fails, each of its writes fails with the same error; whoever looks
 * and sends one of them again has it sent alone and behind the others, since it may be the one that the site died of.
 */
export class Batches {
  readonly #http: Http
  readonly #pace: Pace
  readonly #gathered: DataLoader<Write, Promise<Answer>>
  readonly #suspects = new Set<string>()
  /** What the site takes alone, as it does where a plugin has a controller of its own for posts. */
  readonly #single = new Set<string>()
  readonly #alone = pLimit(1)
  /** Whether the site has answered a request with several writes. */
  #isTaken = false

  constructor(http: Http, pace: Pace) {
    this.#http = http
    this.#pace = pace
    this.#gathered = new DataLoader(async (writes) => this.#send(writes), { cache: false })
  }

  /** @throws SiteError as a single request would */
  async post(route: string, body: unknown, query: Write['query'] = {}): Promise<Answer> {
    return await this.#gathered.load({ route, query, body: JSON.stringify(body) })
  }

  /** One answer for each write, in their order; none waits for another's request. */
  #send(writes: readonly Write[]): Promise<Answer>[] {
    if (writes.length === 1) return writes.map((write) => this.#sendOne(write))
    const answers = new Map<Write, Promise<Answer>>()
    const gathered = writes.filter(
      (write) => !this.#suspects.has(nameOf(write)) && !this.#single.has(kindOf(write)),
    )
    for (const part of this.#parts(gathered)) {
      const whole = part.length > 1 ? this.#sendTogether(part) : undefined
      for (const [index, write] of part.entries()) {
        answers.set(
          write,
          whole === undefined ? this.#sendOne(write) : whole.then((each) => each[index]?.() ?? never()),
        )
      }
    }
    return writes.map((write) => answers.get(write) ?? this.#alone(() => this.#sendOne(write)))
  }

  #parts(writes: readonly Write[]): Write[][] {
    const sizes = writes.map(({ body }) => Buffer.byteLength(body))
    const size = sizes.reduce((sum, bytes) => sum + bytes, 0)
    const amount = Math.max(Math.ceil(writes.length / this.#pace.together), Math.ceil(size / MOST_BYTES))
    // About as many in each: a small rest would take a request, too.
    const most = Math.ceil(writes.length / amount)
    const parts: Write[][] = []
    let room = 0
    for (const [index, write] of writes.entries()) {
      const bytes = sizes[index] ?? 0
      const last = parts.at(-1)
      if (last === undefined || last.length >= most || bytes > room) {
        parts.push([write])
        room = MOST_BYTES - bytes
      } else {
        last.push(write)
        room -= bytes
      }
    }
    return parts
  }

  async #sendOne(write: Write): Promise<Answer> {
    return await this.#timed(1, () => this.#http.write(write))
  }

  async #sendTogether(writes: readonly Write[]): Promise<(() => Promise<Answer>)[]> {
    try {
      const answers = await this.#timed(writes.length, () => this.#http.batch(writes))
      this.#isTaken = true
      return answers.map((answer, index) => async () => {
        if (!(answer instanceof SiteError)) return answer
        const write = writes[index]
        if (answer.code !== NOT_ALLOWED || write === undefined) throw answer
        this.#single.add(kindOf(write))
        return await this.#alone(() => this.#sendOne(write))
      })
    } catch (error) {
      // A firewall may block such requests alone; if it does not, it ends the run at the next one.
      if (!(error instanceof SiteError) || (error.endsRun && error.gatekeeper !== 'firewall')) throw error
      if (isUntouched(error)) {
        // A single body may still be small enough.
        if (error.status !== 413) this.#pace.singly()
        return writes.map((write) => () => this.#alone(() => this.#sendOne(write)))
      }
      const failure = isRefusal(error) ? partial(error) : error
      // A site that has never taken one takes none; a firewall may look at what is in them.
      if (isRefusal(error) && (!this.#isTaken || error.gatekeeper === 'firewall')) this.#pace.singly()
      if (failure.outcomeUnknown) for (const write of writes) this.#suspects.add(nameOf(write))
      throw failure
    }
  }

  async #timed<T>(writes: number, send: () => Promise<T>): Promise<T> {
    const start = performance.now()
    try {
      const answer = await send()
      this.#pace.note(writes, performance.now() - start)
      return answer
    } catch (error) {
      if (error instanceof SiteError && (error.mayPass || error.outcomeUnknown)) this.#pace.slowDown()
      throw error
    }
  }
}

function isRefusal({ status = 0 }: SiteError): boolean {
  return REFUSED.includes(status) || (status >= 300 && status < 400)
}

/**
 * Whether none of the writes of a refused request was carried out. Whatever else refuses it may have come while one of
 * them was saved: a plugin can end the request with any answer.
 */
function isUntouched({ status, code }: SiteError): boolean {
  return OF_REQUEST.includes(code) || (code === undefined && OF_SERVER.includes(status))
}

/** `/wp/v2/posts` for all posts. */
function kindOf({ route }: Write): string {
  return route.replace(/\/\d+$/, '')
}

/** The same write has the same name when it is sent again. */
function nameOf({ route, body }: Write): string {
  return `${route} ${body}`
}

function never(): never {
  throw new Error('A request has fewer answers than writes.')
}
