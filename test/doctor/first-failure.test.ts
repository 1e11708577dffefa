import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { answer, startScriptedServer } from '../helpers/scripted-server.ts'

let project: Project

beforeAll(async () => {
  project = await copyProject('test/fixtures/pair')
})

afterAll(async () => {
  await project.remove()
})

async function plan(...script: Parameters<typeof answer>) {
  const server = await startScriptedServer(answer(...script))
  const { exitCode, stderr } = await runCli(['plan', '--config', project.config], {
    WP_URL: server.url,
    WP_USERNAME: 'writer',
    WP_APP_PASSWORD: 'secret',
  })
  await server.close()
  return { exitCode, stderr, requests: server.requests, url: server.url }
}

test.each([
  ['a firewall', 403, {}, 'is behind a firewall'],
  ['too many requests', 429, { 'retry-after': '300' }, 'asks to be left alone for 5 min'],
] as const)('%s is asked once, and not again to find out why', async (_, status, headers, words) => {
  const { exitCode, stderr, requests } = await plan(status, '<html><title>No</title></html>', headers)
  expect(exitCode).toBe(3)
  expect(stderr).toContain(words)
  expect(stderr).toContain('To examine the whole site: npm run doctor')
  expect(requests).toHaveLength(1)
})

test('another failure is looked into by no more questions than it takes', async () => {
  const { exitCode, stderr, requests, url } = await plan(200, '<html><title>My shop</title></html>')
  expect(exitCode).toBe(3)
  expect(stderr).toContain(
    `error ${url} answered / with the web page "My shop", not with the REST API's JSON.`,
  )
  // Twice pretty and plain, and once without the login.
  expect(requests).toHaveLength(5)
})
