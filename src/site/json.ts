import { say } from '../language/say.ts'
import type { RequestFacts } from './errors.ts'
import { describePage, SiteError } from './errors.ts'
import type { FoundJson } from './find-json.ts'
import { recogniseOutOfMemory } from './out-of-memory.ts'

/**
 * Reads the JSON of a good answer.
 *
 * @throws SiteError where there is no JSON: an HTML page from a cache, a login wall, or plain permalinks
 */
export function decodeJson(
  { text, found }: { readonly text: string; readonly found: FoundJson },
  facts: RequestFacts & { response: Response },
): unknown {
  if (found.kind === 'json') return found.value
  const { url, route, response } = facts
  const memory = recogniseOutOfMemory(url, text)
  if (memory !== undefined) throw new SiteError(memory.message, { ...memory, status: response.status })
  const isHtml = /^\s*</.test(text) || (response.headers.get('content-type') ?? '').includes('html')
  throw new SiteError(
    isHtml
      ? say`${url} answered ${route} with ${describePage(text)}, not with the REST API's JSON.`
      : say`${url} answered ${route} with something that is not JSON.`,
    {
      status: response.status,
      advice: say`Is WP_URL the address of the WordPress blog itself? A login wall, a maintenance page or a cache plugin may stand before the REST API.`,
    },
  )
}
