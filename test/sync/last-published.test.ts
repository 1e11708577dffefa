import { expect, test } from 'vitest'
import type { ImageFile } from '../../src/posts/types.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import type { RemotePost } from '../../src/site/types.ts'
import { hashFields } from '../../src/sync/fields.ts'
import { writeMarker } from '../../src/sync/marker.ts'
import { SKELETON } from '../../src/sync/skeleton.ts'
import { article, plan, published, site } from '../helpers/planning.ts'

/** The draft that a run left which died before it completed it, possibly edited since. */
function drafted(item: RenderedPost, id: number, edited: Partial<RemotePost> = {}): RemotePost {
  const { title, slug, key } = item.post
  const base = hashFields({ title, slug, status: 'draft', content: SKELETON })
  const content = writeMarker(SKELETON, { key, base, stored: {} })
  return published(item, id, { content, excerpt: '', status: 'draft', ...edited })
}

async function tagged(): Promise<RenderedPost> {
  const a = await article('a')
  return { ...a, post: { ...a.post, tags: [{ taxonomy: 'post_tag' as const, name: 'Alpha' }] } }
}

test('a draft that nobody touched is completed', async () => {
  expect(plan([await tagged()], site([drafted(await tagged(), 5)])).changes).toMatchObject([
    { kind: 'create-term' },
    { kind: 'update-post', fields: ['content', 'excerpt', 'status', 'tags'] },
  ])
})

test.each<[string, Partial<RemotePost>]>([
  ['tags', { tags: [7, 8] }],
  ['excerpt', { excerpt: 'By hand.' }],
  ['slug', { slug: 'by-hand' }],
  ['slug', { slug: 'by-hand-2' }],
])(
  '%s that somebody gave a draft before it was completed stays, and nothing is written',
  async (name, edited) => {
    const made = plan([await tagged()], site([drafted(await tagged(), 5, edited)]))
    expect(made.changes.filter(({ kind }) => kind === 'update-post')).toEqual([])
    expect(made.conflicts).toMatchObject([{ reason: 'both-edited' }])
    expect(made.conflicts[0]?.fields).toContain(name)
  },
)

test('a featured picture that somebody gave a draft stays', async () => {
  const a = await tagged()
  const featuredMedia = { path: 'images/a.png', sha256: 'a'.repeat(64), alt: '' } as ImageFile
  const item = { ...a, post: { ...a.post, featuredMedia } }
  const made = plan([item], site([drafted(a, 5, { featuredMedia: 9 })]))
  expect(made.conflicts[0]?.fields).toEqual(['featuredMedia'])
})

test('a slug that WordPress gave a draft, since something else had the wanted one, is asked for again', async () => {
  const a = await article('a')
  expect(plan([a], site([drafted(a, 5, { slug: 'a-2' })])).changes).toMatchObject([
    { kind: 'update-post', fields: ['content', 'excerpt', 'slug', 'status'] },
  ])
})
