import type { Ask } from './rest-client.ts'
import { listAll } from './rest-client.ts'

/** What Rensai made of an article, with the names of its terms, for others to make the same. */
export interface Content {
  readonly title: string
  readonly slug: string
  readonly content: string
  readonly categories: readonly string[]
  readonly tags: readonly string[]
}

/** What the site has. */
export async function readContents(ask: Ask): Promise<Content[]> {
  const terms = new Map(
    [...(await listAll(ask, 'categories')), ...(await listAll(ask, 'tags'))].map(({ id, name }) => [
      Number(id),
      String(name),
    ]),
  )
  const named = (ids: unknown): string[] => (ids as number[]).map((id) => terms.get(id) ?? '')
  const fields = 'title.raw,slug,content.raw,categories,tags'
  return (await listAll(ask, 'posts', `&context=edit&_fields=${fields}`)).map((post) => ({
    title: (post.title as { raw: string }).raw,
    slug: String(post.slug),
    content: (post.content as { raw: string }).raw,
    categories: named(post.categories),
    tags: named(post.tags),
  }))
}
