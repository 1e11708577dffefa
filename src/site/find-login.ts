import { decodeHTML } from 'entities'
import * as z from 'zod'
import { findJson } from './find-json.ts'
import { visit } from './visit.ts'

const wireUsers = z.array(z.object({ name: z.string(), slug: z.string() }))

/**
 * The login name of somebody whom readers know by another name, as far as the site tells everybody: WordPress makes the
 * address of an author from the login (wp_insert_user).
 *
 * @param url address of the site
 * @param shown the name that readers see
 * @param timeout longest wait, in milliseconds
 * @returns `undefined` where the site does not tell, knows nobody of that name, or the name may be the login itself
 */
export async function findLoginLike(
  url: string,
  shown: string,
  timeout: number,
): Promise<string | undefined> {
  const query = new URLSearchParams({ rest_route: '/wp/v2/users', search: shown, _fields: 'name,slug' })
  const found = await visit(`${url}/index.php?${query}`, url, timeout).catch(() => undefined)
  const json = findJson(found?.text ?? '')
  const users = wireUsers.safeParse(json.kind === 'json' ? json.value : undefined)
  if (found?.response.status !== 200 || !users.success) return undefined
  const slug = users.data.find(({ name }) => decodeHTML(name).trim() === shown.trim())?.slug
  return slug === undefined || slug === slugOf(shown) ? undefined : slug
}

/** Near enough to what WordPress makes of a login (sanitize_title): most users are shown by that name. */
function slugOf(login: string): string {
  return login
    .trim()
    .toLowerCase()
    .replace(/[^a-z\d_-]+/g, '-')
}
