import { once } from 'node:events'
import { writeFile } from 'node:fs/promises'
import { createServer, type RequestListener } from 'node:http'
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net'
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
  await writeFile(path.join(project.root, 'posts/broken.md'), '---\ntitle: [\n---\n\nText.\n')
  environment = { WP_URL: `http://${await listen(site)}`, WP_USERNAME: 'writer', WP_APP_PASSWORD: 'secret' }
})

afterAll(async () => {
  site.closeAllConnections()
  site.close()
  await project?.remove()
})

/** A run that the folder ends, at a site of which is told nothing. */
async function endedByFolder(url: string): Promise<void> {
  // With these the site alone would take ten minutes.
  const { exitCode, stderr } = await runCli(['publish', '--strict', '--config', project.config], {
    ...environment,
    WP_URL: url,
    WP_TIMEOUT: '120',
  })
  expect(exitCode).toBe(1)
  expect(stderr.split('\n')[0]).toMatch(/broken\.md/)
  expect(stderr).toContain('Nothing was sent.')
  expect(stderr).not.toMatch(/WP_TIMEOUT|waiting/)
}

async function listen(server: Server): Promise<string> {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return `127.0.0.1:${(server.address() as AddressInfo).port}`
}

test('a folder with an error ends the run at once, also where the site takes every request and answers none', async () => {
  await endedByFolder(environment.WP_URL ?? '')
  expect(asked).toBe(1)
})

test('nor does a connection keep it that is never made', async () => {
  const sockets: Socket[] = []
  const server = createTcpServer((socket) => sockets.push(socket))
  const address = await listen(server)
  // Whoever gives up a request waits ten seconds for its connection.
  await Promise.race([
    endedByFolder(`https://${address}`),
    new Promise((_, reject) => setTimeout(() => reject(new Error('The run goes on.')), 9_000).unref()),
  ])
  for (const socket of sockets) socket.destroy()
  server.close()
})

test.each<[string, RequestListener]>([
  [
    'asks for patience',
    (_, response) =>
      response.writeHead(503, { 'retry-after': '20', 'content-type': 'application/json' }).end('{}'),
  ],
  ['breaks the connection', (_, response) => response.destroy()],
  [
    'refuses the login',
    (_, response) => response.writeHead(401, { 'content-type': 'application/json' }).end('{}'),
  ],
  ['is no WordPress', (_, response) => response.end('<html></html>')],
])('of a site that %s nothing is told', async (_, answer) => {
  const server = createServer(answer)
  await endedByFolder(`http://${await listen(server)}`)
  server.closeAllConnections()
  server.close()
})
