import { expect, test } from 'vitest'
import type { PostStatus } from '../../src/posts/types.ts'
import { writeReference } from '../../src/render/references.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { hashFields } from '../../src/sync/fields.ts'
import { readMarker, writeMarker } from '../../src/sync/marker.ts'
import { article, plan, planText, published, site } from '../helpers/planning.ts'

/** An article that links to others. */
async function linking(
  key: string,
  to: readonly string[],
  changes: Parameters<typeof article>[1] = {},
): Promise<RenderedPost> {
  const item = await article(key, changes)
  const links = to.map((other) => writeReference({ kind: 'post', key: other, value: 'link' }))
  const content = `<p>${links.map((link) => `<a href="${link}">x</a>`).join(' ')} Text of ${key}.</p>`
  return { ...item, content, links: to }
}

const messages = (made: ReturnType<typeof plan>): string[] => made.refused.map(({ error }) => error.message)

test('a link to an article that is left out of the run and not on the site holds its article back', async () => {
  const [a, b] = [await linking('a', ['b']), await article('b')]
  const made = plan([a, b], site([]), { selected: new Set(['a']) })
  expect(made.changes).toEqual([])
  expect(messages(made)).toEqual(['posts/a.md links to b, which is neither on the site nor in this run.'])
})

test.each([
  ['trash', 'which is in the trash of the site'],
  ['draft', 'which has the status draft, so that its readers could not open it'],
  ['private', 'which has the status private, so that its readers could not open it'],
] as const)('a public article is not written with a link to what is in %s', async (status, why) => {
  const b = await article('b')
  const hidden = published(b, 6, { status, slug: status === 'trash' ? 'b__trashed' : 'b' })
  // New, and on the site already.
  for (const posts of [[hidden], [hidden, published(await article('a'), 5)]]) {
    const made = plan([await linking('a', ['b']), b], site(posts))
    expect(made.changes).toEqual([])
    const left = posts.length === 1 ? '' : ' It stays as it is on the site.'
    expect(messages(made)).toEqual([`posts/a.md links to b, ${why}.${left}`])
  }
  // One that is not public itself may link there.
  const draft = await linking('a', ['b'], { status: 'draft' })
  expect(plan([draft, b], site([hidden])).changes).toMatchObject([{ kind: 'create-post' }])
})

test('the status that is told is the one that the post will have, also where something else of it is written', async () => {
  const b = await article('b', {}, 'Another text.')
  const trashed = published(await article('b'), 6, { status: 'trash', slug: 'b__trashed' })
  const made = plan([await linking('a', ['b']), b], site([trashed]))
  expect(messages(made)).toEqual(['posts/a.md links to b, which is in the trash of the site.'])
})

test('what links to an article that is held back is held back, too', async () => {
  const items = [
    await linking('a', ['b']),
    await linking('b', ['c']),
    await article('c', { status: 'draft' }),
  ]
  const made = plan([...items, await article('d')], site([]))
  expect(made.changes.map((change) => ('after' in change ? change.after.key : ''))).toEqual(['c', 'd'])
  expect(made.refused.map(({ key }) => key)).toEqual(['b', 'a'])
})

test('articles that link to each other go public together', async () => {
  const items = [await linking('a', ['b']), await linking('b', ['a'])]
  expect(planText(items, site([]))).toContain('2 to create')
})

test('an article whose text is on the site already goes public only with what it links to', async () => {
  const [a, b] = [await linking('a', ['b']), await article('b')]
  const hidden = published(
    { ...a, content: '<p><a href="https://blog.example/archives/6">x</a> Text of a.</p>' },
    5,
  )
  // As a run leaves it that could not publish "b", which somebody was editing: all of it, and not public.
  const waiting = { ...hidden, status: 'draft' as const, content: withStatus(hidden.content, 'draft') }
  const edited = published(b, 6, { status: 'draft' })
  const now = { now: Date.parse('2026-01-01T00:00:00Z') }
  const made = plan([a, b], site([waiting, edited]), now)
  expect(made.changes).toEqual([])
  expect(messages(made)).toEqual([
    'posts/a.md links to b, which has the status draft, so that its readers could not open it. It stays as it is on the site.',
  ])
  expect(plan([a, b], site([waiting, published(b, 6)]), now).changes).toMatchObject([{ fields: ['status'] }])
})

/** The content with a marker that says with which status it was written. */
function withStatus(content: string, status: PostStatus): string {
  const marker = readMarker(content)
  if (marker === undefined) throw new Error('the content has no marker')
  return writeMarker(content, { ...marker, base: { ...marker.base, ...hashFields({ status }) } })
}

test('an edit elsewhere in a public article leaves its links as they are', async () => {
  const a = await linking('a', ['b'])
  const b = await article('b')
  const live = published(
    { ...a, content: '<p><a href="https://blog.example/archives/6">x</a> Text of a.</p>' },
    5,
  )
  const retitled = { ...a, post: { ...a.post, title: 'Another title' } }
  const made = plan([retitled, b], site([live, published(b, 6, { status: 'draft' })]))
  expect(made.changes).toMatchObject([{ kind: 'update-post', fields: ['title'] }])
})
