import { say } from '../language/say.ts'
import { freshExclusion } from './caches.ts'
import { SiteError } from './errors.ts'
import type { Answer, Http, Query } from './http.ts'
import { decodeList } from './wire.ts'

/** The most that WordPress gives at once; longer lists of ids or slugs make its Link header overflow some servers. */
export const PAGE_SIZE = 100

/** A host that answers more pages than these answers without end: no blog has a hundred thousand posts. */
const MOST_PAGES = 1_000

/**
 * Reads a whole list, page by page.
 *
 * WordPress tells the number of pages in X-WP-TotalPages; a proxy or cache in between may drop it, double it or make
 * it up. What cannot be right is not believed: then the list ends where WordPress says so itself, with an empty page
 * or the error rest_post_invalid_page_number. (That a proxy tells fewer
 * pages and fewer posts than there are, nobody can notice.)
 *
 * @param onAnswer told of each page that came
 * @throws SiteError where pages repeat each other or never end: of a short list posts would be taken for missing
 */
export async function readPages<T>(
  http: Http,
  route: string,
  query: Query,
  decodeItem: (item: unknown) => T,
  onAnswer: () => void = () => {},
): Promise<T[]> {
  const items = new Map<unknown, unknown>()
  const ask = async (page: number): Promise<Answer | undefined> => {
    const asked = { ...query, ...freshExclusion(), per_page: PAGE_SIZE, page }
    return await http.get(route, asked).catch((error: unknown) => {
      if (page > 1 && isBeyondEnd(error)) return undefined
      throw error
    })
  }
  const ahead = new Map<number, Promise<Answer | undefined>>()
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer = await (ahead.get(page) ?? ask(page))
    askAhead(page, answer?.headers, ahead, ask)
    onAnswer()
    const found = answer === undefined ? [] : decodeList(answer.body, (item) => item)
    // What is added or removed meanwhile moves single items to another page; a page of old ones alone is a copy.
    if (found.length > 0 && found.every((item) => items.has(idOf(item)))) throw repeats(http.url, route, page)
    for (const item of found) items.set(idOf(item), item)
    if (answer === undefined || isLast(page, found.length, answer.headers))
      return [...items.values()].map(decodeItem)
  }
  throw new SiteError(
    say`${http.url} has more than ${MOST_PAGES * PAGE_SIZE} of ${route}, or never says where they end.`,
    {
      advice: UNTRUSTED,
    },
  )
}

/** So many pages are asked for at once. */
const AT_ONCE = 4

/** Asks for the pages that follow, as far as the answer to one tells of them, and its two numbers agree. */
function askAhead(
  page: number,
  headers: Headers | undefined,
  ahead: Map<number, Promise<Answer | undefined>>,
  ask: (page: number) => Promise<Answer | undefined>,
): void {
  const [told = 0, total = 0] = ['x-wp-totalpages', 'x-wp-total'].map((name) => toCount(headers?.get(name)))
  if (told !== Math.ceil(total / PAGE_SIZE)) return
  const pages = Math.min(told, page + AT_ONCE, MOST_PAGES)
  for (let next = page + 1; next <= pages; next += 1) {
    if (ahead.has(next)) continue
    const asking = ask(next)
    // Whoever comes to that page is told what became of it.
    asking.catch(() => undefined)
    ahead.set(next, asking)
  }
}

/** What WordPress answers to a page after the last one (WP_REST_Posts_Controller::get_items). */
function isBeyondEnd(error: unknown): boolean {
  return error instanceof SiteError && error.status === 400 && /invalid_page_number$/.test(error.code ?? '')
}

/**
 * Whether no page follows, as far as the headers tell it believably; otherwise an empty page is the last. A page may
 * be short or empty although more follow: WordPress counts posts that the user may not read, and leaves them out.
 */
function isLast(page: number, found: number, headers: Headers): boolean {
  const [pages, total] = ['x-wp-totalpages', 'x-wp-total'].map((name) => toCount(headers.get(name)))
  if (pages !== undefined && page < pages) return false
  if (found === 0) return true
  // Of an empty list no page counts as one; any other disagreement is not WordPress's.
  return pages !== undefined && (total === undefined ? pages > 0 : Math.ceil(total / PAGE_SIZE) <= page)
}

function toCount(text: string | null | undefined): number | undefined {
  return /^\d{1,7}$/.test(text ?? '') ? Number(text) : undefined
}

/** Everything that WordPress lists has an id. */
function idOf(item: unknown): unknown {
  return typeof item === 'object' && item !== null && 'id' in item ? item.id : item
}

function repeats(url: string, route: string, page: number): SiteError {
  return new SiteError(say`${url} answered page ${page} of ${route} with what an earlier page held.`, {
    advice: UNTRUSTED,
  })
}

const UNTRUSTED = say`Something in front of WordPress, a cache or proxy, spoils its lists. Exempt /wp-json/ from it; nothing was sent.`
