import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type CliResult, runCli } from '../helpers/cli.ts'
import { startFaultProxy } from '../helpers/fault-proxy.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let project: Project

beforeAll(async () => {
  wordpress = await startTestSandbox()
  project = await copyProject('test/fixtures/pair')
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

async function publish(): Promise<CliResult> {
  return await runCli(
    ['publish', '--json', '--create-categories', '--config', project.config],
    wordpress.environment,
  )
}

interface Item {
  readonly slug: string
  readonly status?: string
}

test('two publishers at the same moment end with one post each, complete', async () => {
  const results = await Promise.all([publish(), publish()])
  // At least one of them makes it; the other may do the same work, or find itself beaten and say so.
  expect(results.map(({ exitCode }) => exitCode)).toContain(0)
  for (const { exitCode, stderr } of results) {
    if (exitCode !== 0) expect(stderr).toMatch(/Another run is publishing|was edited on the site while/)
  }
  const posts = await wordpress.rest<Item[]>(
    'GET',
    '/wp/v2/posts?context=edit&search=of+NAME&status=publish,draft,future,pending,private',
  )
  expect(posts.map(({ slug, status }) => `${slug} ${status}`).sort()).toEqual([
    'first-name-en publish',
    'second-name-en publish',
  ])
  expect((await publish()).json()).toMatchObject({ changes: [], drift: [], conflicts: [], unchanged: 2 })
})

test('a slug that somebody takes between the plan and the write is not published under another address', async () => {
  const article = '---\ntitle: Third\nslug: third-name-en\nstatus: publish\n---\n\nText.\n'
  await writeFile(path.join(project.root, 'posts/third-en.md'), article)
  const proxy = await startFaultProxy(wordpress.url)
  const foreign = { title: 'Foreign', slug: 'third-name-en', status: 'draft' }
  proxy.inject(0, () => wordpress.rest('POST', '/wp/v2/posts', foreign))
  const result = await runCli(['publish', '--json', '--config', project.config], {
    ...wordpress.environment,
    WP_URL: proxy.url,
  })
  await proxy.close()
  expect(result.exitCode).toBe(3)
  expect(result.stderr).toContain(
    'The slug "third-name-en" is taken on the site: WordPress made it "third-name-en-2".',
  )
  const posts = await wordpress.rest<Item[]>(
    'GET',
    '/wp/v2/posts?context=edit&search=Third&status=publish,draft',
  )
  expect(posts).toEqual([])
})
