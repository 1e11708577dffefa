import { afterEach, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let project: Project

afterEach(async () => {
  await wordpress.stop()
  await project.remove()
})

async function publish(): Promise<Record<string, unknown>> {
  const result = await runCli(
    ['publish', '--json', '--create-categories', '--config', project.config],
    wordpress.environment,
  )
  expect(result.stderr).not.toContain('failed')
  expect(result.exitCode).toBe(0)
  return result.json()
}

interface Post {
  readonly slug: string
  readonly link: string
  readonly content: { readonly raw: string }
}

/** Both posts link to where the other is read, and there it is. */
async function expectMutualLinks(): Promise<Post[]> {
  const posts = await wordpress.rest<Post[]>(
    'GET',
    '/wp/v2/posts?context=edit&search=This+article+links&orderby=date&order=asc',
  )
  const [first, second] = posts
  expect(posts).toHaveLength(2)
  expect(first?.content.raw).toContain(`href="${second?.link}"`)
  expect(second?.content.raw).toContain(`href="${first?.link}"`)
  for (const { link } of posts) expect((await fetch(link, { redirect: 'manual' })).status).toBe(200)
  return posts
}

test.each([
  ['/%year%/%monthnum%/%postname%/', '/2025/12/first-name-en/'],
  ['/%category%/%postname%/', '/cat-name/first-name-en/'],
  ['', '/?p='],
])('new posts that link to each other end with right links under "%s"', async (permalink, expected) => {
  wordpress = await startTestSandbox(permalink)
  project = await copyProject('test/fixtures/pair')
  await publish()
  const [first] = await expectMutualLinks()
  expect(first?.link).toContain(expected)
  expect(await publish()).toMatchObject({ changes: [], unchanged: 2, requests: { mutating: 0 } })

  await project.edit('posts/first-en.md', (text) =>
    text.replace('slug: first-name-en', 'slug: first-moved-en'),
  )
  await publish()
  const [moved] = await expectMutualLinks()
  expect(moved?.slug).toBe('first-moved-en')
  expect(await publish()).toMatchObject({ changes: [], unchanged: 2 })
})
