import { once } from 'node:events'
import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'

/** What goes wrong with one request. */
export type Fault =
  /** The connection breaks before the site sees the request. */
  | 'reset-before'
  /** The site carries it out, and the connection breaks before the answer. */
  | 'reset-after'
  /** The site carries it out, and half of the answer arrives. */
  | 'truncated'
  /** The site carries it out, and the answer never comes. */
  | 'hang'
  | '429'
  | '500'
  | '502'

/**
 * Something that happens just before a request goes through, or in its place: `carryOut` has the site carry it out.
 * A fault that is returned is what the client gets of it; so is the answer that `carryOut` gave.
 */
export type Interruption = (carryOut: () => Promise<SiteAnswer>) => unknown

export interface FaultProxy {
  readonly url: string
  /** How many requests came that can change the site. */
  readonly mutating: () => number
  /** How many requests came at all. */
  readonly requests: () => number
  /** Every request that came, in order, as `METHOD path`. */
  readonly heard: () => readonly string[]
  /**
   * Lets the n-th request from now on (0 is the next) suffer a fault, or calls a function before it. Only those
   * count that can change the site, unless `of` says otherwise. Several can wait at once.
   */
  readonly inject: (index: number, fault: Fault | Interruption, of?: 'mutating' | 'all') => void
  /** Drops the faults that have not come yet. */
  readonly calm: () => void
  /** Answers 500 to every request for which `isRefused` is true, as `METHOD path`; the site never sees it. */
  readonly refuse: (isRefused: (request: string) => boolean) => void
  /** How many faults were suffered. */
  readonly injected: () => number
  /** Waits until the site has carried out all that came, also what nobody waits for any more. */
  readonly settled: () => Promise<void>
  readonly close: () => Promise<void>
}

/**
 * A proxy on the loopback address between Rensai and a WordPress that answers as `target`.
 *
 * @param watch called whenever the site has carried out a request that can change it, before the answer leaves
 */
export async function startFaultProxy(
  target: string,
  watch: (request: string) => Promise<void> = async () => {},
): Promise<FaultProxy> {
  const heard: string[] = []
  let mutating = 0
  let planned: { at: number; of: 'mutating' | 'all'; fault: Fault | Interruption }[] = []
  let injected = 0
  let isRefused: (request: string) => boolean = () => false
  const open = new Set<Promise<void>>()

  const writes = new Set<Promise<SiteAnswer>>()
  let watching = Promise.resolve()
  const site: Site = async (request, body) => {
    if (request.method === 'GET') return await ask(target, request, body)
    await watching
    const asking = ask(target, request, body).finally(() => writes.delete(asking))
    writes.add(asking)
    const answer = await asking
    // WordPress itself saves a post before its terms: nobody looks while it is at it.
    watching = watching.then(async () => {
      await Promise.allSettled(writes)
      await watch(`${request.method} ${request.url}`)
    })
    await watching
    return answer
  }
  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const body = await buffer(request).catch(() => undefined)
    // Who asks was killed before all of it was sent: no site would see that.
    if (body === undefined) return
    const isMutating = request.method !== 'GET'
    const at = { all: heard.length, mutating: isMutating ? mutating : -1 }
    heard.push(`${request.method} ${request.url}`)
    if (isMutating) mutating += 1
    if (isRefused(`${request.method} ${request.url}`)) return suffer('500', site, request, body, response)
    const due = planned.find((one) => one.at === at[one.of])
    if (due === undefined) return pass(site, request, body, response)
    planned = planned.filter((one) => one !== due)
    const { fault } = due
    injected += 1
    if (typeof fault === 'function') {
      let carriedOut: SiteAnswer | undefined
      const result = await fault(async () => {
        carriedOut = await site(request, body)
        return carriedOut
      })
      if (isFault(result)) return suffer(result, site, request, body, response)
      if (carriedOut !== undefined && result === carriedOut) return answerWith(carriedOut, response)
      return pass(site, request, body, response)
    }
    return suffer(fault, site, request, body, response)
  }
  const server = createServer((request, response) => {
    const work = serve(request, response).finally(() => open.delete(work))
    open.add(work)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mutating: () => mutating,
    requests: () => heard.length,
    heard: () => heard,
    inject: (index, fault, of = 'mutating') => {
      planned.push({ at: (of === 'all' ? heard.length : mutating) + index, of, fault })
    },
    calm: () => {
      planned = []
    },
    refuse: (refused) => {
      isRefused = refused
    },
    injected: () => injected,
    settled: async () => {
      while (open.size > 0) await Promise.allSettled(open)
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

const FAULTS: readonly Fault[] = ['reset-before', 'reset-after', 'truncated', 'hang', '429', '500', '502']

function isFault(value: unknown): value is Fault {
  return (FAULTS as readonly unknown[]).includes(value)
}

/** Has the site carry out a request. */
type Site = (request: IncomingMessage, body: Buffer) => Promise<SiteAnswer>

export interface SiteAnswer {
  readonly status: number
  readonly headers: Record<string, string>
  readonly body: Buffer
}

async function suffer(
  fault: Fault,
  site: Site,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  switch (fault) {
    case 'reset-before':
      request.socket.destroy()
      return
    case '429':
      response
        .writeHead(429, { 'retry-after': '1', 'content-type': 'text/html' })
        .end('<h1>Too Many Requests</h1>')
      return
    case '500':
      response
        .writeHead(500, { 'content-type': 'application/json' })
        .end('{"code":"internal_server_error","message":"<p>There has been a critical error.</p>"}')
      return
    case '502':
      response.writeHead(502, { 'content-type': 'text/html' }).end('<html><h1>502 Bad Gateway</h1></html>')
      return
  }
  const answer = await site(request, body)
  if (fault === 'hang') return
  if (fault === 'reset-after') {
    request.socket.destroy()
    return
  }
  const half = answer.body.subarray(0, answer.body.length / 2)
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(half)
}

async function pass(
  site: Site,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const answer = await site(request, body).catch(() => undefined)
  if (answer === undefined) {
    request.socket.destroy()
    return
  }
  answerWith(answer, response)
}

function answerWith({ status, headers, body }: SiteAnswer, response: ServerResponse): void {
  response.writeHead(status, headers).end(body)
}

/** Passes a request on to a WordPress. */
export async function ask(target: string, request: IncomingMessage, body: Buffer): Promise<SiteAnswer> {
  const { hostname, port } = new URL(target)
  // WordPress answers for the address it knows, so the host is that of the target.
  const outgoing = forward({
    hostname,
    port,
    method: request.method,
    path: request.url,
    headers: { ...request.headers, host: `${hostname}:${port}`, connection: 'close' },
  })
  outgoing.end(body)
  const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
  const answer = await buffer(incoming)
  const kept = ['content-type', 'x-wp-total', 'x-wp-totalpages']
  const headers = kept.flatMap((name) => {
    const value = incoming.headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return { status: incoming.statusCode ?? 502, headers: Object.fromEntries(headers), body: answer }
}
