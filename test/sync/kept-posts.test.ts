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

test('a text is never taken over for longer than a day', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(START)
  const post = { ...published(await article('a'), 7), modifiedGmt: '2026-01-01T00:00:00' }
  new KeptPosts(config, site).keep([post], [])
  // Two runs: one that begins a minute before the day is over and ends after it, and one right behind that.
  vi.setSystemTime(START + DAY - MINUTE)
  const first = new KeptPosts(config, site)
  expect(first.find(7)).toEqual(post)
  vi.setSystemTime(START + DAY + MINUTE)
  first.keep([post], [])
  expect(new KeptPosts(config, site).find(7)).toBeUndefined()
})

test('a post that was saved in the moment in which it was read is not kept', async () => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(START)
  const post = { ...published(await article('a'), 8), modifiedGmt: '2026-05-31T23:59:59' }
  const reading = new KeptPosts(config, site)
  reading.keep([post], [])
  expect(new KeptPosts(config, site).find(8)).toBeUndefined()
})
