import { expect, test } from 'vitest'
import { FIELD_NAMES, type FieldName } from '../../src/fields/registry.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { parsePost } from '../../src/posts/read.ts'
import { valuesOf } from '../../src/pull/field-values.ts'
import { renderPosts } from '../../src/render/render.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { decodePost, encodePost } from '../../src/site/post-wire.ts'
import type { RemoteTerm } from '../../src/site/types.ts'
import { NO_LOOKUPS, planDetails } from '../../src/sync/details.ts'
import { hashFields, liveFields } from '../../src/sync/fields.ts'
import { writeMarker } from '../../src/sync/marker.ts'
import type { SiteState } from '../../src/sync/types.ts'
import { testConfig } from '../helpers/config.ts'
import { owned, plan } from '../helpers/planning.ts'
import { validatePosts } from '../helpers/sources.ts'

/** One field of a known post in each of its forms. */
interface Example {
  /** In the front matter. */
  readonly written?: string
  /** In the REST API, as published. */
  readonly published: object
  /** Its hash in the marker; those of a field that was published once never change. */
  readonly hash: string
  /** In the REST API, after somebody edited it. */
  readonly edited: object
  /** Both values in a plan; left out where that shows a diff. */
  readonly plan?: readonly [before: string, after: string]
  /** The key of the front matter and its value, after the edit was pulled. */
  readonly pulled?: readonly [key: string, value: string | readonly string[] | undefined]
}

const NOTE = '47171685-4dd5-8b78-9a23-a423abc97a75'
const CONTENT = `<!-- wp:paragraph -->
<p>Text with a note.<sup data-fn="${NOTE}" class="fn"><a href="#${NOTE}" id="${NOTE}-link">1</a></sup></p>
<!-- /wp:paragraph -->

<!-- wp:footnotes /-->`

/** The post as 0.1.0 published it, and what came later, in the order of plans and markers. */
const EXAMPLES: Readonly<Record<FieldName, Example>> = {
  title: {
    written: 'title: 題名 & more',
    published: { title: { raw: '題名 & more' } },
    hash: 'dd30b08b',
    edited: { title: { raw: '題名' } },
    plan: ['題名', '題名 & more'],
    pulled: ['title', '題名'],
  },
  content: {
    published: { content: { raw: CONTENT } },
    hash: '5fadee1d',
    edited: { content: { raw: CONTENT.replace('Text', 'Words') } },
  },
  excerpt: {
    written: 'excerpt: What it says.',
    published: { excerpt: { raw: 'What it says.' } },
    hash: 'ce3141c1',
    edited: { excerpt: { raw: ' Else. ' } },
    plan: [' Else. ', 'What it says.'],
    pulled: ['excerpt', 'Else.'],
  },
  slug: {
    written: 'slug: every-field',
    published: { slug: 'every-field' },
    hash: '95237abf',
    edited: { slug: '%e9%a1%8c' },
    plan: ['題', 'every-field'],
    pulled: ['slug', '題'],
  },
  status: {
    written: 'status: publish',
    published: { status: 'publish' },
    hash: '69201707',
    edited: { status: 'private' },
    plan: ['private', 'publish'],
    pulled: ['status', 'private'],
  },
  date: {
    written: 'date: 2025-12-22 11:00:00',
    published: { date: '2025-12-22T11:00:00' },
    hash: 'd1a368b8',
    edited: { date: '2025-12-23T11:00:00' },
    plan: ['2025-12-23 11:00:00', '2025-12-22 11:00:00'],
    pulled: ['date', '2025-12-23 11:00:00'],
  },
  categories: {
    written: 'categories: [Tools]',
    published: { categories: [3] },
    hash: '06d033ec',
    edited: { categories: [4, 3, 99] },
    plan: ['News, Tools, term 99', 'Tools'],
    pulled: ['categories', ['News', 'Tools']],
  },
  tags: {
    written: 'tags: [VS Code, 日本語]',
    // Their order means nothing.
    published: { tags: [8, 7] },
    hash: 'def4fe4f',
    edited: { tags: [] },
    plan: ['none', 'VS Code, 日本語'],
    pulled: ['tags', []],
  },
  featuredMedia: {
    written: 'featured_image: images/featured-502.png',
    published: { featured_media: 41 },
    hash: '3d914f93',
    edited: { featured_media: 42 },
    plan: ['attachment 42', 'images/featured-502.png'],
    pulled: ['featured_image', 'images/other.png'],
  },
  author: {
    written: 'author: writer',
    published: { author: 2 },
    hash: 'd4735e3a',
    edited: { author: 1 },
    plan: ['user 1', 'writer'],
    pulled: ['author', '1'],
  },
  sticky: {
    written: 'sticky: true',
    published: { sticky: true },
    hash: 'b5bea41b',
    edited: { sticky: false },
    plan: ['no', 'yes'],
    pulled: ['sticky', 'false'],
  },
  commentStatus: {
    written: 'comment_status: closed',
    published: { comment_status: 'closed' },
    hash: '02e31f51',
    edited: { comment_status: 'open' },
    plan: ['open', 'closed'],
    pulled: ['comment_status', 'open'],
  },
  pingStatus: {
    written: 'ping_status: closed',
    published: { ping_status: 'closed' },
    hash: '02e31f51',
    edited: { ping_status: 'open' },
    plan: ['open', 'closed'],
    pulled: ['ping_status', 'open'],
  },
  format: {
    written: 'format: aside',
    published: { format: 'aside' },
    hash: 'c5deba6c',
    edited: { format: 'standard' },
    plan: ['standard', 'aside'],
    pulled: ['format', 'standard'],
  },
  footnotes: {
    published: { meta: { footnotes: `[{"id":"${NOTE}","content":"The note."}]` } },
    hash: '7537bd39',
    edited: { meta: { footnotes: '' } },
  },
}

/** What 0.1.0 wrote into the markers of posts, in its order. */
const MARKER =
  '{"key":"every-field","title":"dd30b08b","content":"5fadee1d","excerpt":"ce3141c1","slug":"95237abf","status":"69201707","date":"d1a368b8","categories":"06d033ec","tags":"def4fe4f","featuredMedia":"3d914f93","author":"d4735e3a","sticky":"b5bea41b","commentStatus":"02e31f51","format":"c5deba6c","footnotes":"7537bd39"}'

/** The same with what came later. */
const MARKER_NOW = JSON.stringify({
  key: 'every-field',
  ...Object.fromEntries(Object.entries(EXAMPLES).map(([name, { hash }]) => [name, hash])),
})

const PUBLISHED = onSite(Object.values(EXAMPLES).map(({ published }) => published))

test('a field is hashed as ever, and stands in the marker in its place', () => {
  const post = decodePost(PUBLISHED)
  const base = hashFields(liveFields(post))
  expect(Object.keys(EXAMPLES)).toEqual(FIELD_NAMES)
  expect(JSON.stringify({ key: 'every-field', ...base })).toBe(MARKER_NOW)
  const { key, ...published } = JSON.parse(MARKER)
  expect(base).toMatchObject(published)
  const marked = withMarker(PUBLISHED, MARKER)
  expect(writeMarker(CONTENT, { key, base: published, stored: {} })).toBe(marked.content.raw)
})

test('a post that 0.1.0 published has nothing to be done, nor has one of today', async () => {
  const item = await rendered()
  for (const marker of [MARKER, MARKER_NOW]) {
    const { changes, unchanged, drift, conflicts } = planFor(item, withMarker(PUBLISHED, marker))
    expect({ changes, unchanged: unchanged.length, drift, conflicts }).toEqual({
      changes: [],
      unchanged: 1,
      drift: [],
      conflicts: [],
    })
  }
})

test('what is written is what was read', () => {
  const { id: _, modified_gmt: __, link: ___, ...fields } = PUBLISHED
  const { title, content, excerpt, ...same } = fields as typeof fields & Record<string, { raw: string }>
  const texts = { title: title?.raw, content: content.raw, excerpt: excerpt?.raw }
  expect(encodePost(liveFields(decodePost(PUBLISHED)), 'it')).toEqual({ ...same, ...texts })
})

test.each(Object.entries(EXAMPLES) as [FieldName, Example][])(
  'an edit of %s in wp-admin is drift of that field alone, is shown and can be pulled',
  async (name, example) => {
    const item = await rendered()
    const remote = withMarker(onSite([PUBLISHED, example.edited]), MARKER_NOW)
    const made = planFor(item, remote)
    expect(made.changes).toEqual([])
    expect(made.drift.map(({ fields }) => fields)).toEqual([[name]])

    const [shown] =
      planDetails(made, siteWith(item, remote), [item], NO_LOOKUPS).left.get('every-field')?.fields ?? []
    if (example.plan !== undefined) expect([shown?.before, shown?.after]).toEqual(example.plan)

    const pulled = valuesOf([name], liveFields(decodePost(remote)), {
      term: (id) => TERMS.find((term) => term.id === id),
      picture: (id) => (id === 42 ? 'images/other.png' : undefined),
    })
    expect([...pulled]).toEqual(example.pulled === undefined ? [] : [example.pulled])
  },
)

const TERMS: readonly RemoteTerm[] = [
  { id: 3, taxonomy: 'category', name: 'Tools', slug: 'tools', parent: 0 },
  { id: 4, taxonomy: 'category', name: 'News', slug: 'news', parent: 0 },
  { id: 7, taxonomy: 'post_tag', name: 'VS Code', slug: 'vs-code', parent: 0 },
  { id: 8, taxonomy: 'post_tag', name: '日本語', slug: 'ja', parent: 0 },
]

/** A post of the REST API with these parts, later ones before earlier ones. */
function onSite(parts: readonly object[]) {
  const post = { content: { raw: '' } }
  Object.assign(post, ...parts)
  return { ...post, id: 5, modified_gmt: '2025-12-22T02:00:00', link: 'https://blog.example/archives/5' }
}

function withMarker(post: ReturnType<typeof onSite>, marker: string): ReturnType<typeof onSite> {
  const opening = '<!-- wp:paragraph -->'
  const raw = post.content.raw.replace(opening, `<!-- wp:paragraph {"metadata":{"rensai":${marker}}} -->`)
  return { ...post, content: { raw } }
}

function planFor(item: RenderedPost, remote: object) {
  return plan([item], siteWith(item, remote), { now: Date.UTC(2026, 0, 1) })
}

function siteWith(item: RenderedPost, remote: object): SiteState {
  const featured = { id: 41, slug: 'p', url: 'https://blog.example/p.png', alt: '', caption: '', author: 2 }
  return {
    url: 'https://blog.example',
    isConfiguredSite: true,
    user: { id: 2, name: 'writer', capabilities: new Set() },
    terms: TERMS,
    ...owned([decodePost(remote)], { everywhere: new Set([1, 2]), authors: new Map() }),
    media: new Map(item.media.map(({ sha256 }) => [sha256, featured])),
    authors: new Map([['writer', 2]]),
    hasFootnotes: true,
  }
}

/** The article that says all of it. */
async function rendered(): Promise<RenderedPost> {
  const lines = Object.values(EXAMPLES).flatMap(({ written }) => written ?? [])
  const text = `---\n${lines.join('\n')}\n---\n\nText with a note.[^1]\n\n[^1]: The note.\n`
  const config = testConfig({ site: { url: 'https://blog.example' }, posts: '.' })
  const source = parsePost('every-field.md', text, config)
  const posts = await validatePosts([source], config)
  expect(source.file.messages.map(String)).toEqual([])
  const targets = createLinkTargets([], config)
  const [item] = await renderPosts(posts, config, (url, from) => targets(url, from.file.path))
  if (item === undefined) throw new Error('one article gives one post')
  return item
}
