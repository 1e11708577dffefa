import { removeMarker } from '../../src/sync/marker.ts'
import type { Lane } from './lane.ts'
import type { Rest } from './sandbox.ts'
import type { Seeded } from './seeded.ts'

/** What somebody may do to a post in wp-admin. */
const DEEDS = [
  'title',
  'content',
  'first block',
  'excerpt',
  'slug',
  'status',
  'tags',
  'featured media',
  'author',
  'trash',
  'trash and restore',
  'restore revision',
] as const

export type Deed = (typeof DEEDS)[number] | 'take slug'

/** What people see of a post, without the marker. */
export interface SeenPost {
  readonly title: string
  readonly content: string
  readonly excerpt: string
  readonly slug: string
  readonly status: string
  readonly tags: string
  readonly featured: number
  readonly author: number
}

export type SeenField = keyof SeenPost

/** What somebody did, and to which post. */
export interface Done {
  readonly deed: Deed
  readonly id: number
  readonly before: SeenPost
  /** How the post was when it was saved. */
  readonly after: SeenPost
}

/** The slug that a person gives a post, which no article has. */
export const BY_HAND = 'by-hand'

interface WirePost {
  readonly id: number
  readonly slug: string
  readonly status: string
  readonly author: number
  readonly title: { readonly raw: string }
  readonly content: { readonly raw: string }
  readonly excerpt: { readonly raw: string }
  readonly tags: readonly number[]
  readonly featured_media: number
}

/** A post as people see it now. */
export async function seePost(id: number, rest: Rest): Promise<SeenPost> {
  return toSeen(await rest<WirePost>('GET', `/wp/v2/posts/${id}?context=edit`))
}

function toSeen(post: WirePost): SeenPost {
  return {
    title: post.title.raw,
    content: removeMarker(post.content.raw),
    excerpt: post.excerpt.raw,
    slug: post.slug,
    status: post.status,
    tags: post.tags.toSorted((a, b) => a - b).join(','),
    featured: post.featured_media,
    author: post.author,
  }
}

/** What differs between two sights of a post. */
export function changedFields(before: SeenPost, after: SeenPost): SeenField[] {
  return (Object.keys(after) as SeenField[]).filter((name) => before[name] !== after[name])
}

/** Texts of a post's revisions. */
export async function seeRevisions(
  id: number,
  rest: Rest,
): Promise<Pick<SeenPost, 'title' | 'content' | 'excerpt'>[]> {
  const route = `/wp/v2/posts/${id}/revisions?context=edit&per_page=100`
  const revisions = await rest<Pick<WirePost, 'title' | 'content' | 'excerpt'>[]>('GET', route)
  return revisions.map(({ title, content, excerpt }) => ({
    title: title.raw,
    content: removeMarker(content.raw),
    excerpt: excerpt.raw,
  }))
}

/** Another user of the lane's site, who may be given a post. */
async function otherUser({ wordpress: { rest } }: Pick<Lane, 'wordpress'>): Promise<number> {
  const [found] = await rest<{ id: number }[]>('GET', '/wp/v2/users?context=edit&roles=editor')
  if (found !== undefined) return found.id
  const { id } = await rest<{ id: number }>('POST', '/wp/v2/users', {
    username: 'editor',
    email: 'editor@example.org',
    password: crypto.randomUUID(),
    roles: ['editor'],
  })
  return id
}

/**
 * Somebody does one thing to one of the posts of the articles that exist by now, by the site itself; before there is
 * one, takes the slug of an article.
 *
 * @param slugs of all articles
 * @param likely id of the post that is being read or written at this moment
 * @returns `undefined` where it cannot be done to that post
 */
export async function doSomething(
  { wordpress: { rest } }: Pick<Lane, 'wordpress'>,
  slugs: readonly [string, ...string[]],
  likely: number | undefined,
  seeded: Seeded,
): Promise<Done | undefined> {
  const all = await rest<WirePost[]>(
    'GET',
    '/wp/v2/posts?context=edit&status=any&per_page=100&orderby=id&order=asc',
  )
  const [first, ...others] = all.filter(({ content }) => content.raw.includes('rensai'))
  const [deed, chance] = [seeded.pick(DEEDS), seeded.below(2)]
  if (first === undefined) return await takeSlug(seeded.pick(slugs), rest)
  const posts: [WirePost, ...WirePost[]] = [first, ...others]
  const drawn = seeded.pick(posts)
  const post = (chance === 0 ? posts.find(({ id }) => id === likely) : undefined) ?? drawn
  const isDone = await act(deed, post, rest, seeded)
  if (!isDone) return undefined
  return { deed, id: post.id, before: toSeen(post), after: await seePost(post.id, rest) }
}

async function takeSlug(slug: string, rest: Rest): Promise<Done> {
  const content = '<!-- wp:paragraph -->\n<p>By hand.</p>\n<!-- /wp:paragraph -->'
  const { id } = await rest<WirePost>('POST', '/wp/v2/posts', {
    title: 'By hand',
    slug,
    content,
    status: 'publish',
  })
  const after = await seePost(id, rest)
  return { deed: 'take slug', id, before: after, after }
}

/** @returns false where it cannot be done */
async function act(
  deed: (typeof DEEDS)[number],
  post: WirePost,
  rest: Rest,
  seeded: Seeded,
): Promise<boolean> {
  const save = async (fields: object): Promise<boolean> => {
    await rest('POST', `/wp/v2/posts/${post.id}`, fields)
    return true
  }
  const { raw } = post.content
  switch (deed) {
    case 'title':
      return await save({ title: 'A title by hand' })
    case 'content':
      return await save({
        content: `${raw}\n\n<!-- wp:paragraph -->\n<p>By hand.</p>\n<!-- /wp:paragraph -->`,
      })
    case 'first block':
      // With it goes the marker.
      return await save({ content: '<!-- wp:paragraph -->\n<p>Anew by hand.</p>\n<!-- /wp:paragraph -->' })
    case 'excerpt':
      return await save({ excerpt: 'An excerpt by hand.' })
    case 'slug':
      return await save({ slug: BY_HAND })
    case 'status':
      return await save({
        status: seeded.pick(
          post.status === 'publish' ? ['draft', 'private'] : ['pending', 'private', 'publish'],
        ),
      })
    case 'tags': {
      const tags = await rest<{ id: number }[]>('GET', '/wp/v2/tags?hide_empty=0&per_page=100')
      return await save({ tags: post.tags.length > 0 ? [] : tags.map(({ id }) => id) })
    }
    case 'featured media': {
      const [media] = await rest<{ id: number }[]>('GET', '/wp/v2/media')
      return await save({ featured_media: post.featured_media === 0 ? media?.id : 0 })
    }
    case 'author':
      return await save({ author: await otherUser({ wordpress: { rest } as Lane['wordpress'] }) })
    case 'trash':
      await rest('DELETE', `/wp/v2/posts/${post.id}`)
      return true
    case 'trash and restore':
      await rest('DELETE', `/wp/v2/posts/${post.id}`)
      return await save({ status: post.status })
    case 'restore revision': {
      const revisions = await rest<WirePost[]>(
        'GET',
        `/wp/v2/posts/${post.id}/revisions?context=edit&per_page=100`,
      )
      const old = revisions.findLast(({ content }) => content.raw !== raw)
      if (old === undefined) return false
      // What wp_restore_post_revision does: the texts of the revision, its marker along with them.
      return await save({ title: old.title.raw, content: old.content.raw, excerpt: old.excerpt.raw })
    }
  }
}
