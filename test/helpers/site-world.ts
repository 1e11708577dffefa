import type { TestSandbox } from './sandbox.ts'

const EVERY_STATUS = 'publish,future,draft,pending,private,trash'

interface WireItem {
  readonly id: number
  readonly slug: string
  readonly name: string
  /** Of categories only. */
  readonly parent?: number
  readonly status: string
  readonly date: string
  readonly title: { raw: string }
  readonly content: { raw: string }
  readonly excerpt: { raw: string }
  readonly categories: number[]
  readonly tags: number[]
  readonly featured_media: number
  readonly source_url: string
  readonly alt_text: string
}

/** The folder and month of an upload. */
const UPLOADS = /\/wp-content\/[^/]+\/\d+\/\d+(?=\/)/g

/** All that publishing leaves on a site, without the ids that differ from one time to the next. */
export interface SiteWorld {
  readonly posts: readonly Record<string, unknown>[]
  readonly terms: readonly string[]
  readonly media: readonly string[]
}

/** Reads the whole site but the post that WordPress brings along, the trash included. */
export async function readWorld({ rest, url }: Pick<TestSandbox, 'rest' | 'url'>): Promise<SiteWorld> {
  const list = (route: string): Promise<WireItem[]> =>
    rest<WireItem[]>('GET', `${route}${route.includes('?') ? '&' : '?'}per_page=100&orderby=id&order=asc`)
  const [posts, categories, tags, media] = await Promise.all([
    list(`/wp/v2/posts?context=edit&status=${EVERY_STATUS}`),
    list('/wp/v2/categories?hide_empty=0'),
    list('/wp/v2/tags?hide_empty=0'),
    list('/wp/v2/media?context=edit'),
  ])
  const ours = posts.filter(({ slug }) => !slug.startsWith('hello-world'))
  const names = new Map([...categories, ...tags].map(({ id, name }) => [id, name]))
  const pictures = new Map(media.map(({ id, slug }) => [id, slug]))
  const slugs = new Map(ours.map(({ id, slug }) => [id, slug]))
  const named = (found: ReadonlyMap<number, string>, id: number | string): string =>
    found.get(Number(id)) ?? `unknown ${id}`
  return {
    posts: ours
      .map((post) => ({
        slug: post.slug,
        status: post.status,
        date: post.date,
        title: post.title.raw,
        excerpt: post.excerpt.raw,
        categories: post.categories.map((id) => named(names, id)).sort(),
        tags: post.tags.map((id) => named(names, id)).sort(),
        featured: post.featured_media === 0 ? '' : named(pictures, post.featured_media),
        content: post.content.raw
          .replaceAll(url, '')
          .replaceAll(UPLOADS, '')
          .replace(/ ?"?metadata"?:\{"rensai":\{"key":"([^"]*)"[^}]*\}\}/, ' $1')
          .replace(/\/archives\/(\d+)/g, (_, id: string) => `/archives/${named(slugs, id)}`)
          .replace(
            /(wp-image-|"id":)(\d+)/g,
            (_, before: string, id: string) => before + named(pictures, id),
          ),
      }))
      .sort((a, b) => a.slug.localeCompare(b.slug, 'en')),
    terms: [...categories, ...tags]
      .map(({ name, slug, parent }) => `${name} (${slug})${parent ? ` in ${named(names, parent)}` : ''}`)
      .sort(),
    media: media
      .map(
        ({ slug, alt_text: alt, source_url: source }) =>
          `${slug} ${alt} ${source.replace(url, '').replace(UPLOADS, '')}`,
      )
      .sort(),
  }
}
