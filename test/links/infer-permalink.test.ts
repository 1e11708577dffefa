import { expect, test } from 'vitest'
import { inferPermalink } from '../../src/links/infer-permalink.ts'

const HOME = 'https://blog.example/sub'

/** Posts of which the addresses are written by a function. */
function posts(path: (post: { id: number; slug: string; y: string; m: string; d: string }) => string) {
  return [
    { id: 549, slug: 'docker-network', y: '2026', m: '01', d: '05' },
    { id: 12, slug: 'エラー', y: '2025', m: '12', d: '22' },
    { id: 2026, slug: '2026', y: '2026', m: '01', d: '31' },
  ].map((post) => ({
    id: post.id,
    slug: post.slug,
    status: 'publish' as const,
    date: `${post.y}-${post.m}-${post.d}T09:08:07`,
    link: HOME + encodeURI(path(post)),
  }))
}

test.each<[string, Parameters<typeof posts>[0]]>([
  ['/archives/%post_id%', ({ id }) => `/archives/${id}`],
  ['/%postname%/', ({ slug }) => `/${slug}/`],
  ['/%year%/%monthnum%/%day%/%postname%/', ({ y, m, d, slug }) => `/${y}/${m}/${d}/${slug}/`],
  ['/%year%/%monthnum%/%postname%.html', ({ y, m, slug }) => `/${y}/${m}/${slug}.html`],
  ['/%category%/%postname%/', ({ id, slug }) => `/${id > 100 ? 'a' : 'b'}/${slug}/`],
  ['/index.php/%postname%', ({ slug }) => `/index.php/${slug}`],
])('%s is read from addresses', (structure, path) => {
  expect(inferPermalink(posts(path), HOME)).toBe(structure)
})

test.each<[string, Parameters<typeof posts>[0]]>([
  ['addresses with a query', ({ id }) => `/?p=${id}`],
  ['addresses of several forms', ({ id, slug }) => (id > 100 ? `/${slug}` : `/a/${slug}`)],
  ['addresses that tell no post', () => '/same/'],
])('nothing is read from %s', (_, path) => {
  expect(inferPermalink(posts(path), HOME)).toBeUndefined()
})

test('drafts and other sites tell nothing', () => {
  const all = posts(({ id }) => `/archives/${id}`)
  const drafts = all.map((post) => ({ ...post, status: 'draft' as const }))
  expect(inferPermalink([], HOME)).toBeUndefined()
  expect(inferPermalink(drafts, HOME)).toBeUndefined()
  expect(inferPermalink(all, 'https://other.example/x')).toBeUndefined()
})
