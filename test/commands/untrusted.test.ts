import { access, readdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startRoutedServer, status } from '../helpers/routed-server.ts'
import { answer, startScriptedServer } from '../helpers/scripted-server.ts'

let project: Project

beforeEach(async () => {
  project = await copyProject('test/fixtures/pair')
})

afterEach(() => project.remove())

const at = (name: string): string => path.join(project.root, name)

const exists = (name: string): Promise<boolean> =>
  access(at(name)).then(
    () => true,
    () => false,
  )

async function configure(settings: object): Promise<void> {
  await project.edit('wp.config.json', (text) => JSON.stringify({ ...JSON.parse(text), ...settings }))
}

const run = (...args: string[]) => runCli([...args, '--config', project.config])

test.each([['check'], ['preview'], ['check', '--fix']])(
  '%s %s runs no plugin of somebody else',
  async (...args) => {
    await writeFile(
      at('evil.mjs'),
      `import fs from 'node:fs'\nfs.writeFileSync(${JSON.stringify(at('ran'))}, '')`,
    )
    await configure({ plugins: { remark: ['./evil.mjs'] } })
    expect((await run(...args, '--untrusted')).exitCode).toBe(0)
    expect(await exists('ran')).toBe(false)
    await run(...args)
    expect(await exists('ran')).toBe(true)
  },
)

test('nothing that was kept is read, and nothing is kept', async () => {
  await run('check', '--untrusted')
  expect(await readdir(project.root)).not.toContain('.rensai')
  const server = await startRoutedServer({ '/': status(200) })
  await project.edit('posts/first-en.md', (text) => `${text}\n[a](${server.url}/)\n`)
  const check = { allowAddresses: ['127.0.0.1'] }
  await configure({ externalLinks: { check } })
  expect((await run('check', '--external')).stderr).toContain('1 answer')
  server.requests.length = 0
  expect((await run('check', '--external')).stderr).toContain('1 known from an earlier run')
  // Nor does the project say that addresses of a private network may be asked.
  expect((await run('check', '--external', '--untrusted')).stderr).toContain('1 lead into a private network')
  expect(server.requests).toEqual([])
  await server.close()
})

test('no .env tells where to publish', async () => {
  const server = await startScriptedServer(answer(503, ''))
  const login = `WP_URL=${server.url}\nWP_USERNAME=a\nWP_APP_PASSWORD=b\n`
  await writeFile(at('.env'), login)
  const { WP_URL, ...rest } = { WP_URL: server.url, WP_USERNAME: 'w', WP_APP_PASSWORD: 'p' }
  const half = await runCli(['plan', '--untrusted', '--config', project.config], rest)
  expect(half.stderr).toContain('WP_URL is not set.')
  expect(half.exitCode).toBe(2)
  expect(server.requests).toEqual([])
  const whole = await runCli(['plan', '--untrusted', '--config', project.config], { ...rest, WP_URL })
  expect(whole.exitCode).toBe(3)
  expect(server.requests[0]).toMatch(/^GET /)
  await server.close()
})

test.each([['publish'], ['pull'], ['rollback', 'a'], ['sandbox']])(
  '%s writes, and has no such option',
  async (...args) => {
    const result = await run(...args, '--untrusted')
    expect(result.stderr).toContain("unknown option '--untrusted'")
    expect(result.exitCode).toBe(2)
  },
)
