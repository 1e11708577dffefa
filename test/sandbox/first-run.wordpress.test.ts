import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project

beforeAll(async () => {
  project = await copyProject('test/fixtures/pair')
})

afterAll(() => project?.remove())

test('the first run of all, interrupted by Ctrl+C, is taken up by the next one', async () => {
  const { WP_URL: _, WP_USERNAME: __, WP_APP_PASSWORD: ___, ...inherited } = process.env
  const child = spawn(process.execPath, ['dist/bin.js', 'publish', '--config', project.config], {
    env: { ...inherited, NO_COLOR: '1' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    const before = said
    said += text
    // The plan names the tag first, then its outcome.
    const tag = /\+ tag[\s\S]*\+ tag/
    if (!tag.test(before) && tag.test(said)) child.kill('SIGINT')
    // As npm does, which hands on what the terminal has sent already.
    if (!before.includes('Interrupted.') && said.includes('Interrupted.')) child.kill('SIGINT')
  })
  await once(child, 'close')
  expect(said).toContain('Interrupted. Run the command again; it goes on from what is there.\n')
  expect(child.exitCode).toBe(130)

  const publish = ['publish', '--json', '--config', project.config]
  const next = await runCli(publish)
  expect(next.exitCode, next.stderr).toBe(0)
  const made = (next.json() as { changes: { kind: string }[] }).changes.map(({ kind }) => kind)
  expect(made.filter((kind) => kind.endsWith('-post'))).toEqual(['create-post', 'create-post'])
  expect(made).not.toContain('create-term')
  expect((await runCli(publish)).json()).toMatchObject({
    changes: [],
    unchanged: 2,
    requests: { mutating: 0 },
  })
})
