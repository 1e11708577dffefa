import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { answer, startScriptedServer } from '../helpers/scripted-server.ts'

const EVIL = 'evil\u001b[2J\u001b[8m\u0007\u009b\u202e\n::stop-commands::x\n##[add-mask]y'

let root: string
let config: string

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-words-'))
  config = path.join(root, 'wp.config.json')
  await mkdir(path.join(root, 'posts'))
  await writeFile(config, JSON.stringify({ site: { url: 'https://blog.example' }, slug: { pattern: '' } }))
  const title = JSON.stringify(EVIL)
  const front = `title: ${title}\nslug: ${title}\ntags: [${title}]\nstatus: publish\n`
  await writeFile(
    path.join(root, 'posts', `${EVIL}.md`),
    `---\n${front}---\n\n${EVIL}\n\n[${EVIL}](./${EVIL}.md)\n`,
  )
  await writeFile(
    path.join(root, 'posts/other.md'),
    `---\n${front}categories: ${title}\n---\n\n[x](./evil.md)\n`,
  )
})

afterAll(() => rm(root, { recursive: true }))

function expectHarmless(text: string, isCommands = false): void {
  expect(text.replace(/[\n\t]/g, '')).not.toMatch(/[\p{Cc}\p{Bidi_Control}\p{Zl}\p{Zp}]/u)
  expect(text).not.toMatch(isCommands ? /^\s*::(?!error |warning )/m : /^\s*::/m)
  expect(text).not.toContain('##[')
}

describe.concurrent('whatever an article or a site says, it is only shown', () => {
  test.each([
    ['check'],
    ['check', '--format', 'json'],
    ['check', '--format', 'sarif'],
    ['check', '--format', 'github'],
    ['check', '--graph'],
    ['check', '--graph', 'dot'],
    ['check', '--graph', 'json'],
    ['check', '--fix'],
    ['preview'],
    ['publish'],
  ])('%s %s %s', async (...args) => {
    const summary = path.join(root, `${args.join('')}.summary.md`)
    const { stdout, stderr } = await runCli([...args, '--config', config], { GITHUB_STEP_SUMMARY: summary })
    expect(stdout + stderr).toContain('evil')
    expectHarmless(stderr)
    expectHarmless(stdout, args.includes('github'))
    if (args.includes('github')) expectHarmless(await readFile(summary, 'utf8'))
    if (args.includes('json')) expect(JSON.stringify(JSON.parse(stdout))).toContain('\u202e')
  })

  test.each([
    ['an error', answer(401, { code: 'x', message: EVIL })],
    ['a page', answer(200, `<!doctype html><title>${EVIL}</title>`)],
    ['a redirect', answer(302, '', { location: `https://e.example/evil%1b%0a::stop-commands::x` })],
  ])('of a site: %s', async (_, script) => {
    const server = await startScriptedServer(script)
    const login = { WP_URL: server.url, WP_USERNAME: 'w', WP_APP_PASSWORD: 'p' }
    const { stderr, exitCode } = await runCli(['history', 'a', '--config', config, '--debug'], login)
    await server.close()
    expect(exitCode).toBe(3)
    expect(stderr).toContain('evil')
    expectHarmless(stderr)
  })

  test('of a configuration', async () => {
    const other = path.join(root, 'other.json')
    await writeFile(other, JSON.stringify({ [EVIL]: 1, site: { url: 'https://blog.example' } }))
    const { stderr, exitCode } = await runCli(['check', '--config', other])
    expect(exitCode).toBe(2)
    expect(stderr).toContain('evil')
    expectHarmless(stderr)
  })
})
