import { once } from 'node:events'
import http, { type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { Readable } from 'node:stream'
import { createBrotliDecompress, createUnzip } from 'node:zlib'
import { type AddressGuard, createAddressGuard } from './address-guard.ts'

/** What a server said to one request. */
export interface Answer {
  readonly status: number
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string | undefined>>
  /** Only of a GET that asked for it; `undefined` where there is too much of it. */
  readonly body: Buffer | undefined
}

export interface Asking {
  readonly method: 'HEAD' | 'GET'
  readonly wantsBody: boolean
  readonly signal: AbortSignal
}

export interface Requester {
  /**
   * Sends one request; redirects are answers like any other.
   *
   * @throws PrivateAddressError, or Node's own errors with their `code`
   */
  readonly ask: (url: URL, asking: Asking) => Promise<Answer>
  /** Closes what connections are kept open. */
  readonly close: () => void
}

/** No page that people read is longer; what is behind that is not searched for sections. */
const MAX_BODY_BYTES = 8_000_000

/**
 * Makes what sends the requests.
 *
 * Node's own client is used for its `lookup`: an address is judged at the moment of connecting to it.
 *
 * @param options.allowAddresses private addresses and ranges that may be asked all the same
 * @param options.userAgent what servers are told about us
 */
export function createRequester(options: {
  readonly allowAddresses: readonly string[]
  readonly userAgent: string
}): Requester {
  const guard = createAddressGuard(options.allowAddresses)
  const agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  }
  return {
    ask: async (url, asking) => {
      guard.assertHost(url)
      const response = await send(url, asking, guard, agents, options.userAgent)
      const headers = Object.fromEntries(
        Object.entries(response.headers).map(([name, value]) => [name, [value].flat()[0]]),
      )
      const body = asking.wantsBody ? await readBody(response) : undefined
      // The rest of the page is not wanted; waiting for it would cost more than another connection.
      if (asking.method === 'GET') response.destroy()
      else response.resume()
      return { status: response.statusCode ?? 0, headers, body }
    },
    close: () => {
      for (const agent of Object.values(agents)) agent.destroy()
    },
  }
}

async function send(
  url: URL,
  { method, signal }: Asking,
  { lookup }: AddressGuard,
  agents: { readonly 'http:': http.Agent; readonly 'https:': https.Agent },
  userAgent: string,
): Promise<IncomingMessage> {
  const headers = { 'user-agent': userAgent, accept: 'text/html,*/*;q=0.8', 'accept-encoding': 'identity' }
  const request =
    url.protocol === 'https:'
      ? https.request(url, { method, signal, headers, lookup, agent: agents['https:'] })
      : http.request(url, { method, signal, headers, lookup, agent: agents['http:'] })
  request.end()
  const [response] = (await once(request, 'response')) as [IncomingMessage]
  // An answer that breaks off while nobody reads it any more is no failure of ours.
  request.on('error', () => {})
  return response
}

async function readBody(response: IncomingMessage): Promise<Buffer | undefined> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of decompress(response)) {
    chunks.push(chunk)
    size += chunk.length
    if (size > MAX_BODY_BYTES) return undefined
  }
  return Buffer.concat(chunks)
}

/** Some servers compress whatever the request says. */
function decompress(response: IncomingMessage): Readable {
  const encoding = response.headers['content-encoding']
  const decoder =
    encoding === 'br'
      ? createBrotliDecompress()
      : encoding === 'gzip' || encoding === 'deflate'
        ? createUnzip()
        : undefined
  if (decoder === undefined) return response
  response.on('error', (error) => decoder.destroy(error))
  return response.pipe(decoder)
}
