import type { Visited } from '../site/visit.ts'
import { sameSite } from '../standards/same-site.ts'

/** As browsers follow twenty, and a site that is set up in order none. */
const MOST = 5

/** Where an address led. */
export interface Journey {
  /** The answer at the end; itself a redirect where `isEndless`, or where it leads to another site. */
  readonly last: Visited
  /** Where each redirect led, in order, the unfollowed one among them. */
  readonly targets: readonly string[]
  readonly isEndless: boolean
}

/**
 * Follows redirects between the addresses of one host, with www and without, by http and https: another host gets no
 * request. Nothing of the login is sent.
 *
 * @param visit asks for one address
 */
export async function followRedirects(
  address: string,
  visit: (address: string) => Promise<Visited>,
): Promise<Journey> {
  const targets: string[] = []
  const seen = new Set([address])
  for (let last = await visit(address); ; last = await visit(targets.at(-1) ?? address)) {
    const target = targetOf(last)
    if (target === undefined) return { last, targets, isEndless: false }
    targets.push(target)
    if (seen.has(target) || targets.length > MOST) return { last, targets, isEndless: true }
    if (!isSameHost(address, target)) return { last, targets, isEndless: false }
    seen.add(target)
  }
}

/** The page of the web that an answer redirects to, without the parameter that keeps caches away, which it carries on. */
function targetOf({ address, response }: Visited): string | undefined {
  const location = response.headers.get('location')
  if (response.status < 300 || response.status > 399 || location === null) return undefined
  if (!URL.canParse(location, address)) return undefined
  const target = new URL(location, address)
  if (!/^https?:$/.test(target.protocol)) return undefined
  target.searchParams.delete('nocache')
  return target.href
}

/** By http and https the ports differ, too. */
function isSameHost(a: string, b: string): boolean {
  const [first, second] = [new URL(a), new URL(b)]
  for (const url of [first, second]) {
    url.port = ''
    url.pathname = ''
    url.search = ''
  }
  return sameSite(first.href, second.href)
}
