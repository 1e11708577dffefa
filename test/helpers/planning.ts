import { VFile } from 'vfile'
import type { Post } from '../../src/posts/post.ts'
import { parsePost } from '../../src/posts/read.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { planToText } from '../../src/report/plan-text.ts'
import { decodePost } from '../../src/site/post-wire.ts'
import type { PostFields, RemotePost } from '../../src/site/types.ts'
import { NO_LOOKUPS, planDetails } from '../../src/sync/details.ts'
import { hashFields } from '../../src/sync/fields.ts'
import { type Marker, readMarker, writeMarker } from '../../src/sync/marker.ts'
import { type Publishers, settleOwnership } from '../../src/sync/ownership.ts'
import { planChanges } from '../../src/sync/plan.ts'
import type { PlanOptions } from '../../src/sync/plan-posts.ts'
import type { Plan } from '../../src/sync/plan-types.ts'
import type { Lookups, SiteState } from '../../src/sync/types.ts'
import { testConfig } from './config.ts'
import { stripColours } from './output.ts'
import { renderMarkdown } from './render-markdown.ts'

const url = 'https://blog.example'

/** An article whose file is `key`.md, published and without terms. */
export async function article(
  key: string,
  changes: Partial<Pick<Post, 'slug' | 'title' | 'id' | 'status' | 'pair' | 'language'>> = {},
  body = `Text of ${key}.`,
): Promise<RenderedPost> {
  const [rendered] = await renderMarkdown([body])
  if (rendered === undefined) throw new Error('one body gives one article')
  const file = new VFile({ path: `posts/${key}.md`, value: body })
  const post = { ...rendered.post, file, key, slug: key, title: key, status: 'publish' as const, ...changes }
  return { ...rendered, post, content: rendered.content }
}

/** What is written above a body, with its places in `text`. */
export function frontMatterOf(text: string): Post['frontMatter'] {
  return parsePost('a.md', text, testConfig({ site: { url } })).fields
}

/** The post that publishing an article left on the site, possibly edited since. */
export function published(
  { post, content, excerpt }: RenderedPost,
  id: number,
  edited: Partial<RemotePost> = {},
): RemotePost {
  const fields: PostFields = {
    title: post.title,
    content,
    excerpt,
    slug: post.slug,
    status: post.status,
    tags: [],
    featuredMedia: 0,
  }
  return {
    ...decodePost({
      id,
      title: { raw: post.title },
      content: { raw: writeMarker(content, { key: post.key, base: hashFields(fields), stored: {} }) },
      excerpt: { raw: excerpt },
      slug: post.slug,
      status: post.status,
      date: '2025-12-22T11:00:00',
      modified_gmt: '2025-12-22T02:00:00',
      categories: [1],
      author: 1,
      comment_status: 'open',
      link: `${url}/archives/${id}`,
    }),
    ...edited,
  }
}

export function site(posts: RemotePost[], isConfiguredSite = true): SiteState {
  const user = { id: 1, name: 'writer', capabilities: new Set<string>() }
  return { url, isConfiguredSite, user, terms: [], media: new Map(), authors: new Map(), ...owned(posts) }
}

/** What of a site follows from its posts, where nobody edited them but as they are. */
export function owned(
  posts: readonly RemotePost[],
  publishers: Publishers = { everywhere: new Set([1]), authors: new Map() },
): Pick<SiteState, 'posts' | 'markers' | 'strangers' | 'publishers' | 'kinds' | 'remembered'> {
  const found = posts.flatMap((post): [number, Marker][] => {
    const marker = readMarker(post.content)
    return marker === undefined ? [] : [[post.id, marker]]
  })
  const ownership = settleOwnership(posts, new Map(found), publishers)
  return { posts, ...ownership, publishers, kinds: new Map(), remembered: new Map() }
}

/** A plan with the options of a run without any. */
export function plan(
  rendered: readonly RenderedPost[],
  state: SiteState,
  options: Partial<PlanOptions> = {},
): Plan {
  return planChanges(rendered, state, {
    selected: new Set(rendered.map(({ post }) => post.key)),
    now: 0,
    timezone: 'Asia/Tokyo',
    name: undefined,
    categories: { configured: undefined, create: false },
    adopt: false,
    overwrite: false,
    ...options,
  })
}

/** The plan as people read it, colours removed. */
export function planText(
  rendered: readonly RenderedPost[],
  state: SiteState,
  options: Partial<PlanOptions> = {},
  lookups: Lookups = NO_LOOKUPS,
): string {
  const made = plan(rendered, state, options)
  return stripColours(planToText(made, planDetails(made, state, rendered, lookups), { html: false }))
}
