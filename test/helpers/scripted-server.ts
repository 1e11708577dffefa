import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ScriptedServer {
  readonly url: string
  /** `METHOD path` of every request, in order. */
  readonly requests: readonly string[]
  readonly close: () => Promise<void>
}

/** A loopback server that answers the n-th request with the n-th script, and the last one ever after. */
export async function startScriptedServer(
  ...scripts: ((request: IncomingMessage, response: ServerResponse) => void)[]
): Promise<ScriptedServer> {
  const requests: string[] = []
  const server = createServer((request, response) => {
    const script = scripts[Math.min(requests.length, scripts.length - 1)]
    requests.push(`${request.method} ${request.url}`)
    request.resume()
    request.on('end', () => script?.(request, response))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    requests,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

/** Answers with a status, a body and headers. */
export function answer(status: number, body: unknown, headers: Record<string, string> = {}) {
  return (_: IncomingMessage, response: ServerResponse): void => {
    const text = typeof body === 'string' ? body : JSON.stringify(body)
    const type = typeof body === 'string' ? 'text/html' : 'application/json'
    response.writeHead(status, { 'content-type': type, ...headers }).end(text)
  }
}

/** Breaks the connection without an answer. */
export function hangUp(request: IncomingMessage): void {
  request.socket.destroy()
}
