import { say } from '../language/say.ts'
import { SiteError } from './errors.ts'
import { MOST_BYTES, readWhole, TooLong, toMegabytes } from './read-whole.ts'

/** As many as browsers follow would be 20; files move once or twice, to https or to another folder. */
const MOST_REDIRECTS = 5

export interface DownloadOptions {
  /** Addresses of the site; only what is on one of their hosts is asked for. */
  readonly sites: readonly string[]
  /** Milliseconds for all of it. */
  readonly timeout: number
}

/**
 * A public file of the site as visitors get it, asked for once and without our login. The address comes from the
 * site, so nothing but the site's own hosts is ever asked, by a redirect neither.
 *
 * @returns the bytes; `undefined` where the site says that there is no such file
 * @throws SiteError where it cannot be read, so that nobody knows what it holds
 */
export async function download(address: string, options: DownloadOptions): Promise<Buffer | undefined> {
  const signal = AbortSignal.timeout(options.timeout)
  let at = address
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    if (!isOnSite(at, options.sites)) {
      const [site = ''] = options.sites
      throw unread(address, say`${hostOf(at) ?? ''} is not the host of ${site}`)
    }
    const answer = await ask(address, at, signal, options.timeout)
    if (answer === 'gone') return undefined
    if (Buffer.isBuffer(answer)) return answer
    at = answer.to
  }
  throw unread(address, say`it redirects more than ${MOST_REDIRECTS} times`)
}

async function ask(
  address: string,
  at: string,
  signal: AbortSignal,
  timeout: number,
): Promise<Buffer | 'gone' | { readonly to: string }> {
  try {
    const response = await fetch(at, { signal, redirect: 'manual' })
    const { status, headers } = response
    if (response.ok) return Buffer.from(await readWhole(response))
    await response.body?.cancel()
    if (status === 404 || status === 410) return 'gone'
    const location = headers.get('location')
    if (status >= 300 && status < 400 && location !== null && URL.canParse(location, at)) {
      return { to: new URL(location, at).href }
    }
    throw unread(address, say`the site answered ${status}`, { status })
  } catch (error) {
    if (error instanceof SiteError) throw error
    if (error instanceof TooLong) throw unread(address, say`it is larger than ${toMegabytes(MOST_BYTES)}`)
    if (signal.aborted) {
      throw unread(address, say`the site did not answer within ${timeout / 1000} s`, { status: undefined })
    }
    throw unread(address, say`the connection broke`, { status: undefined, cause: error })
  }
}

/** Whether an address is on a host of the site; by http and by https it is one host. */
function isOnSite(address: string, sites: readonly string[]): boolean {
  const host = hostOf(address)
  return host !== undefined && sites.some((site) => hostOf(site) === host)
}

/** The host with the port that is not its scheme's own; `undefined` where it is no address of the web. */
function hostOf(address: string): string | undefined {
  const url = URL.canParse(address) ? new URL(address) : undefined
  return url !== undefined && /^https?:$/.test(url.protocol) ? url.host : undefined
}

/**
 * A file that cannot be read now.
 *
 * @param options with a status of `undefined`, or one that may pass, it is worth asking again
 */
function unread(
  address: string,
  reason: string,
  options: { readonly status?: number | undefined; readonly cause?: unknown } = { status: 200 },
): SiteError {
  return new SiteError(say`${address} cannot be read: ${reason}.`, {
    ...options,
    short: reason,
    advice: say`Open the address in a browser: the file has to be public, on the host of the site itself.`,
  })
}
