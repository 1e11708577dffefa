import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish } from '../../src/commands/publish.ts'
import { UserError } from '../../src/errors.ts'
import { type Fault, type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { type PublicWatch, watchPublicSide } from '../helpers/public-watch.ts'
import { startTestNative } from '../helpers/sandbox.ts'
import { readWorld, type SiteWorld } from '../helpers/site-world.ts'

/** Seconds that Rensai waits for an answer that never comes; a busy machine takes some for a real answer. */
const TIMEOUT = 3

/** A site, a project and what stands between the two; each is used by one trial at a time. */
interface Lane {
  readonly wordpress: Awaited<ReturnType<typeof startTestNative>>
  readonly proxy: FaultProxy
  readonly watch: PublicWatch
  readonly project: Project
}

let lanes: Lane[]
/** The site after a publish that nothing disturbed, and how many requests that took. */
let undisturbed: SiteWorld
let requests: number
const tally = { injected: 0, converged: 0 }

beforeAll(async () => {
  lanes = [await openLane(0), await openLane(1)]
  const [lane] = lanes
  if (lane === undefined) return
  expect((await run(lane)).exitCode).toBe(0)
  requests = lane.proxy.requests()
  undisturbed = await readWorld(lane.wordpress)
  expect(await lane.watch.faults()).toEqual([])
})

afterAll(async () => {
  console.log(`faults injected: ${tally.injected}, converged after one rerun: ${tally.converged}`)
  for (const { proxy, project } of lanes) {
    await proxy.close()
    await project.remove()
  }
})

async function openLane(index: number): Promise<Lane> {
  const wordpress = await startTestNative(index)
  const watch = watchPublicSide(wordpress.url)
  // Only writing a post that exists can make one public.
  const proxy = await startFaultProxy(wordpress.url, async (request) => {
    if (/\/posts\/\d+/.test(request)) await watch.look(request)
  })
  const project = await copyProject('test/fixtures/six')
  const lane = { wordpress, proxy, watch, project }
  await setEnvironment(lane, {})
  return lane
}

async function setEnvironment(
  { wordpress, proxy, project }: Lane,
  more: Record<string, string>,
): Promise<void> {
  const settings = { ...wordpress.environment, WP_URL: proxy.url, ...more }
  const lines = Object.entries(settings).map(([key, value]) => `${key}="${value}"`)
  await writeFile(path.join(project.root, '.env'), lines.join('\n'))
}

async function run({ project }: Lane): Promise<{ exitCode: number; said: string }> {
  const output = captureOutput()
  const options = { config: project.config, only: undefined, dryRun: false, json: false }
  const flags = { adopt: false, overwrite: false, createCategories: true }
  try {
    return { exitCode: await publish({ ...options, ...flags }, output), said: output.said() }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { exitCode: error.exitCode, said: `${output.said()}\n${error.message}` }
  }
}

/** A run in a process of its own that is killed when its n-th request arrives; the site still carries that out. */
async function runKilled({ project, proxy }: Lane, index: number): Promise<void> {
  const args = ['dist/bin.js', 'publish', '--create-categories', '--config', project.config]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  proxy.inject(index, () => child.kill('SIGKILL'), 'all')
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
}

type Disturb = (lane: Lane, index: number) => Promise<unknown>

/** One fault at one request, one plain rerun, and what is wrong after that. */
async function endure(lane: Lane, index: number, disturb: Disturb): Promise<string[]> {
  const { wordpress, proxy, project, watch } = lane
  await wordpress.reset()
  await project.forget()
  watch.forget()
  const before = proxy.injected()
  await disturb(lane, index)
  await proxy.settled()
  if (proxy.injected() !== before + 1) return ['it never came']
  tally.injected += 1
  const again = await run(lane)
  const problems = await watch.faults()
  if (again.exitCode !== 0) problems.push(`the rerun exits with ${again.exitCode}: ${again.said}`)
  const world = await readWorld(wordpress)
  if (!isDeepStrictEqual(world, undisturbed)) problems.push(JSON.stringify(world, undefined, 1))
  if (problems.length === 0) tally.converged += 1
  return problems
}

/** A trial for each request of a publish; the lanes take them in turn. */
async function endureAll(disturb: Disturb): Promise<void> {
  const waiting = Array.from({ length: requests }, (_, index) => index)
  const problems: string[] = []
  await Promise.all(
    lanes.map(async (lane) => {
      for (let index = waiting.shift(); index !== undefined; index = waiting.shift()) {
        const found = await endure(lane, index, disturb)
        problems.push(...found.map((problem) => `request ${index}: ${problem}`))
      }
    }),
  )
  expect(problems).toEqual([])
}

test('nothing disturbed: six posts, each with its terms, pictures and links', () => {
  expect(requests).toBeGreaterThan(20)
  const { posts, terms, media } = undisturbed
  const told = posts.map(({ slug, status, categories, tags, featured }) =>
    [slug, status, categories, tags, featured].join(' | '),
  )
  expect(told).toEqual([
    'story-one-en | publish | Errors &amp; fixes | VS Code,通信 | media-6941aa616cbc',
    'story-one-jp | publish | Errors &amp; fixes | VS Code,通信 | media-6941aa616cbc',
    'story-three-en | publish | Copilot | GitHub Copilot,通信 | media-9409e4ccdf2d',
    'story-three-jp | publish | Copilot | GitHub Copilot,通信 | media-9409e4ccdf2d',
    'story-two-en | publish | Copilot | GitHub Copilot,VS Code | media-bb8983e3bfd1',
    'story-two-jp | publish | Copilot | GitHub Copilot,VS Code | media-bb8983e3bfd1',
  ])
  expect(terms).toEqual([
    'Copilot (copilot) in Errors &amp; fixes',
    'Errors &amp; fixes (errors)',
    'GitHub Copilot (github-copilot)',
    'Uncategorized (uncategorized)',
    'VS Code (vs-code)',
    '通信 (%e9%80%9a%e4%bf%a1)',
  ])
  expect(media).toEqual([
    'media-6941aa616cbc A dot /second-dot-6941aa61.png',
    'media-9409e4ccdf2d A dot /1-9409e4cc.png',
    'media-bb8983e3bfd1 A dot /third-bb8983e3.png',
  ])
  const content = String(posts[5]?.content)
  expect(content).toContain('<a href="/archives/story-two-en#details">')
  expect(content).toContain('<a href="/archives/story-three-jp">')
  expect(content).toContain(
    '<img src="/second-dot-6941aa61.png" alt="A dot" class="wp-image-media-6941aa616cbc"/>',
  )
})

/** Some three seconds a trial, and one for each of some 35 requests; a busy machine takes many times that. */
const LONG = { timeout: 1_200_000 }

const faults: readonly Fault[] = ['reset-before', 'reset-after', '429', '500', '502', 'truncated', 'hang']

test.each(faults)('%s at every request in turn: one rerun later all is there once', LONG, async (fault) => {
  await endureAll(async (lane, index) => {
    lane.proxy.inject(index, fault, 'all')
    if (fault === 'hang') await setEnvironment(lane, { WP_TIMEOUT: String(TIMEOUT) })
    await run(lane)
    await setEnvironment(lane, {})
  })
})

test('kill -9 at every request in turn: one rerun later all is there once', LONG, async () => {
  await endureAll(runKilled)
})

test('an update whose new picture cannot be uploaded is not made; the post stays as it was, the others go on', async () => {
  const [lane] = lanes
  if (lane === undefined) return expect.unreachable()
  const { wordpress, proxy, project } = lane
  await wordpress.reset()
  await project.forget()
  expect((await run(lane)).exitCode).toBe(0)
  const before = await readWorld(wordpress)
  const picture = sharp({ create: { width: 9, height: 9, channels: 3, background: '#123456' } })
  await picture.png().toFile(path.join(project.root, 'images/new.png'))
  await project.edit('posts/one-en.md', (text) => `${text}\n![New](../images/new.png)\n`)
  await project.edit('posts/two-en.md', (text) => `${text}\nNew.\n`)

  proxy.refuse((request) => request.startsWith('POST ') && request.includes('/media'))
  const failed = await run(lane)
  proxy.refuse(() => false)
  expect(failed.exitCode).toBe(5)
  expect(failed.said).toContain(
    '"story-one-en" was left as it is: the picture images/new.png could not be made.',
  )
  const between = await readWorld(wordpress)
  const bySlug = ({ posts }: SiteWorld, slug: string) => posts.find((post) => post.slug === slug)
  expect(bySlug(between, 'story-one-en')).toEqual(bySlug(before, 'story-one-en'))
  expect(bySlug(between, 'story-two-en')?.content).toContain('New.')

  expect((await run(lane)).exitCode).toBe(0)
  expect(bySlug(await readWorld(wordpress), 'story-one-en')?.content).toContain('alt="New"')
})
