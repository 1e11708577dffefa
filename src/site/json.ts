import type { RequestFacts } from './errors.ts'
import { SiteError } from './errors.ts'

/**
 * Reads the JSON of a good answer. PHP warnings that a badly set-up server prints before it are passed over.
 *
 * @throws SiteError where there is no JSON: an HTML page from a cache, a login wall, or plain permalinks
 */
export function decodeJson(text: string, facts: RequestFacts & { response: Response }): unknown {
  for (const start of possibleStarts(text)) {
    try {
      return JSON.parse(text.slice(start))
    } catch {
      // Not the beginning yet: the text before the JSON can hold brackets, too.
    }
  }
  const { url, route, response } = facts
  const isHtml = /^\s*</.test(text) || (response.headers.get('content-type') ?? '').includes('html')
  throw new SiteError(
    isHtml
      ? `${url} answered ${route} with a web page, not with the REST API's JSON.`
      : `${url} answered ${route} with something that is not JSON.`,
    {
      status: response.status,
      advice:
        'Is WP_URL the address of the WordPress blog itself? A login wall, a maintenance page or a cache plugin may stand before the REST API.',
    },
  )
}

/** JSON answers of WordPress are objects or arrays; a handful of tries bounds the work on a long HTML page. */
function possibleStarts(text: string): number[] {
  const starts = [...text.slice(0, 20_000).matchAll(/[[{]/g)].map(({ index }) => index)
  return starts.slice(0, 50)
}
