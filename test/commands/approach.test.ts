import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'

/** A site that takes every request and never answers. */
const site = createServer(() => {
  asked += 1
})
let asked = 0
let project: Project
let environment: Record<string, string>

beforeAll(async () => {
  project = await copyProject('test/fixtures/pair')
  site.listen(0, '127.0.0.1')
  await once(site, 'listening')
  const { port } = site.address() as AddressInfo
  environment = { WP_URL: `http://127.0.0.1:${port}`, WP_USERNAME: 'writer', WP_APP_PASSWORD: 'secret' }
})

afterAll(async () => {
  site.closeAllConnections()
  site.close()
  await project?.remove()
})

test('a folder with an error ends the run at once, whatever the site is doing', async () => {
  await writeFile(path.join(project.root, 'posts/broken.md'), '---\ntitle: [\n---\n\nText.\n')
  // With these the site alone would take ten minutes.
  const { exitCode, stderr } = await runCli(['publish', '--strict', '--config', project.config], {
    ...environment,
    WP_TIMEOUT: '120',
  })
  expect(asked).toBe(1)
  expect(exitCode).toBe(1)
  expect(stderr).toContain('Nothing was sent.')
  expect(stderr).not.toContain('WP_TIMEOUT')
})
