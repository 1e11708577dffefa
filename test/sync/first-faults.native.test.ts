import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publish } from '../../src/commands/publish.ts'
import { type Fault, type FaultProxy, startFaultProxy } from '../helpers/fault-proxy.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

/** What a publish of the two linked articles sends: category and tag, picture, a draft each, two completions. */
const REQUESTS = 5

let wordpress: TestSandbox
let proxy: FaultProxy

beforeAll(async () => {
  wordpress = await startTestSandbox()
  proxy = await startFaultProxy(wordpress.url)
})

afterAll(async () => {
  await proxy?.close()
  await wordpress?.stop()
})

/** The two articles under names of their own, so that one WordPress serves every scenario. */
async function makeProject(name: string): Promise<Project> {
  const project = await copyProject('test/fixtures/pair')
  for (const file of ['wp.config.json', 'posts/first-en.md', 'posts/second-en.md']) {
    await project.edit(file, (text) => text.replaceAll('NAME', name).replaceAll('-name', `-${name}`))
  }
  const shade = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 0xff_ff_ff, 7)
  const picture = sharp({
    create: { width: 9, height: 9, channels: 3, background: `#${shade.toString(16).padStart(6, '0')}` },
  })
  await writeFile(path.join(project.root, 'images/dot.png'), await picture.png().toBuffer())
  await writeFile(
    path.join(project.root, '.env'),
    Object.entries({ ...wordpress.environment, WP_URL: proxy.url })
      .map(([key, value]) => `${key}="${value}"`)
      .join('\n'),
  )
  return project
}

async function run(
  project: Project,
): Promise<{ exitCode: number; text: string; json: Record<string, unknown> }> {
  const output = captureOutput()
  const exitCode = await publish(
    {
      config: project.config,
      only: undefined,
      dryRun: false,
      json: true,
      adopt: false,
      overwrite: false,
      createCategories: true,
    },
    output,
  )
  return { exitCode, text: output.said(), json: JSON.parse(output.printed()) as Record<string, unknown> }
}

interface Item {
  readonly id: number
  readonly name?: string
  readonly slug: string
  readonly link: string
  readonly content: { readonly raw: string }
}

/** Exactly two posts that link to each other, one term of each kind, one picture; and nothing left to do. */
async function expectConverged(project: Project, name: string): Promise<void> {
  expect((await run(project)).json).toMatchObject({
    changes: [],
    drift: [],
    conflicts: [],
    unchanged: 2,
    requests: { mutating: 0 },
  })
  const posts = await wordpress.rest<Item[]>(
    'GET',
    `/wp/v2/posts?context=edit&search=of+${name}&status=publish,draft,future,private,pending`,
  )
  expect(posts.map(({ slug }) => slug).sort()).toEqual([`first-${name}-en`, `second-${name}-en`])
  const [first, second] = ['first', 'second'].map((part) => posts.find(({ slug }) => slug.startsWith(part)))
  expect(first?.content.raw).toContain(`href="${second?.link}"`)
  expect(second?.content.raw).toContain(`href="${first?.link}"`)
  const categories = await wordpress.rest<Item[]>('GET', '/wp/v2/categories?per_page=100')
  expect(categories.filter((term) => term.name?.startsWith(`${name} `))).toHaveLength(1)
  const tags = await wordpress.rest<Item[]>('GET', '/wp/v2/tags?per_page=100')
  expect(tags.filter((term) => term.name === `Tag ${name}`)).toHaveLength(1)
}

const faults: readonly Fault[] = ['reset-before', 'reset-after', 'truncated', '429', '500', '502']

test.each(
  Array.from({ length: REQUESTS }, (_, index) => faults.map((fault) => [index, fault] as const)).flat(),
)('request %i suffers %s: after at most one rerun everything is there once', async (index, fault) => {
  // Not a number alone: the search would find the address of a post with that id.
  const name = `${fault}-at-${index}`
  const project = await makeProject(name)
  const before = proxy.injected()
  proxy.inject(index, fault)
  await run(project)
  expect(proxy.injected()).toBe(before + 1)
  await run(project)
  await expectConverged(project, name)
  await project.remove()
})

test('each create whose answer was lost is made once, without a rerun', async () => {
  for (const index of [0, 1, 2, 3]) {
    const name = `lost${index}`
    const project = await makeProject(name)
    proxy.inject(index, 'reset-after')
    expect((await run(project)).exitCode).toBe(0)
    await expectConverged(project, name)
    await project.remove()
  }
})

test('killed in the middle, the next run finds the drafts and completes them', async () => {
  const project = await makeProject('killed')
  const child = spawn(
    process.execPath,
    ['dist/bin.js', 'publish', '--create-categories', '--config', project.config],
    { stdio: 'ignore' },
  )
  proxy.inject(4, () => child.kill('SIGKILL'))
  await once(child, 'exit')
  expect(child.signalCode).toBe('SIGKILL')
  const again = await run(project)
  expect(again.exitCode).toBe(0)
  await expectConverged(project, 'killed')
  await project.remove()
})
