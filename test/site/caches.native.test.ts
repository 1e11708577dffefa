import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { type CacheKey, type CachingProxy, startCachingProxy } from '../helpers/caching-proxy.ts'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let proxy: CachingProxy
let project: Project

beforeAll(async () => {
  wordpress = await startTestSandbox()
})

afterAll(async () => {
  await wordpress?.stop()
})

afterEach(async () => {
  await proxy.close()
  await project.remove()
})

async function begin(name: string, keyOf: CacheKey): Promise<void> {
  proxy = await startCachingProxy(wordpress.url, keyOf)
  project = await copyProject('test/fixtures/pair')
  for (const file of ['wp.config.json', 'posts/first-en.md', 'posts/second-en.md']) {
    await project.edit(file, (text) => text.replaceAll('NAME', name).replaceAll('-name', `-${name}`))
  }
}

async function publish() {
  const environment = { ...wordpress.environment, WP_URL: proxy.url }
  return await runCli(['publish', '--json', '--create-categories', '--config', project.config], environment)
}

/** Slugs and statuses of all posts that the site has of a name, those in the trash included. */
async function postsOf(name: string): Promise<string[]> {
  const posts = await wordpress.rest<{ slug: string; status: string }[]>(
    'GET',
    '/wp/v2/posts?context=edit&per_page=100&status=publish,draft,future,private,pending,trash',
  )
  return posts
    .filter(({ slug }) => slug.includes(`-${name}-`))
    .map(({ slug, status }) => `${slug} ${status}`)
    .sort()
}

const published = (name: string) => [`first-${name}-en publish`, `second-${name}-en publish`]

test.each<[string, CacheKey]>([
  ['address', ({ href }) => href],
  [
    'parameters',
    ({ pathname, searchParams }) => {
      searchParams.delete('nocache')
      // Single posts are no lists.
      return /\d$/.test(pathname) ? undefined : `${pathname}?${searchParams}`
    },
  ],
])('behind a cache that goes by the %s, runs publish as ever', async (name, keyOf) => {
  await begin(name, keyOf)
  expect(await publish()).toMatchObject({ exitCode: 0 })
  expect(await postsOf(name)).toEqual(published(name))
  await project.edit('posts/first-en.md', (text) => `${text}\nOne more paragraph.\n`)
  const again = await publish()
  expect(again).toMatchObject({ exitCode: 0 })
  expect(again.json()).toMatchObject({ outcomes: [{ kind: 'update-post', status: 'applied' }] })
  expect(await postsOf(name)).toEqual(published(name))
})

test.each<[string, CacheKey]>([
  ['all', ({ pathname }) => pathname],
  ['posts', ({ pathname }) => (/\/posts/.test(pathname) ? pathname : undefined)],
])('a cache that goes by the path alone (%s) ends each run before anything is sent', async (name, keyOf) => {
  await begin(name, keyOf)
  for (const _ of ['the first run', 'the next one']) {
    const { exitCode, stderr } = await publish()
    expect(stderr).toContain('a cache in front of WordPress gives old answers.')
    expect(stderr.match(/old answers/g)).toHaveLength(1)
    expect(stderr).toContain('Exempt /wp-json/')
    expect(exitCode).toBe(3)
  }
  expect(proxy.mutating()).toBe(0)
  expect(await postsOf(name)).toEqual([])
})

test('lists of posts from before a publish end the run, whatever else is fresh', async () => {
  // Each path answers as it did first, to whatever it is asked but what WordPress refuses.
  await begin('old', ({ pathname, searchParams }) =>
    searchParams.get('context') === 'none' || !/\/posts$/.test(pathname)
      ? undefined
      : `${pathname}?${searchParams.get('search')}${searchParams.get('slug')}`,
  )
  const { exitCode, stderr } = await publish()
  expect(stderr).toMatch(/does not list what it has just made \(id \d+\): a cache in front of WordPress/)
  expect(stderr.match(/old answers/g)).toHaveLength(1)
  expect(exitCode).toBe(5)
  // The first post is looked at before the others are made.
  expect(await postsOf('old')).toEqual(['first-old-en draft'])
})
