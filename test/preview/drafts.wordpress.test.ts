import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { compile } from '../../src/commands/compile.ts'
import { preview } from '../../src/commands/preview.ts'
import { type PushedDraft, pushDrafts } from '../../src/commands/push-drafts.ts'
import { loadConfig } from '../../src/config/load.ts'
import type { Sandbox } from '../../src/sandbox/start.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project
let sandbox: Sandbox
let drafts: readonly PushedDraft[]

beforeAll(async () => {
  project = await copyProject('.')
  ;({ sandbox, drafts } = await push())
})

afterAll(async () => {
  await sandbox?.stop()
  await project?.remove()
})

async function push(): ReturnType<typeof pushDrafts> {
  const config = await loadConfig(project.config)
  const { rendered, folder } = (await compile(config, captureOutput())) ?? expect.unreachable()
  return await pushDrafts(rendered, folder, config, { overwrite: false }, captureOutput())
}

test('every article is a draft that its preview link shows to who is logged in', async () => {
  const authorization = `Basic ${Buffer.from(`${sandbox.username}:${sandbox.appPassword}`).toString('base64')}`
  const response = await fetch(`${sandbox.url}/wp-json/wp/v2/posts?status=any&context=edit`, {
    headers: { authorization },
  })
  const posts = (await response.json()) as { id: number; slug: string; status: string }[]
  const ours = posts.filter(({ slug }) => slug.startsWith('copilot-'))
  expect(ours.map(({ status }) => status)).toEqual(Array.from({ length: 6 }, () => 'draft'))
  expect(drafts.map(({ id }) => id).sort()).toEqual(ours.map(({ id }) => id).sort())

  const cookie = await logIn(sandbox)
  for (const { id, slug } of drafts) {
    const page = await fetch(`${sandbox.url}/?p=${id}&preview=true`, { headers: { cookie } })
    expect(page.status, slug).toBe(200)
    expect(await page.text()).toContain('wp-block-table')
  }
})

test('pushing again writes nothing', async () => {
  const again = await push()
  expect(again.outcomes).toEqual([])
  expect(again.drafts).toEqual(drafts)
})

test('the index says what publishing would do', async () => {
  expect(await preview({ config: project.config, plan: true }, captureOutput())).toBe(0)
  const index = await readFile(path.join(project.root, 'dist/preview/index.html'), 'utf8')
  expect(index.match(/class="pv-chip pv-new">new</g)).toHaveLength(6)
})

/** The cookies of a login, as a browser would send them back. */
async function logIn({ url, username, adminPassword }: Sandbox): Promise<string> {
  const response = await fetch(`${url}/wp-login.php`, {
    method: 'POST',
    redirect: 'manual',
    headers: { cookie: 'wordpress_test_cookie=WP%20Cookie%20check' },
    body: new URLSearchParams({ log: username, pwd: adminPassword, testcookie: '1' }),
  })
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
}
