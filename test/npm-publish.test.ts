import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'

/** A package whose scripts are those of this one. */
let folder: string

/** A site that nobody may ask anything, and a registry as well. */
const asked: string[] = []
const server = createServer(({ method, url }, response) => {
  asked.push(`${method} ${url}`)
  response.writeHead(404).end()
})

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-npm-publish-'))
  const publish = `node ${JSON.stringify(path.resolve('dist/bin.js'))} publish`
  const manifest = { name: 'rensai-of-a-test', version: '1.0.0', scripts: { publish } }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest))
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

async function npm(...args: string[]): Promise<{ exitCode: number; stderr: string }> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    NO_COLOR: '1',
    npm_config_registry: url,
    npm_config_update_notifier: 'false',
    ...{ WP_URL: url, WP_USERNAME: 'writer', WP_APP_PASSWORD: 'secret' },
  }
  return await promisify(execFile)('npm', args, { cwd: folder, env }).then(
    ({ stderr }) => ({ exitCode: 0, stderr }),
    ({ code, stderr }) => ({ exitCode: code, stderr }),
  )
}

test('npm publish publishes no article', async () => {
  const { exitCode, stderr } = await npm('publish', '--dry-run')
  expect(exitCode).toBe(2)
  expect(
    stderr,
  ).toContain(`error npm publish releases this package; it is not for articles, and none was published.
  To publish the articles: npm run publish. To release the package: npm run release.
`)
  expect(asked.filter((request) => !request.startsWith('GET /rensai-of-a-test'))).toEqual([])
})

test('npm run publish goes on to the articles', async () => {
  const { exitCode, stderr } = await npm('run', 'publish')
  expect(exitCode).toBe(2)
  expect(stderr).toContain('error There is no configuration at wp.config.json.\n')
})
