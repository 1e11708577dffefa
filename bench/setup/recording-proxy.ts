import { once } from 'node:events'
import { Agent, createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { performance } from 'node:perf_hooks'
import { buffer } from 'node:stream/consumers'
import { setTimeout as wait } from 'node:timers/promises'

/** One request and its answer, as the client saw them. */
export interface Exchange {
  readonly method: string
  readonly path: string
  readonly status: number
  /** Milliseconds of the clock of `performance`. */
  readonly start: number
  readonly end: number
  /** Bytes of the answer's body. */
  readonly received: number
}

export interface RecordingProxy {
  readonly url: string
  /** What went through since the last call, in the order of the answers. */
  readonly take: () => Exchange[]
  readonly close: () => Promise<void>
}

/**
 * Passes every request on to a WordPress and notes it.
 *
 * @param latency milliseconds that each request is on its way, as to a host far off
 */
export async function startRecordingProxy(site: string, latency = 0): Promise<RecordingProxy> {
  const { hostname, port, host } = new URL(site)
  const agent = new Agent({ keepAlive: true })
  let exchanges: Exchange[] = []
  const pass = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const start = performance.now()
    const { method = 'GET', url: target = '/' } = request
    const body = await buffer(request)
    if (latency > 0) await wait(latency)
    // WordPress answers for the address that it knows.
    const headers = { ...request.headers, host }
    const outgoing = forward({ hostname, port, agent, method, path: target, headers })
    outgoing.end(body)
    const [incoming] = (await once(outgoing, 'response')) as [IncomingMessage]
    const answer = await buffer(incoming)
    const { statusCode: status = 502, headers: answered } = incoming
    const { 'transfer-encoding': _, connection: __, ...kept } = answered
    response.writeHead(status, { ...kept, 'content-length': answer.length }).end(answer)
    exchanges.push({
      method,
      path: target,
      status,
      start,
      end: performance.now(),
      received: answer.length,
    })
  }
  const server = createServer((request, response) => {
    pass(request, response).catch(() => request.socket.destroy())
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    take: () => {
      const taken = exchanges
      exchanges = []
      return taken
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
      agent.destroy()
    },
  }
}
