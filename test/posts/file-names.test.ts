import { afterEach, beforeEach, expect, test } from 'vitest'
import { openScratchProject, type ScratchProject } from '../helpers/scratch.ts'

let project: ScratchProject

beforeEach(async () => {
  project = await openScratchProject()
})

afterEach(() => project.remove())

const write = (name: string, keys = ''): Promise<void> =>
  project.write(`${name}.md`, `---\ntitle: 記事\nstatus: publish\n${keys}---\n\n本文。\n`)

async function posts() {
  const { made, said } = await project.compile()
  expect(said).toBe('')
  return (made?.rendered ?? []).map(({ post: { slug, date, language, pair } }) => ({
    slug,
    date,
    language,
    pair,
  }))
}

test.each([
  ['2026-01-05-my-article', '', 'my-article', '2026-01-05T00:00:00'],
  ['2026-01-05-my-article', 'date: 2026-02-01 09:00\n', 'my-article', '2026-02-01T09:00:00'],
  ['2026-01-05-my-article', 'publish_at: 2026-02-01 09:00\n', 'my-article', '2026-02-01T09:00:00'],
  ['2026-01-05-my-article', 'slug: other\n', 'other', '2026-01-05T00:00:00'],
  ['2026-01-05-my-article/index', '', 'my-article', '2026-01-05T00:00:00'],
  ['my-article', '', 'my-article', undefined],
  ['2026-01-05', '', '2026-01-05', undefined],
])('%s with %j has the slug %s and the date %s', async (name, keys, slug, date) => {
  await project.configure({ fileNames: { dated: true } })
  await write(name, keys)
  expect(await posts()).toMatchObject([{ slug, date }])
})

test('a date in a name is a part of the slug where the folder does not say that it is one', async () => {
  await write('2026-01-05-my-article')
  expect(await posts()).toMatchObject([{ slug: '2026-01-05-my-article', date: undefined }])
})

test('an index is called as its folder, in each language; at the top it is an article of that name', async () => {
  await project.configure({ languages: { ja: ['-ja', '.ja'], en: ['-en', '.en'] } })
  for (const name of ['one/index', 'two/index.ja', 'two/index.en', 'three.en', 'four/index-ja', 'index'])
    await write(name)
  expect(await posts()).toEqual([
    { slug: 'four-ja', date: undefined, language: 'ja', pair: 'four' },
    { slug: 'index', date: undefined, language: undefined, pair: undefined },
    { slug: 'one', date: undefined, language: undefined, pair: undefined },
    { slug: 'three-en', date: undefined, language: 'en', pair: 'three' },
    { slug: 'two-en', date: undefined, language: 'en', pair: 'two' },
    { slug: 'two-ja', date: undefined, language: 'ja', pair: 'two' },
  ])
})

test('the first part of a key is no folder where it is the name of them all', async () => {
  await project.configure({ name: 'blog' })
  await write('index')
  expect(await posts()).toMatchObject([{ slug: 'index' }])
})

test.each([
  ['My First Article', 'my-first-article'],
  ['C++ の話', 'c-の話'],
  ['v1.2', 'v1-2'],
])('the slug is what WordPress keeps of the name %s, where the folder says so', async (name, slug) => {
  await project.configure({ fileNames: { slugs: 'kept' } })
  await write(name)
  expect(await posts()).toMatchObject([{ slug }])
  await project.configure({})
  expect((await project.check()).said).toContain('slug-pattern')
})
