import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
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
  await rm(root, { recursive: true, force: true })
})
