import { expect, test } from 'vitest'
import { createLinkTargets } from '../../src/links/targets.ts'
import { parsePost } from '../../src/posts/read.ts'
import { validatePosts } from '../../src/posts/validate.ts'
import { renderPosts } from '../../src/render/render.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { decodePost } from '../../src/site/post-wire.ts'
import type { RemoteTerm } from '../../src/site/types.ts'
import { hashFields, liveFields } from '../../src/sync/fields.ts'
import { writeMarker } from '../../src/sync/marker.ts'
import type { Plan } from '../../src/sync/plan-types.ts'
import type { SiteState } from '../../src/sync/types.ts'
import { testConfig } from '../helpers/config.ts'
import { plan } from '../helpers/planning.ts'

/** An article that says something of every field that front matter knew in 0.1.0. */
const ARTICLE = `---
title: 題名 & more
slug: every-field
status: publish
date: 2025-12-22 11:00:00
categories: [Tools]
tags: [VS Code, 日本語]
featured_image: images/featured-502.png
excerpt: What it says.
author: writer
sticky: true
comment_status: closed
format: aside
---

Text with a note.[^1]

[^1]: The note.
`

/** The marker that 0.1.0 wrote for it. */
const MARKER =
  '{"key":"every-field","title":"dd30b08b","content":"5fadee1d","excerpt":"ce3141c1","slug":"95237abf","status":"69201707","date":"d1a368b8","categories":"06d033ec","tags":"def4fe4f","featuredMedia":"3d914f93","author":"d4735e3a","sticky":"b5bea41b","commentStatus":"02e31f51","format":"c5deba6c","footnotes":"7537bd39"}'

/** What 0.1.0 left on a site: content with the marker as it wrote it, and every other field, in WordPress's words. */
const ON_SITE = {
  id: 5,
  title: { raw: '題名 & more' },
  content: {
    raw: `<!-- wp:paragraph {"metadata":{"rensai":${MARKER}}} -->\n<p>Text with a note.<sup data-fn="47171685-4dd5-8b78-9a23-a423abc97a75" class="fn"><a href="#47171685-4dd5-8b78-9a23-a423abc97a75" id="47171685-4dd5-8b78-9a23-a423abc97a75-link">1</a></sup></p>\n<!-- /wp:paragraph -->\n\n<!-- wp:footnotes /-->`,
  },
  excerpt: { raw: 'What it says.' },
  slug: 'every-field',
  status: 'publish',
  date: '2025-12-22T11:00:00',
  modified_gmt: '2025-12-22T02:00:00',
  categories: [3],
  tags: [8, 7],
  featured_media: 41,
  author: 2,
  sticky: true,
  comment_status: 'closed',
  format: 'aside',
  link: 'https://blog.example/archives/5',
  meta: { footnotes: '[{"id":"47171685-4dd5-8b78-9a23-a423abc97a75","content":"The note."}]' },
}

const TERMS: readonly RemoteTerm[] = [
  { id: 3, taxonomy: 'category', name: 'Tools', slug: 'tools', parent: 0 },
  { id: 7, taxonomy: 'post_tag', name: 'VS Code', slug: 'vs-code', parent: 0 },
  { id: 8, taxonomy: 'post_tag', name: '日本語', slug: 'ja', parent: 0 },
]

test('the hashes of every field, their names and their order are those that posts carry since 0.1.0', () => {
  const post = decodePost(ON_SITE)
  const base = hashFields(liveFields(post))
  const { key, ...published } = JSON.parse(MARKER)
  expect(base).toMatchObject(published)
  expect(Object.keys(base).filter((name) => name in published)).toEqual(Object.keys(published))
  expect(writeMarker(post.content, { key, base: published, stored: {} })).toBe(post.content)
})

test('a post that was published with 0.1.0 has nothing to be done', async () => {
  const { changes, unchanged, drift, conflicts } = await planned(ON_SITE)
  expect({ changes, unchanged: unchanged.length, drift, conflicts }).toEqual({
    changes: [],
    unchanged: 1,
    drift: [],
    conflicts: [],
  })
})

test.each<[string, object]>([
  ['title', { title: { raw: '題名' } }],
  ['content', { content: { raw: ON_SITE.content.raw.replace('Text', 'Words') } }],
  ['excerpt', { excerpt: { raw: '' } }],
  ['slug', { slug: 'another' }],
  ['status', { status: 'private' }],
  ['date', { date: '2025-12-23T11:00:00' }],
  ['categories', { categories: [3, 1] }],
  ['tags', { tags: [7] }],
  ['featuredMedia', { featured_media: 0 }],
  ['author', { author: 1 }],
  ['sticky', { sticky: false }],
  ['commentStatus', { comment_status: 'open' }],
  ['format', { format: 'standard' }],
  ['footnotes', { meta: { footnotes: '' } }],
])('%s edited in wp-admin since is drift of that field and no other', async (name, edited) => {
  const { changes, drift } = await planned({ ...ON_SITE, ...edited })
  expect({ changes, drift: drift.map(({ fields }) => fields) }).toEqual({ changes: [], drift: [[name]] })
})

async function planned(onSite: typeof ON_SITE): Promise<Plan> {
  const item = await rendered()
  const featured = { id: 41, slug: 'p', url: 'https://blog.example/p.png', alt: '', caption: '', author: 2 }
  const state: SiteState = {
    url: 'https://blog.example',
    isConfiguredSite: true,
    user: { id: 2, name: 'writer', capabilities: new Set() },
    terms: TERMS,
    posts: [decodePost(onSite)],
    media: new Map(item.media.map(({ sha256 }) => [sha256, featured])),
    authors: new Map([['writer', 2]]),
    hasFootnotes: true,
  }
  return plan([item], state, { now: Date.UTC(2026, 0, 1) })
}

async function rendered(): Promise<RenderedPost> {
  const config = testConfig({ site: { url: 'https://blog.example' }, posts: '.' })
  const source = parsePost('every-field.md', ARTICLE, config)
  const posts = await validatePosts([source], config)
  expect(source.file.messages.map(String)).toEqual([])
  const targets = createLinkTargets([], config)
  const [item] = await renderPosts(posts, config, (url, from) => targets(url, from.file.path))
  if (item === undefined) throw new Error('one article gives one post')
  return item
}
