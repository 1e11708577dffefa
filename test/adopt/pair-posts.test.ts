import { expect, test } from 'vitest'
import { pairPosts } from '../../src/adopt/pair-posts.ts'
import { guessesToText, pairsToText, withoutToText } from '../../src/report/adopt.ts'
import type { RemotePost } from '../../src/site/types.ts'
import { NOTHING_ELSE } from '../../src/sync/folder.ts'
import { removeMarker } from '../../src/sync/marker.ts'
import { stripColours } from '../helpers/output.ts'
import { article, published, site } from '../helpers/planning.ts'

/** A post that nobody published from here. */
async function foreign(slug: string, id: number, title = slug): Promise<RemotePost> {
  const post = published(await article(slug), id, { title })
  return { ...post, content: removeMarker(post.content) }
}

test('ids and slugs pair, titles are guesses, and two of one title are none', async () => {
  const own = await article('own')
  const rendered = [
    own,
    await article('by-slug'),
    await article('by-id', { id: 12 }),
    await article('renamed', { title: 'VS Code のエラー' }),
    await article('twin-a', { title: '同じ題' }),
    await article('one-of-two', { title: '二つある題' }),
    await article('new'),
  ]
  const posts = [
    published(own, 10),
    await foreign('by-slug', 11),
    await foreign('other', 12),
    await foreign('old-slug', 13, 'ＶＳ　Code のエラー'),
    await foreign('twin-1', 14, '二つある題'),
    await foreign('twin-2', 15, '二つある題'),
    await foreign('alone', 16),
    { ...(await foreign('', 17, '題なし')), status: 'draft' as const },
  ]
  const named = posts.filter(({ slug, id }) => slug === 'own' || slug === 'by-slug' || id === 12)
  const pairing = pairPosts(rendered, NOTHING_ELSE, site(named), posts, undefined)
  expect(pairing.own.map(({ key }) => key)).toEqual(['own'])
  expect(pairing.found.map(({ key, remote, hasId }) => [key, remote.id, hasId])).toEqual([
    ['by-slug', 11, false],
    ['by-id', 12, true],
  ])
  expect(pairing.guesses.map(({ key, remote }) => [key, remote.id])).toEqual([['renamed', 13]])
  expect(pairing.alone).toEqual(['posts/twin-a.md', 'posts/one-of-two.md', 'posts/new.md'])
  expect(pairing.without.map(({ id }) => id)).toEqual([13, 14, 15, 16, 17])
  const said = [
    pairsToText(pairing, new Map([['by-id', ['title', 'slug', 'content']]])),
    guessesToText(pairing, false),
    withoutToText(pairing, false),
  ]
  expect(stripColours(said.join('\n\n'))).toMatchInlineSnapshot(`
    "2 articles are posts that were not published from here:
      = posts/by-slug.md: post 11 (by its slug) says the same
      ~ posts/by-id.md: post 12 (by its id) differs in title, slug, content
    1 article published from here before.

    1 article may be a post of another slug. Where that is so, write its number as
    "id" into the front matter:
      ? posts/renamed.md: post 13 (https://blog.example/archives/13) has its title

    4 posts of the site have no article here:
      post 14, twin-1
      post 15, twin-2
      post 16, alone
      post 17, draft
    To bring them here: npm run pull -- --all"
  `)
})

test('an article with an error has its post, which is not called one without an article', async () => {
  const faulty = {
    ...{ key: 'broken', path: 'posts/broken.md', slug: 'broken', id: undefined },
    ...{ pair: undefined, language: undefined, isDraft: false, errors: 1 },
  }
  const post = await foreign('broken', 11)
  const folder = { faulty: [faulty], others: new Set<string>() }
  const pairing = pairPosts([], folder, site([post]), [post], undefined)
  expect(pairing).toMatchObject({ found: [], without: [] })
})

test('two articles of one title guess nothing, and words of a site are made harmless', async () => {
  const rendered = [await article('a', { title: '題' }), await article('b', { title: '題' })]
  const posts = [await foreign('c', 11, '題'), await foreign('d\u001b[31m', 12)]
  const pairing = pairPosts(rendered, NOTHING_ELSE, site([]), posts, undefined)
  expect(pairing.guesses).toEqual([])
  expect(withoutToText(pairing, true)).not.toContain('d\u001b')
})
