import { expect, test } from 'vitest'
import { writeReference } from '../../src/render/references.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { exitCodeOfPlan } from '../../src/report/exit-code.ts'
import type { FaultyArticle } from '../../src/sync/folder.ts'
import type { PlanOptions } from '../../src/sync/plan-posts.ts'
import { article, plan, planText, published, site } from '../helpers/planning.ts'

/** An article that nobody can render. */
function faulty(key: string, changes: Partial<FaultyArticle> = {}): FaultyArticle {
  const unsaid = { id: undefined, pair: undefined, language: undefined, isDraft: false, errors: 1 }
  return { key, path: `posts/${key}.md`, slug: key, ...unsaid, ...changes }
}

function linkingTo(item: RenderedPost, key: string): RenderedPost {
  const href = writeReference({ kind: 'post', key, value: 'link' })
  return {
    ...item,
    content: `${item.content}<!-- wp:paragraph -->\n<p><a href="${href}">${key}</a></p>\n<!-- /wp:paragraph -->`,
  }
}

/** The options of a run over articles, of which some have errors. */
function among(
  rendered: readonly RenderedPost[],
  broken: readonly FaultyArticle[],
  others: readonly string[] = [],
): Partial<PlanOptions> {
  const keys = [...rendered.map(({ post }) => post.key), ...broken.map(({ key }) => key)]
  return {
    selected: new Set(keys),
    folder: { faulty: broken, others: new Set(others) },
    orphans: { matches: () => true, prune: true },
  }
}

test('an article with an error is held back, with what would link to it in vain, and with nothing else', async () => {
  const [b, c, d] = [await article('b'), await article('c'), await article('d')]
  const rendered = [linkingTo(b, 'a'), linkingTo(c, 'b'), d]
  const options = among(rendered, [faulty('a', { errors: 2 })])
  expect(planText(rendered, site([]), options)).toBe(`Plan for https://blog.example:
  + post     d (publish)
  ! refused  a: posts/a.md has 2 errors, so it is held back.
      npm run check says what is wrong.
  ! refused  b: posts/b.md links to a, which is held back and not on the site.
      Mend that one, or take the link out.
  ! refused  c: posts/c.md links to b, which is held back and not on the site.
      Mend that one, or take the link out.
1 to create, 0 to update, 0 unchanged; 0 pictures and 0 terms to add; 3 refused`)
  expect(exitCodeOfPlan(plan(rendered, site([]), options))).toBe(1)
})

test('one that is on the site keeps its post, its address and its slug', async () => {
  const live = published(await article('a'), 5)
  const b = linkingTo(await article('b'), 'a')
  const rendered = [b, await article('c', { slug: 'a' }), await article('d', { id: 5 })]
  const made = plan(rendered, site([live]), among(rendered, [faulty('a')]))
  expect(made.orphans).toEqual([])
  expect(made.changes.map((change) => [change.kind, 'after' in change && change.after.key])).toEqual([
    ['create-post', 'b'],
  ])
  expect(made.refused.map(({ key, id }) => [key, id])).toEqual([
    ['a', 5],
    ['d', undefined],
  ])
  expect(made.refused[1]?.error.message).toBe(
    'posts/d.md has the id 5, but that post was published from posts/a.md.',
  )
  expect(made.conflicts.map(({ key, reason }) => [key, reason])).toEqual([['c', 'slug-taken']])
})

test('its post is found by its id and its slug, too, where its key is another', async () => {
  const old = published(await article('old'), 5, { slug: 'new' })
  const b = await article('b')
  for (const renamed of [faulty('new'), faulty('other', { id: 5 })]) {
    const made = plan([b], site([old]), among([b], [renamed]))
    expect(made.orphans).toEqual([])
    expect(made.changes.map(({ kind }) => kind)).toEqual(['create-post'])
  }
})

test('a file that is no article is there all the same: its post is no orphan', async () => {
  const b = await article('b')
  const state = site([published(await article('a'), 5), published(await article('gone'), 6)])
  expect(plan([b], state, among([b], [], ['a'])).orphans.map(({ key }) => key)).toEqual(['gone'])
})

test('a draft with errors stays here and is no failure, unless readers see the post that it is to hide', async () => {
  const a = faulty('a', { isDraft: true })
  expect(exitCodeOfPlan(plan([], site([]), among([], [a])))).toBe(0)
  const live = published(await article('a'), 5)
  expect(exitCodeOfPlan(plan([], site([{ ...live, status: 'draft' }]), among([], [a])))).toBe(0)
  expect(exitCodeOfPlan(plan([], site([live]), among([], [a])))).toBe(1)
})

test('a translation with an error keeps its pair waiting, unless it is public already', async () => {
  const ja = await article('x-jp', { pair: 'x', language: 'ja' })
  const en = faulty('x-en', { pair: 'x', language: 'en' })
  const waiting = { ...among([ja], [en]), waitForPair: true }
  expect(plan([ja], site([]), waiting).held).toEqual([
    { key: 'x-jp', slug: 'x-jp', pair: 'x', reason: '"x-en" has an error' },
  ])
  const there = published(await article('x-en'), 5)
  expect(plan([ja], site([there]), waiting).held).toEqual([])
})

test('of the articles that a run is not about nothing is said', async () => {
  const b = await article('b')
  const options = { ...among([b], [faulty('a')]), selected: new Set(['b']) }
  expect(plan([b], site([]), options).refused).toEqual([])
})
