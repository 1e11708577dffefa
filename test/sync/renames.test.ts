import { expect, test } from 'vitest'
import { article, plan, published, site } from '../helpers/planning.ts'

const body = `最初の段落です。Copilot が応答しないときの話をします。

次の段落では、原因を順に説明します。ネットワークの問題が多いです。

最後に、直し方をまとめます。再起動だけで直ることもあります。`

test('a file under a new name is the same post, and its address follows', async () => {
  const old = await article('old', { title: '題名' }, body)
  const renamed = await article('new', { title: '題名' }, body)
  expect(plan([renamed], site([published(old, 5)]))).toMatchObject({
    changes: [{ kind: 'update-post', before: { id: 5 }, after: { key: 'new' }, fields: ['slug'] }],
    orphans: [],
    refused: [],
  })
  // Another title and the same texts, or the same title and most of the texts.
  const retitled = await article('new', { title: '別の題名' }, body)
  expect(plan([retitled], site([published(old, 5)])).changes).toMatchObject([{ fields: ['title', 'slug'] }])
  const edited = await article('new', { title: '題名' }, body.replace('多いです', '多いようです'))
  expect(plan([edited], site([published(old, 5)])).changes).toMatchObject([{ kind: 'update-post' }])
})

test('where it is not certain nothing is created, and what to write is told', async () => {
  const old = published(await article('old', { title: '題名' }, body), 5)
  const alike = await article('new', { title: '別の題名' }, body.replace('最初の', '一番目の'))
  const made = plan([alike], site([old]), { orphans: { matches: () => true, prune: false } })
  expect(made.changes).toEqual([])
  expect(made.orphans).toMatchObject([{ id: 5 }])
  expect(made.refused[0]?.error.message).toBe(
    'posts/new.md may be an old article under a new name: its file is gone, and much is alike in post 5 (https://blog.example/archives/5), published from "old".',
  )
  expect(made.refused[0]?.error.advice).toContain('write "id: 5" into its front matter')
  // Which says so.
  const told = { ...alike, post: { ...alike.post, id: 5 } }
  expect(plan([told], site([old])).changes).toMatchObject([{ kind: 'update-post', before: { id: 5 } }])

  // Two files that could each be it, and one that could be either of two posts.
  const [one, two] = [
    await article('one', { title: '題名' }, body),
    await article('two', { title: '題名' }, body),
  ]
  expect(plan([one, two], site([old]))).toMatchObject({
    changes: [],
    refused: [{ key: 'one' }, { key: 'two' }],
  })
  const twin = published(await article('other', { title: '題名' }, body), 6)
  expect(plan([one], site([old, twin]))).toMatchObject({ changes: [], refused: [{ key: 'one' }] })
})

test('a new article beside a post whose file is gone is new', async () => {
  const old = published(await article('old', { title: '題名' }, body), 5)
  const fresh = await article('new', { title: '別の話' }, 'まったく違う話題について書いた、新しい記事です。')
  expect(plan([fresh], site([old])).changes).toMatchObject([{ kind: 'create-post' }])
})

test('a file of the same name in another folder takes nothing over', async () => {
  const theirs = published(await article('intro', { title: 'はじめに' }, body), 5)
  const ours = await article(
    'intro',
    { title: 'Introduction' },
    'A text in another folder, about something else.',
  )
  for (const options of [{}, { overwrite: true }, { adopt: true }]) {
    const made = plan([ours], site([theirs]), options)
    expect(made.changes).toEqual([])
    expect(made.refused[0]?.error.message).toContain('posts/intro.md has nothing in common with post 5')
  }
  const told = { ...ours, post: { ...ours.post, id: 5 } }
  expect(plan([told], site([theirs])).changes).toMatchObject([{ kind: 'update-post' }])
  // An article that was edited is still itself.
  const edited = await article('intro', { title: '序' }, body.replace('最初の', '一番目の'))
  expect(plan([edited], site([theirs])).changes).toMatchObject([{ kind: 'update-post' }])
})

test('a post that was deleted for good is not published again without a word', async () => {
  const a = await article('a')
  const state = { ...site([]), remembered: new Map([['a', { id: 5, slug: 'a' }]]) }
  expect(plan([a], state)).toMatchObject({ changes: [], refused: [{ key: 'a' }] })
  expect(plan([a], state).refused[0]?.error.message).toBe(
    'posts/a.md was published as post 5, which https://blog.example has no more.',
  )
  expect(plan([a], state, { adopt: true }).changes).toMatchObject([{ kind: 'create-post' }])
  const moved = { ...a, post: { ...a.post, slug: 'b' } }
  expect(plan([moved], state).changes).toMatchObject([{ kind: 'create-post' }])
})

test('a remembered post that lost its marker and its slug is no new article', async () => {
  const a = await article('a')
  const bare = { ...published(a, 5), slug: 'theirs', content: '<p>Theirs.</p>' }
  const state = { ...site([bare]), remembered: new Map([['a', { id: 5, slug: 'a' }]]) }
  expect(plan([a], state)).toMatchObject({ changes: [], conflicts: [{ id: 5, reason: 'unmanaged' }] })
})

test('an id that the site does not have is an error of its article', async () => {
  const [a, b] = [await article('a', { id: 99 }), await article('b')]
  const made = plan([a, b], site([]))
  expect(made.changes).toMatchObject([{ after: { key: 'b' } }])
  expect(made.refused[0]?.error.message).toContain('posts/a.md has the id 99')
})

test.each(['', 'Coming soon.'])('empty articles and stubs are not one for their text: "%s"', async (text) => {
  const old = published(await article('old', { title: 'An old one' }, text), 5)
  const fresh = await article('new', { title: 'A new one' }, text)
  expect(plan([fresh], site([old])).changes).toMatchObject([{ kind: 'create-post' }])
  const renamed = await article('new', { title: 'An old one' }, text)
  expect(plan([renamed], site([old])).changes).toMatchObject([{ kind: 'update-post', before: { id: 5 } }])
})

test('an article that was empty and gets another title is still itself', async () => {
  const empty = published(await article('a', { title: 'A' }, ''), 5)
  const written = await article('a', { title: 'B' }, body)
  const made = plan([written], site([empty]))
  expect([
    made.refused.map((one) => one.error.message),
    made.conflicts.map((one) => one.fields),
    made.drift.length,
  ]).toEqual([[], [], 0])
  expect(made.changes).toMatchObject([{ kind: 'update-post', before: { id: 5 } }])
})
