import { expect, test } from 'vitest'
import type { RemotePost } from '../../src/site/types.ts'
import { type Marker, readMarker, writeMarker } from '../../src/sync/marker.ts'
import { settleOwnership } from '../../src/sync/ownership.ts'
import { article, owned, plan, planText, published, site } from '../helpers/planning.ts'

const publishers = { everywhere: new Set([1]), authors: new Map([['guest', 4]]) }

/** A post as publishing leaves it, its marker changed. */
async function marked(key: string, id: number, marker: Partial<Marker>, edited: Partial<RemotePost> = {}) {
  const post = published(await article(key), id)
  const own = readMarker(post.content)
  if (own === undefined) throw new Error('it was published')
  return { ...post, content: writeMarker(post.content, { ...own, ...marker }), ...edited }
}

/** Which posts are ours, and why others with a marker are not. */
function settle(posts: readonly RemotePost[]): object {
  const found = new Map(
    posts.flatMap((post): [number, Marker][] => {
      const marker = readMarker(post.content)
      return marker === undefined ? [] : [[post.id, marker]]
    }),
  )
  const { markers, strangers } = settleOwnership(posts, found, publishers)
  return {
    ours: [...markers.keys()],
    others: strangers.map(({ remote, reason }) => `${remote.id} ${reason}`),
  }
}

test('a post is ours where its author publishes here', async () => {
  const guest = await marked('guest', 6, { id: 6 }, { author: 4 })
  const forged = await marked('a', 7, { id: 7 }, { author: 4, status: 'draft' })
  expect(settle([await marked('a', 5, { id: 5 }), guest, forged])).toEqual({
    ours: [5, 6],
    others: ['7 author'],
  })
})

test('a block of an article that was pasted into an older post makes it no article', async () => {
  const older = await marked('a', 3, { id: 5 }, { slug: 'older' })
  expect(settle([older, await marked('a', 5, { id: 5 })])).toEqual({ ours: [5], others: ['3 copy'] })
  // The post itself is gone: the copy is not it all the same.
  expect(settle([older])).toEqual({ ours: [], others: ['3 copy'] })
})

test('of markers without an id the one in the post with its slug counts, then the lower id', async () => {
  const older = await marked('a', 3, {}, { slug: 'older' })
  expect(settle([older, await marked('a', 5, {})])).toEqual({ ours: [5], others: ['3 copy'] })
  expect(settle([await marked('a', 8, {}, { slug: 'x' }), await marked('a', 9, {}, { slug: 'y' })])).toEqual({
    ours: [8],
    others: ['9 copy'],
  })
})

test('what lies in the trash counts only where there is nothing else', async () => {
  const trashed = await marked('a', 3, { id: 3 }, { status: 'trash', slug: 'a__trashed' })
  expect(settle([trashed, await marked('a', 5, { id: 5 })])).toEqual({ ours: [5], others: ['3 copy'] })
  expect(settle([trashed])).toEqual({ ours: [3], others: [] })
})

test("another user's draft is named and nothing more; what was public stops its article", async () => {
  const a = await article('a')
  const draft = await marked('a', 7, { id: 7 }, { author: 4, slug: 'theirs', status: 'draft' })
  const text = planText([a], site([draft]))
  expect(text).toContain('+ post     a (publish)')
  expect(text).toContain('! stranger theirs: post 7 (https://blog.example/archives/7) of the user "4"')

  const live = { ...draft, status: 'publish' as const }
  const made = plan([a], site([live]), { adopt: true, overwrite: true })
  expect(made.changes).toEqual([])
  expect(made.conflicts).toMatchObject([{ id: 7, reason: 'foreign' }])
  const lookups = { edits: new Map(), pictures: new Map(), users: new Map([[4, 'hanako']]) }
  expect(planText([a], site([live]), {}, lookups)).toContain('"publishers": ["hanako"]')

  // Once she is named there, the post is ours.
  const team = { everywhere: new Set([1, 4]), authors: new Map() }
  expect(plan([a], { ...site([]), ...owned([live], team) }).drift).toMatchObject([
    { id: 7, fields: ['slug'] },
  ])
})

test("another user's post is adopted only where that user publishes here", async () => {
  const a = await article('a')
  const byHand = { ...published(a, 7), content: '<p>By hand.</p>', author: 4 }
  expect(plan([a], site([byHand])).conflicts).toMatchObject([{ reason: 'unmanaged' }])
  expect(plan([a], site([byHand]), { adopt: true })).toMatchObject({
    changes: [],
    conflicts: [{ reason: 'foreign' }],
  })
})
