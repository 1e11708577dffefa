import { expect, test } from 'vitest'
import { planToText } from '../../src/report/plan.ts'
import { writeMarker } from '../../src/site/marker.ts'
import { hashFields } from '../../src/sync/fields.ts'
import { type PlanOptions, planChanges } from '../../src/sync/plan.ts'
import type { PostFields, RemotePost, RenderedPost, SiteState } from '../../src/types.ts'
import { renderMarkdown } from '../helpers/render-markdown.ts'

const url = 'https://blog.example'

/** An article whose file is `key`.md, published and without terms. */
async function article(
  key: string,
  changes: { slug?: string; title?: string; id?: number } = {},
): Promise<RenderedPost> {
  const [rendered] = await renderMarkdown([`Text of ${key}.`])
  if (rendered === undefined) return expect.unreachable()
  const post = { ...rendered.post, key, slug: key, title: key, status: 'publish' as const, ...changes }
  return { ...rendered, post, content: rendered.content }
}

/** The post that publishing an article left on the site, possibly edited since. */
function published(
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
    id,
    title: post.title,
    content: writeMarker(content, { key: post.key, base: hashFields(fields), stored: {} }),
    excerpt,
    slug: post.slug,
    status: post.status,
    date: '2025-12-22T11:00:00',
    modifiedGmt: '2025-12-22T02:00:00',
    categories: [1],
    tags: [],
    featuredMedia: 0,
    author: 1,
    sticky: false,
    commentStatus: 'open',
    format: 'standard',
    link: `${url}/archives/${id}`,
    permalinkTemplate: `${url}/archives/${id}`,
    ...edited,
  }
}

function site(posts: RemotePost[], isConfiguredSite = true): SiteState {
  const user = { id: 1, name: 'writer', capabilities: new Set<string>() }
  return { url, isConfiguredSite, user, terms: [], posts, media: new Map(), authors: new Map() }
}

function plan(rendered: RenderedPost[], state: SiteState, options: Partial<PlanOptions> = {}): string {
  const all = new Set(rendered.map(({ post }) => post.key))
  const categories = { configured: undefined, create: false }
  const defaults = {
    selected: all,
    now: 0,
    timezone: 'Asia/Tokyo',
    categories,
    adopt: false,
    overwrite: false,
  }
  const text = planToText(planChanges(rendered, state, { ...defaults, ...options }))
  // Colours are not what is tested.
  return text.replaceAll(new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g'), '')
}

test('what the site has as it is here needs nothing', async () => {
  const a = await article('a')
  expect(plan([a], site([published(a, 5)]))).toBe(
    'Nothing to do: https://blog.example has 1 article as here.',
  )
})

test('a renamed file stays the same post', async () => {
  const old = await article('old', { slug: 'kept' })
  const renamed = { ...old, post: { ...old.post, key: 'new' } }
  expect(plan([renamed], site([published(old, 5)]))).toContain('1 article as here')
})

test('a changed slug updates the same post', async () => {
  const a = await article('a')
  const moved = { ...a, post: { ...a.post, slug: 'moved' } }
  expect(plan([moved], site([published(a, 5)]))).toContain('~ post     moved: slug')
})

test('an id in front matter counts on the configured site and on no other', async () => {
  const a = await article('a', { id: 5 })
  const byHand = { ...published(a, 5), content: '<p>By hand.</p>', slug: 'by-hand' }
  expect(plan([a], site([byHand]))).toContain(
    'post 5 (https://blog.example/archives/5) was not published from here',
  )
  expect(plan([a], site([byHand], false))).toContain('+ post     a (publish)')
})

test('a slug that belongs to another article here is not taken from it', async () => {
  const a = await article('a')
  const b = await article('b', { slug: 'a' })
  expect(plan([a, b], site([published(a, 5)]))).toContain('conflict a: the slug belongs to post 5')
})

test('a post that was put into the trash in wp-admin is not published anew', async () => {
  const a = await article('a')
  const trashed = published(a, 5, { status: 'trash', slug: 'a__trashed' })
  expect(plan([a], site([trashed]))).toContain('! drift    a: slug, status edited in wp-admin, left alone')
  expect(plan([a], site([trashed]), { overwrite: true })).toContain('~ post     a: slug, status')
})

test('a copy made in wp-admin is left alone; the original stays ours', async () => {
  const a = await article('a')
  const copy = published(a, 9, { slug: 'a-2', title: 'Copy' })
  expect(plan([a], site([copy, published(a, 5)]))).toContain('1 article as here')
})

test('a category that nobody knows stops the plan with the nearest one', async () => {
  const a = await article('a')
  const filed = { ...a, post: { ...a.post, categories: [{ taxonomy: 'category' as const, name: 'Tols' }] } }
  const tools = { id: 3, taxonomy: 'category' as const, name: 'Tools', slug: 'tools', parent: 0 }
  expect(() => plan([filed], { ...site([]), terms: [tools] })).toThrow(
    'https://blog.example has no category "Tols".',
  )
  const configured = { configured: [{ name: 'Tols' }], create: false }
  expect(() => plan([filed], site([]), { categories: configured })).toThrow(
    'wp.config.json lists the category "Tols", but https://blog.example does not have it.',
  )
})

test('a link to an article that is left out of the run and not on the site stops the plan', async () => {
  const a = await article('a')
  const linking = { ...a, links: ['b'] }
  const b = await article('b')
  expect(() => plan([linking, b], site([]), { selected: new Set(['a']) })).toThrow(
    'links to b, which is neither on the site nor in this run.',
  )
})
