import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { runCli } from './helpers/cli.ts'
import { answer, startScriptedServer } from './helpers/scripted-server.ts'

const article = '---\ntitle: A\nslug: a\nstatus: publish\n---\n\nText.\n'
const config = '{ "site": { "url": "https://blog.example" } }'
const password = 'abcd EFGH ijkl MNOP'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-cli-'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

async function project(name: string, files: Record<string, string>): Promise<string> {
  const root = path.join(folder, name)
  await mkdir(path.join(root, 'posts'), { recursive: true })
  for (const [file, text] of Object.entries(files)) await writeFile(path.join(root, file), text)
  return path.join(root, 'wp.config.json')
}

/** Names of folders for tests that run at once. */
function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

function login(url: string): Record<string, string> {
  return { WP_URL: url, WP_USERNAME: 'writer', WP_APP_PASSWORD: password }
}

/** What every failure has in common: one message with a remedy, no trace, no secret. */
function expectAdvice(
  { stdout, stderr }: { stdout: string; stderr: string },
  message: string,
  advice: string,
): void {
  expect(stderr).toContain(message)
  expect(stderr).toContain(advice)
  expect(stderr).not.toMatch(/^\s+at /m)
  expect(stdout + stderr).not.toContain(password)
  expect(stdout).toBe('')
}

// Each test starts processes of its own; they wait more than they work.
describe.concurrent('the command line', { timeout: 60_000 }, () => {
  test('no articles', async () => {
    const result = await runCli(['publish', '--config', await project('empty', { 'wp.config.json': config })])
    expect(result.exitCode).toBe(1)
    expectAdvice(result, 'There are no articles: posts/ holds no .md file.', 'Put articles into posts/')
  })

  test('unreadable YAML stops publishing before anything is contacted', async () => {
    const broken = await project('yaml', {
      'wp.config.json': config,
      'posts/a.md': '---\ntitle: a: b\n---\n',
    })
    const result = await runCli(['publish', '--config', broken], login('http://127.0.0.1:9'))
    expect(result.exitCode).toBe(1)
    expectAdvice(result, 'posts/a.md:2:8 error A value with ": " in it needs quotes.', 'Nothing was sent.')
  })

  test('no configuration, a malformed one, an unknown key', async () => {
    const missing = await runCli(['check', '--config', path.join(folder, 'nowhere.json')])
    expect(missing.exitCode).toBe(2)
    expectAdvice(missing, 'There is no configuration at', 'name it with --config')

    const malformed = await runCli([
      'check',
      '--config',
      await project('malformed', { 'wp.config.json': '{ "site": ' }),
    ])
    expect(malformed.exitCode).toBe(2)
    expectAdvice(malformed, 'wp.config.json:1:', 'Mend the syntax at this place.')

    const unknown = await project('unknown', {
      'wp.config.json': '{ "site": { "url": "https://e.example" }, "tag": [] }',
    })
    const result = await runCli(['publish', '--config', unknown])
    expect(result.exitCode).toBe(2)
    expectAdvice(result, 'unknown key "tag"', 'Did you mean "tags"?')
  })

  test.each([
    [['publish', '--bogus'], "unknown option '--bogus'"],
    [['pubish'], "unknown command 'pubish'"],
    [['check', '--format', 'xml'], "argument 'xml' is invalid"],
    [['sandbox', '--port', '99999'], '--port 99999 is not a port.'],
  ])('wrong usage: %j', async (args, message) => {
    const result = await runCli(args)
    expect(result.exitCode).toBe(2)
    expect(result.stderr).toContain(message)
  })

  test('--only that matches nothing', async () => {
    const one = await project('only', { 'wp.config.json': config, 'posts/a.md': article })
    const result = await runCli(['publish', '--config', one, '--only', 'b'], login('http://127.0.0.1:9'))
    expect(result.exitCode).toBe(2)
    expectAdvice(result, '--only b matches no article.', 'Did you mean "a"?')
  })

  test('help is no mistake', async () => {
    const result = await runCli(['publish', '--help'])
    expect(result.exitCode).toBe(0)
    expect(result.stdout).toContain('--dry-run')
    expect(result.stdout).toContain('\nExamples:\n  npm run publish\n  npm run publish -- --dry-run\n')
    expect(result.stdout).toContain('\n  WP_APP_PASSWORD  an application password')
    const check = await runCli(['check', '--help'])
    expect(check.stdout).not.toContain('WP_URL')
  })

  test('the help of no command is wider than a terminal', async () => {
    const commands = [
      'publish',
      'plan',
      'pull',
      'history',
      'rollback',
      'check',
      'preview',
      'doctor',
      'sandbox',
    ]
    for (const args of [['--help'], ...commands.map((command) => [command, '--help'])]) {
      const { stdout } = await runCli(args)
      expect(stdout).toContain('\nExamples:\n')
      expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([])
    }
  })

  test('the version is that of the package', async () => {
    const { exitCode, stdout } = await runCli(['--version'])
    expect(exitCode).toBe(0)
    expect(stdout).toBe(`${JSON.parse(await readFile('package.json', 'utf8')).version}\n`)
  })

  test('a login that is half set, or would travel in clear', async () => {
    const one = await project('login', { 'wp.config.json': config, 'posts/a.md': article })
    const half = await runCli(['publish', '--config', one], { WP_URL: 'https://blog.example' })
    expect(half.exitCode).toBe(2)
    expectAdvice(
      half,
      'WP_USERNAME and WP_APP_PASSWORD are not set.',
      'or none to publish to the embedded WordPress',
    )

    const clear = await runCli(['publish', '--config', one], login('http://blog.example'))
    expect(clear.exitCode).toBe(2)
    expectAdvice(clear, 'the password would travel in clear', 'Use https://blog.example')
  })

  test('the login is read from .env beside the configuration', async () => {
    const one = await project('dotenv', {
      'wp.config.json': config,
      'posts/a.md': article,
      '.env': `WP_URL=http://blog.example\nWP_USERNAME=writer\nWP_APP_PASSWORD="${password}"\n`,
    })
    const result = await runCli(['publish', '--config', one])
    expectAdvice(result, 'WP_URL is http://blog.example', 'Use https://blog.example')
  })

  test.each([
    [
      '.env.local',
      Buffer.from('WP_URL=https://e.example\n'),
      '.env.local holds a login, and it is not read: the file is .env.',
      'Name it .env',
    ],
    [
      '.env',
      Buffer.from('WP_URL: https://e.example\n'),
      '.env mentions WP_URL, but in no line that can be read.',
      'Write each on a line of its own, as WP_URL="..."',
    ],
    [
      '.env',
      Buffer.from('\ufeffWP_URL=https://e.example\n', 'utf16le'),
      '.env is not UTF-8, but UTF-16.',
      'Save it as UTF-8',
    ],
    [
      '.env',
      Buffer.from('\ufeffWP_URL=https://e.example\n'),
      'WP_USERNAME and WP_APP_PASSWORD are not set.',
      'Set all of WP_URL',
    ],
    [
      '.env',
      Buffer.from('WP_URL=\nWP_USERNAME=\nWP_APP_PASSWORD=\n'),
      'WP_URL and WP_USERNAME and WP_APP_PASSWORD are set in .env, but empty.',
      'not even empty',
    ],
  ])(
    'a login that cannot be read is not the embedded WordPress: %s',
    async (name, bytes, message, advice) => {
      const one = await project(`unreadable-${hash(message)}`, {
        'wp.config.json': config,
        'posts/a.md': article,
      })
      const file = path.join(one, '..', name)
      await writeFile(file, bytes)
      const result = await runCli(['publish', '--config', one])
      await rm(file)
      expect(result.exitCode).toBe(2)
      expectAdvice(result, message, advice)
    },
  )

  test('a .env of somebody else does not tell where the password of the environment goes', async () => {
    const server = await startScriptedServer(answer(200, '{}'))
    const one = await project('stranger', {
      'wp.config.json': config,
      'posts/a.md': article,
      '.env': `WP_URL=${server.url}\n`,
    })
    const { WP_URL: _, ...withoutUrl } = login('')
    const mixed = await runCli(['publish', '--config', one], withoutUrl)
    expect(mixed.exitCode).toBe(2)
    expectAdvice(mixed, 'what .env says is not mixed with it', 'or all of them in .env')

    await rm(path.join(one, '../.env'))
    await writeFile(path.join(folder, 'other.env'), `WP_URL=${server.url}\n`)
    await symlink('../other.env', path.join(one, '../.env'))
    const linked = await runCli(['publish', '--config', one], {})
    expect(linked.exitCode).toBe(2)
    expectAdvice(linked, '.env cannot be read: it is a symbolic link.', 'put the file in its place')
    expect(server.requests).toEqual([])
    await server.close()
  })

  test('a login for another site than the configured one: nothing is sent, and nothing is pulled', async () => {
    const files = { 'wp.config.json': config, 'posts/a.md': article.replace('slug', 'id: 7\nslug') }
    const one = await project('another', files)
    const root = { url: 'https://other.example', home: 'https://other.example', namespaces: ['wp/v2'] }
    const index = { ...root, timezone_string: 'Asia/Tokyo', gmt_offset: 9, authentication: {} }
    const user = { id: 1, name: 'writer', capabilities: { edit_posts: true } }
    for (const command of ['publish', 'plan', 'pull']) {
      const server = await startScriptedServer(answer(200, index), answer(200, user))
      const result = await runCli([command, '--config', one], login(server.url))
      expect(result.exitCode).toBe(2)
      expectAdvice(
        result,
        `WP_URL is ${server.url}, which calls itself https://other.example, and site.url in wp.config.json is https://blog.example: that is not the same site.`,
        '"staging": ["https://other.example"]',
      )
      expect(server.requests.map((request) => request.replace(/\?.*/, ''))).toEqual([
        'GET /wp-json/',
        'GET /wp-json/wp/v2/users/me',
      ])
      await server.close()
    }
  })

  test('a site that is down, redirects elsewhere, or answers with a web page', async () => {
    const one = await project('site', { 'wp.config.json': config, 'posts/a.md': article })
    let server = await startScriptedServer(
      answer(302, '', { location: 'https://elsewhere.example/wp-json/' }),
    )
    const redirected = await runCli(['publish', '--config', one], login(server.url))
    expect(redirected.exitCode).toBe(3)
    expectAdvice(redirected, `${server.url} redirects to https://elsewhere.example`, 'set WP_URL to it')
    // Once with the login, and once without to see where it leads.
    const index = expect.stringMatching(/^GET \/wp-json\/\?(?:_fields=[^&]*&)?nocache=\d+$/)
    expect(server.requests).toEqual([index, index])
    await server.close()

    server = await startScriptedServer(answer(200, '<!doctype html><title>Coming soon</title>'))
    const page = await runCli(['publish', '--config', one], login(server.url))
    expect(page.exitCode).toBe(3)
    expectAdvice(page, `with the web page "Coming soon", not with the REST API's JSON`, 'maintenance page')
    expect(server.requests.every((request) => request.startsWith('GET'))).toBe(true)
    await server.close()

    const down = await runCli(['publish', '--config', one], login(server.url))
    expect(down.exitCode).toBe(3)
    expectAdvice(down, 'cannot be reached (ECONNREFUSED)', 'is the site up')
  })
})

test.each([[['--help']], [['check', '--format', 'json']]])(
  'a reader that has enough ends nothing: %j',
  async (words) => {
    const file = await project(`pipe-${words.length}`, { 'wp.config.json': config, 'posts/a.md': article })
    const child = spawn(process.execPath, [path.resolve('dist/bin.js'), ...words], {
      cwd: path.dirname(file),
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    child.stdout.destroy()
    const [stderr] = await Promise.all([text(child.stderr), once(child, 'close')])
    expect(stderr).not.toContain('EPIPE')
    expect(child.exitCode).toBe(0)
  },
)
