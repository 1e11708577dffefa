import { randomInt } from 'node:crypto'
import { say } from '../language/say.ts'
import { SiteError } from './errors.ts'

/**
 * Caches in front of WordPress that keep answers of its REST API, also those to a login: page caches of hosts and
 * plugins, and proxies told to cache everything.
 */

/**
 * Headers of a read. Caches that go by RFC 9111 (5.2.1.4) ask WordPress again; a browser sends the same when a page
 * is loaded anew, so no firewall minds it.
 */
export const FRESH_HEADERS: Readonly<Record<string, string>> = { 'cache-control': 'no-cache' }

/**
 * A parameter that makes the address of each read a new one, for caches that do not ask. WordPress passes over
 * parameters that no route declares (WP_REST_Request::has_valid_params), and this one is none of its query variables.
 */
export function freshParameter(): Readonly<Record<'nocache', string>> {
  return { nocache: `${Date.now()}${String(randomInt(1_000_000)).padStart(6, '0')}` }
}

/**
 * The same for lists, by a parameter that a cache may not pass over even where it goes by WordPress's own parameters
 * alone: without an item whose number no site has ever reached, a list is what it is.
 */
export function freshExclusion(): Readonly<Record<'exclude', number>> {
  return { exclude: randomInt(1_000_000_000, 2 ** 31) }
}

/**
 * Whether an answer tells that a cache gave it without asking WordPress: by Age (RFC 9111, 5.1), or by the header of
 * a common cache. Of an address that was never asked for before, only a cache that ignores part of it has one.
 */
export function isFromCache(headers: Headers): boolean {
  const age = headers.get('age') ?? ''
  return (/^\d+$/.test(age) && Number(age) > 0) || HIT_HEADERS.some((name) => isHit(headers.get(name) ?? ''))
}

const HIT_HEADERS = ['x-cache', 'cf-cache-status', 'x-litespeed-cache', 'x-proxy-cache', 'x-fastcgi-cache']

/** `HIT`, `hit,private`, `MISS, HIT`, `Hit from cloudfront`; not `RefreshHit`, for which the site was asked. */
function isHit(value: string): boolean {
  return /\bhit\b/i.test(value)
}

/**
 * An answer that is older than what was asked; nothing may be concluded from it, so it ends the run.
 *
 * @param what the site does, after its address
 */
export function staleAnswer(url: string, what: string): SiteError {
  return new SiteError(say`${url} ${what}: a cache in front of WordPress gives old answers.`, {
    // Not one of the statuses that may pass: the cache would give the same again.
    status: 200,
    short: say`a cache gives old answers`,
    endsRun: true,
    advice: say`Exempt /wp-json/ (and index.php?rest_route=) from every cache of the site: the page cache of the host, a cache plugin, the CDN. Then run the command again; it goes on where it stopped.`,
  })
}
