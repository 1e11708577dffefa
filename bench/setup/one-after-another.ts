import { performance } from 'node:perf_hooks'
import type { Sample } from '../bench.ts'
import type { Content } from './contents.ts'
import { type Ask, listAll } from './rest-client.ts'

/** Makes terms and posts by one POST after another, each term when it is first needed. */
export async function createEach(ask: Ask, posts: readonly Content[]): Promise<Sample> {
  return await timed(async () => {
    const termOf = rememberTerms(ask)
    for (const { categories, tags, ...post } of posts) {
      const terms: Record<string, number[]> = { categories: [], tags: [] }
      for (const name of categories) terms.categories?.push(await termOf('categories', name))
      for (const name of tags) terms.tags?.push(await termOf('tags', name))
      await ask('POST', 'posts?_fields=id', { ...post, ...terms, status: 'publish' })
    }
  })
}

/** Writes the content of posts that are there, by one POST after another. */
export async function updateEach(ask: Ask, posts: readonly Content[]): Promise<Sample> {
  const found = await listAll(ask, 'posts', '&_fields=id,slug')
  const ids = new Map(found.map(({ id, slug }) => [String(slug), Number(id)]))
  return await timed(async () => {
    for (const { slug, content } of posts) await ask('POST', `posts/${ids.get(slug)}?_fields=id`, { content })
  })
}

/** Remembers the ids of terms that were made. */
function rememberTerms(ask: Ask): (route: string, name: string) => Promise<number> {
  const ids = new Map<string, number>()
  return async (route, name) => {
    const known = ids.get(route + name)
    if (known !== undefined) return known
    const { id } = (await ask('POST', `${route}?_fields=id`, { name })) as { id: number }
    ids.set(route + name, id)
    return id
  }
}

export async function timed(work: () => Promise<unknown>): Promise<Sample> {
  const start = performance.now()
  await work()
  return { seconds: (performance.now() - start) / 1000 }
}
