import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test, vi } from 'vitest'
import { runCli } from '../helpers/cli.ts'

test('a run against the embedded WordPress says so in its first and its last line', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-embedded-'))
  await cp('test/fixtures/pair', root, { recursive: true })
  const config = path.join(root, 'wp.config.json')
  const first = 'No WP_URL is set: this is the embedded WordPress, and nothing becomes public.'
  const last = 'That was the embedded WordPress. To open it in a browser: npm run sandbox'
  for (const [command, ...options] of [['publish', '--json'], ['pull']]) {
    const { stderr } = await runCli([command ?? '', ...options, '--config', config])
    const lines = stderr.trimEnd().split('\n')
    expect([lines.at(0), lines.at(-1)]).toEqual([first, last])
  }

  // A browser that notes what it is to open.
  const browser = path.join(root, 'browser.sh')
  const opened = path.join(root, 'opened')
  await writeFile(browser, `#!/bin/sh\necho "$1" > "${opened}"\n`, { mode: 0o755 })
  const args = ['dist/bin.js', 'publish', '--open', '--config', config]
  const child = spawn(process.execPath, args, {
    env: { ...withoutLogin(), BROWSER: browser, NO_COLOR: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  await vi.waitFor(() => expect(said).toContain('Ctrl+C stops it; its posts stay.'), { timeout: 200_000 })
  const url = /^Site: +(\S+)$/m.exec(said)?.[1] ?? expect.unreachable()
  await vi.waitFor(async () => expect((await readFile(opened, 'utf8')).trim()).toBe(url), 60_000)
  const home = await (await fetch(url, { headers: { connection: 'close' } })).text()
  expect(home).toMatch(/<html[^>]* lang="ja"/)
  expect([...home.matchAll(/wp-block-post-title[^>]*><a[^>]*>([^<]*)/g)].map(([, title]) => title)).toEqual([
    'Second of NAME',
    'First of NAME',
  ])
  expect(home).toContain(`<a href="${url}" target="_self" rel="home"`)
  expect(home).not.toMatch(/Hello world|Études|Designed with/)
  // Others may publish meanwhile.
  const { stderr, exitCode } = await runCli(['publish', '--config', config])
  expect([exitCode, stderr.trimEnd().split('\n').at(-1)]).toEqual([
    0,
    `That was the embedded WordPress. It goes on at ${url}`,
  ])
  child.kill('SIGINT')
  const [code] = await once(child, 'close')
  expect(said).not.toContain('Interrupted')
  expect(code).toBe(0)
  await rm(root, { recursive: true, force: true })
})

function withoutLogin(): NodeJS.ProcessEnv {
  const { WP_URL: _, WP_USERNAME: __, WP_APP_PASSWORD: ___, ...inherited } = process.env
  return inherited
}
