import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import type { Config } from '../../src/config/types.ts'
import { KeptPosts } from '../../src/sync/kept-posts.ts'
import { article, published } from '../helpers/planning.ts'
import { copyProject } from '../helpers/project.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = Date.parse('2026-06-01T00:00:00Z')

let config: Config
let remove: () => Promise<void>

beforeAll(async () => {
  const project = await copyProject('test/fixtures/pair')
  config = await loadConfig(project.config)
  remove = project.remove
})

afterAll(() => remove())
afterEach(() => {
  vi.useRealTimers()
})

const site = {
  url: 'https://blog.example',
  user: { id: 1, name: 'writer', capabilities: new Set<string>() },
  clock: () => new Date().toISOString().slice(0, 19),
}

function kept(): KeptPosts {
  return new KeptPosts(config, site)
}

test('what was found is never believed for longer than a day', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(START)
  const post = { ...published(await article('a'), 7), modifiedGmt: '2026-01-01T00:00:00' }
  kept().keep([post], new Map([[7, 'the grounds']]))
  // Two runs: one that begins a minute before the day is over and ends after it, and one right behind that.
  vi.setSystemTime(START + DAY - MINUTE)
  const first = kept()
  expect(first.recall(post)).toMatchObject({ id: 7, title: post.title })
  expect(first.recalled.get(7)).toMatchObject({ grounds: 'the grounds', marker: { key: 'a' } })
  vi.setSystemTime(START + DAY + MINUTE)
  first.keep([post], new Map([[7, 'the grounds']]))
  expect(kept().recall(post)).toBeUndefined()
})

test('a post that was saved in the moment in which it was read is not kept', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(START)
  const post = { ...published(await article('a'), 8), modifiedGmt: '2026-05-31T23:59:59' }
  kept().keep([post], new Map())
  expect(kept().recall(post)).toBeUndefined()
})

test('who asks for a content that was not read is noted, and after planning gets none', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(START)
  const post = { ...published(await article('a'), 9), modifiedGmt: '2026-01-01T00:00:00' }
  kept().keep([post], new Map())
  const run = kept()
  const recalled = run.recall({ ...post, title: 'Another title' })
  expect(run.asked).toEqual([])
  expect({ ...recalled }).toEqual({ ...post, title: 'Another title', content: '' })
  expect(run.asked).toEqual([9])
  run.keep([], new Map())
  expect(() => recalled?.content).toThrow('The content of post 9 has not been read.')
})

test('a post that somebody saved since is not recalled', async () => {
  const post = { ...published(await article('a'), 10), modifiedGmt: '2026-01-01T00:00:00' }
  kept().keep([post], new Map())
  expect(kept().recall({ ...post, modifiedGmt: '2026-01-01T00:00:01' })).toBeUndefined()
  expect(kept().recall({ ...post, modifiedGmt: '' })).toBeUndefined()
})
