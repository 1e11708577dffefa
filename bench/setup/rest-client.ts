import type { Login } from './rensai.ts'

/**
 * Asks the REST API, as a script would that somebody writes for the purpose.
 *
 * @param route below /wp/v2/, with its query
 */
export type Ask = (method: string, route: string, body?: unknown) => Promise<unknown>

/** @throws Error where a request is refused, except for a term that is there already */
export function restClient({ url, username, appPassword }: Login): Ask {
  const authorization = `Basic ${Buffer.from(`${username}:${appPassword}`).toString('base64')}`
  return async (method, route, body) => {
    const response = await fetch(`${url}/wp-json/wp/v2/${route}`, {
      method,
      headers: { authorization, 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const answer = (await response.json()) as { code?: string; data?: { term_id?: number } }
    if (answer.code === 'term_exists') return { id: answer.data?.term_id }
    // What WordPress says of the page behind a last one that is full.
    if (answer.code === 'rest_post_invalid_page_number') return []
    if (!response.ok) throw new Error(`${method} ${route} is answered ${response.status}: ${answer.code}`)
    return answer
  }
}

/** The whole list, page by page. */
export async function listAll(ask: Ask, route: string, query = ''): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  for (let page = 1; ; page += 1) {
    const items = (await ask('GET', `${route}?per_page=100&page=${page}${query}`)) as typeof found
    found.push(...items)
    if (items.length < 100) return found
  }
}
