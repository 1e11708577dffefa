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

/** Something that happens just before a request goes through. */
export type Interruption = () => unknown

export interface FaultProxy {
  readonly url: string
  /** The mutating requests that came, as `METHOD path`. */
  readonly mutating: readonly string[]
  /** Lets the n-th mutating request from now on (0 is the next) suffer a fault, or calls a function before it. */
  readonly inject: (index: number, fault: Fault | Interruption) => void
  /** How many faults were suffered. */
  readonly injected: () => number
  readonly close: () => Promise<void>
}

/** A proxy on the loopback address between Rensai and a WordPress that answers as `target`. */
export async function startFaultProxy(target: string): Promise<FaultProxy> {
  const mutating: string[] = []
  let planned: { at: number; fault: Fault | Interruption } | undefined
  let injected = 0

  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    if (request.method === 'GET') return pass(target, request, body, response)
    const index = mutating.push(`${request.method} ${request.url}`) - 1
    if (planned?.at !== index) return pass(target, request, body, response)
    const { fault } = planned
    injected += 1
    if (typeof fault === 'function') {
      await fault()
      return pass(target, request, body, response)
    }
    return suffer(fault, target, request, body, response)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    mutating,
    inject: (index, fault) => {
      planned = { at: mutating.length + index, fault }
    },
    injected: () => injected,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

async function suffer(
  fault: Fault,
  target: string,
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
        .writeHead(429, { 'retry-after': '0', 'content-type': 'text/html' })
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
  const answer = await ask(target, request, body)
  if (fault === 'hang') return
  if (fault === 'reset-after') {
    request.socket.destroy()
    return
  }
  const half = answer.body.subarray(0, answer.body.length / 2)
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(half)
}

async function pass(
  target: string,
  request: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): Promise<void> {
  const answer = await ask(target, request, body).catch(() => undefined)
  if (answer === undefined) {
    request.socket.destroy()
    return
  }
  response.writeHead(answer.status, answer.headers).end(answer.body)
}

async function ask(
  target: string,
  request: IncomingMessage,
  body: Buffer,
): Promise<{ status: number; headers: Record<string, string>; body: Buffer }> {
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
