import { expect, test } from 'vitest'
import { article, frontMatterOf, plan, planText, published, site } from '../helpers/planning.ts'

test('what the site has as it is here needs nothing', async () => {
  const a = await article('a')
  expect(planText([a], site([published(a, 5)]))).toBe(
    'Nothing to do: https://blog.example has 1 article as here.',
  )
})

test('a renamed file stays the same post', async () => {
  const old = await article('old', { slug: 'kept' })
  const renamed = { ...old, post: { ...old.post, key: 'new' } }
  expect(planText([renamed], site([published(old, 5)]))).toContain('1 article as here')
})

test('a changed slug updates the same post', async () => {
  const a = await article('a')
  const moved = { ...a, post: { ...a.post, slug: 'moved' } }
  expect(planText([moved], site([published(a, 5)]))).toContain('~ post     moved: slug')
})

test('an id in front matter counts on the configured site and on no other', async () => {
  const a = await article('a', { id: 5 })
  const byHand = { ...published(a, 5), content: '<p>By hand.</p>', slug: 'by-hand' }
  expect(planText([a], site([byHand]))).toContain('post 5 (https://blog.example/archives/5) was not')
  expect(planText([a], site([byHand], false))).toContain('+ post     a (publish)')
})

test('a copied id never writes one article over the post of another', async () => {
  const a = await article('a')
  const b = await article('b', { id: 5 })
  const copied = plan([a, b], site([published(a, 5)]))
  expect(copied).toMatchObject({ changes: [], unchanged: [], refused: [{ key: 'a' }, { key: 'b' }] })
  expect(copied.refused[0]?.error.message).toBe(
    'posts/b.md has the id 5, but that post was published from posts/a.md.',
  )
  // Names that were exchanged, with their ids.
  const [other, moved] = [await article('a', { id: 6, slug: 'b' }), await article('b', { id: 5, slug: 'a' })]
  const two = site([published(a, 5), published(await article('b'), 6)])
  expect(planText([other, moved], two)).toMatch(/~ post {5}b: title[\s\S]*~ post {5}a: title/)
  // On another site ids mean nothing, and a file that is gone was renamed.
  expect(planText([a, b], site([published(a, 5)], false))).toContain('+ post     b (publish)')
  expect(planText([b], site([published(a, 5)]))).toContain('~ post     b: title, content, excerpt, slug')
})

test('a slug that belongs to another article here is not taken from it', async () => {
  const a = await article('a')
  const b = await article('b', { slug: 'a' })
  expect(planText([a, b], site([published(a, 5)]))).toContain('conflict a: the slug belongs to post 5')
})

test('a post that was put into the trash in wp-admin is not published anew', async () => {
  const a = await article('a')
  const trashed = published(a, 5, { status: 'trash', slug: 'a__trashed' })
  expect(planText([a], site([trashed]))).toContain(
    '! drift    a: slug, status edited in wp-admin, left alone',
  )
  expect(planText([a], site([trashed]), { overwrite: true })).toContain('~ post     a: slug, status')
})

test('a copy made in wp-admin is left alone; the original stays ours', async () => {
  const a = await article('a')
  const copy = published(a, 9, { slug: 'a-2', title: 'Copy' })
  expect(planText([a], site([copy, published(a, 5)]))).toBe(`Plan for https://blog.example:
  ! stranger a-2: post 9 (https://blog.example/archives/9) is a copy of what "a"
             was published as; left alone
0 to create, 0 to update, 1 unchanged; 0 pictures and 0 terms to add`)
})

test('a category that nobody knows holds its article back, with the nearest one, and no other', async () => {
  const [a, b] = [await article('a'), await article('b')]
  const filed = {
    ...a,
    post: {
      ...a.post,
      categories: [{ taxonomy: 'category' as const, name: 'Tols' }],
      frontMatter: frontMatterOf('---\ntitle: a\ncategories:\n  - Tols\n---\n'),
    },
  }
  const tools = { id: 3, taxonomy: 'category' as const, name: 'Tools', slug: 'tools', parent: 0 }
  expect(planText([filed, b], { ...site([]), terms: [tools] })).toBe(`Plan for https://blog.example:
  + post     b (publish)
  ! refused  a: posts/a.md:4:5: https://blog.example has no category "Tols".
      Did you mean "Tools"?
1 to create, 0 to update, 0 unchanged; 0 pictures and 0 terms to add; 1 refused`)
  const configured = { configured: [{ name: 'Tols' }], create: false }
  expect(planText([filed], site([]), { categories: configured })).toContain(
    'posts/a.md:4:5: wp.config.json lists the category "Tols", but',
  )
})

test('an article that is refused keeps its slug, which another one waits for in vain', async () => {
  const [a, b, c] = [await article('a'), await article('b'), await article('c')]
  const state = site([published(a, 5), published(b, 6), published(c, 7)])
  const moved = {
    ...a,
    post: {
      ...a.post,
      slug: 'elsewhere',
      categories: [{ taxonomy: 'category' as const, name: 'Nobody knows it' }],
    },
  }
  const take = (item: typeof a, slug: string) => ({ ...item, post: { ...item.post, slug } })
  const { changes, refused, conflicts } = plan([moved, take(b, 'a'), take(c, 'b')], state)
  expect(changes).toEqual([])
  expect(refused).toMatchObject([{ key: 'a', slug: 'elsewhere', id: 5 }])
  expect(conflicts).toMatchObject([
    { key: 'b', reason: 'slug-taken', holder: { id: 5 } },
    { key: 'c', reason: 'slug-taken', holder: { id: 6 } },
  ])
})
