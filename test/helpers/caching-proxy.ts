import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { ask, type SiteAnswer } from './fault-proxy.ts'

export interface CachingProxy {
  readonly url: string
  /** How many requests were answered from memory. */
  readonly hits: () => number
  /** How many requests came that can change the site. */
  readonly mutating: () => number
  readonly close: () => Promise<void>
}

/** What of an address such a cache goes by, or `undefined` for what it passes on. */
export type CacheKey = (address: URL) => string | undefined

/**
 * A proxy on the loopback address in front of a WordPress that keeps every good answer to a GET, with the login of
 * whoever asks, and never forgets one.
 */
export async function startCachingProxy(target: string, keyOf: CacheKey): Promise<CachingProxy> {
  const kept = new Map<string, SiteAnswer>()
  let hits = 0
  let mutating = 0
  const server = createServer(async (request, response) => {
    const body = await buffer(request)
    if (request.method !== 'GET') mutating += 1
    const key = request.method === 'GET' ? keyOf(new URL(request.url ?? '/', target)) : undefined
    const known = key === undefined ? undefined : kept.get(key)
    if (known !== undefined) hits += 1
    const answer = known ?? (await ask(target, request, body))
    if (key !== undefined && answer.status === 200) kept.set(key, answer)
    response.writeHead(answer.status, answer.headers).end(answer.body)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    hits: () => hits,
    mutating: () => mutating,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
