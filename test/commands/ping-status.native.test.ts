import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { publishProject } from '../helpers/publish-project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let root: string

beforeAll(async () => {
  wordpress = await startTestSandbox()
  root = await mkdtemp(path.join(tmpdir(), 'rensai-ping-'))
  await mkdir(path.join(root, 'posts'))
  await writeFile(path.join(root, 'wp.config.json'), JSON.stringify({ site: { url: wordpress.url } }))
})

afterAll(async () => {
  await wordpress?.stop()
  await rm(root, { recursive: true, force: true })
})

test('ping_status is published, read back, seen to drift, and pulled', async () => {
  const file = path.join(root, 'posts/ping.md')
  const config = path.join(root, 'wp.config.json')
  const run = (command: string) => runCli([command, '--config', config], wordpress.environment)
  const written = '---\ntitle: Ping\nstatus: publish\nping_status: closed\n---\n\nText.\n'
  await writeFile(file, written)

  const [post] = await publishProject(config, wordpress.environment)
  const route = `/wp/v2/posts/${post?.id}`
  expect(await wordpress.rest('GET', route)).toMatchObject({ ping_status: 'closed', comment_status: 'open' })
  expect((await run('plan')).stderr).toContain('1 article as here')

  await wordpress.rest('POST', route, { ping_status: 'open' })
  const drifted = await run('plan')
  expect(drifted.stderr).toContain('drift    ping: ping_status edited in wp-admin, left alone')
  expect(drifted.stderr).toMatch(/ping_status +open -> closed/)

  await run('pull')
  expect(await readFile(file, 'utf8')).toMatch(
    /^---\ntitle: Ping\nstatus: publish\nping_status: open\npulled: /,
  )
  expect((await run('plan')).stderr).toContain('1 article as here')
})
