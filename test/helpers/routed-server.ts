import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type Route = (request: IncomingMessage, response: ServerResponse) => void

export interface RoutedServer {
  readonly url: string
  readonly port: number
  /** `METHOD path` of every request, in the order of arrival. */
  readonly requests: string[]
  /** When each request arrived, milliseconds since 1970. */
  readonly times: number[]
  /** The most requests that were open at once. */
  readonly mostAtOnce: () => number
  readonly close: () => Promise<void>
}

/** A loopback server with a route for each path; what has none is 404. */
export async function startRoutedServer(
  routes: Readonly<Record<string, Route>>,
  host = '127.0.0.1',
): Promise<RoutedServer> {
  const requests: string[] = []
  const times: number[] = []
  let open = 0
  let most = 0
  const server = createServer((request, response) => {
    requests.push(`${request.method} ${request.url}`)
    times.push(Date.now())
    open += 1
    most = Math.max(most, open)
    response.on('close', () => {
      open -= 1
    })
    const route = routes[request.url ?? ''] ?? status(404)
    route(request, response)
  })
  server.listen(0, host)
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://${host}:${port}`,
    port,
    requests,
    times,
    mostAtOnce: () => most,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Answers with a status and headers, and no body. */
export function status(code: number, headers: Record<string, string> = {}): Route {
  return (_, response) => {
    response.writeHead(code, headers).end()
  }
}

/** Answers with a page. */
export function page(body: string | Buffer, headers: Record<string, string> = {}): Route {
  return (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html; charset=utf-8', ...headers }).end(body)
  }
}

/** Answers the first requests in turn, and all later ones as the last. */
export function inTurn(...routes: readonly Route[]): Route {
  let count = 0
  return (request, response) => {
    const route = routes[Math.min(count, routes.length - 1)]
    count += 1
    route?.(request, response)
  }
}
