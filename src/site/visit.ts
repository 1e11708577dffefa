import { FRESH_HEADERS, freshParameter } from './caches.ts'
import { explainFailure } from './network-failure.ts'
import { readWhole } from './read-whole.ts'

/** More than the index of any REST API and any page that stands in its place has, in bytes. */
const MOST = 16 * 1024 * 1024

/** An answer as it came, whatever its status. */
export interface Visited {
  /** What was asked for. */
  readonly address: string
  readonly response: Response
  readonly text: string
}

/**
 * Asks for an address as somebody who does not log in, once, past caches, and follows no redirect.
 *
 * @param site address of the site, for what is said of a failure
 * @param timeout longest wait, in milliseconds
 * @throws SiteError where no answer comes
 */
export async function visit(address: string, site: string, timeout: number): Promise<Visited> {
  const asked = new URL(address)
  for (const [name, value] of Object.entries(freshParameter())) asked.searchParams.set(name, value)
  try {
    const response = await fetch(asked, {
      redirect: 'manual',
      headers: { ...FRESH_HEADERS, accept: 'application/json, text/html;q=0.5' },
      signal: AbortSignal.timeout(timeout),
    })
    return {
      address,
      response,
      text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(await readWhole(response, MOST)),
    }
  } catch (error) {
    const route = `${asked.pathname.slice(new URL(site).pathname.replace(/\/$/, '').length)}`
    throw explainFailure({ method: 'get', url: site, route, error, timeout })
  }
}
