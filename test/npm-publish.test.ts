import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

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
  const plain = `node ${JSON.stringify(path.resolve('dist/bin.js'))}`
  const scripts = { publish, check: `${plain} check`, preview: `${plain} preview`, pull: `${plain} pull` }
  const manifest = { name: 'rensai-of-a-test', version: '1.0.0', scripts }
  await writeFile(path.join(folder, 'package.json'), JSON.stringify(manifest))
})

afterAll(async () => {
  server.close()
  await rm(folder, { recursive: true, force: true })
})

function npm(...args: string[]): Promise<{ exitCode: number; stderr: string }> {
  return npmWith({}, ...args)
}

async function npmWith(
  more: Record<string, string>,
  ...args: string[]
): Promise<{ exitCode: number; stderr: string }> {
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    NO_COLOR: '1',
    npm_config_registry: url,
    npm_config_update_notifier: 'false',
    ...{ WP_URL: url, WP_USERNAME: 'writer', WP_APP_PASSWORD: 'secret' },
    ...more,
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

describe('an option that npm takes for itself stops the run, with the line to type', () => {
  const said = (names: string, them: string, line: string): string =>
    `error npm took ${names} for itself and did not hand ${them} on. Nothing was done.
  Options come after "--": npm run ${line}
`

  test.each([
    [['publish', '--dry-run'], '--dry-run', 'publish -- --dry-run'],
    [['publish', '--dry'], '--dry-run', 'publish -- --dry-run'],
    [['publish', '--dryrun'], '--dry-run', 'publish -- --dry-run'],
    [['publish', '--dry-rnu'], '--dry-run', 'publish -- --dry-run'],
    [['publish', '--only', 'a b'], '--only', "publish -- --only 'a b'"],
    [['publish', '--only=a', '--only=b'], '--only', 'publish -- --only a b'],
    [['publish', '--plan', 'plan.json'], '--plan', 'publish -- --plan plan.json'],
    [['publish', '--prune', '--', '--yes'], '--prune', 'publish -- --prune'],
    [['publish', '--wait-for-pair'], '--wait-for-pair', 'publish -- --wait-for-pair'],
    [['publish', '--json'], '--json', 'publish -- --json'],
    [['publish', '--all'], '--all', 'publish -- --all'],
    [['-s', 'publish', '--strict'], '--strict', 'publish -- --strict'],
    [['pull', '--config', 'other.json'], '--config', 'pull -- --config other.json'],
    [['check', '--format', 'json'], '--format', 'check -- --format json'],
    [['check', '--max-warnings=0'], '--max-warnings', 'check -- --max-warnings 0'],
    [['preview', '--plan'], '--plan', 'preview -- --plan'],
  ])('npm run %j', async (args, name, line) => {
    const { exitCode, stderr } = await npm('run', ...args)
    expect(stderr).toContain(said(name, 'it', line))
    expect(exitCode).toBe(2)
  })

  test('several of them', async () => {
    const { stderr } = await npm('run', 'publish', '--only', 'a', '--dry-run')
    expect(stderr).toContain(said('--only and --dry-run', 'them', 'publish -- --only a --dry-run'))
  })

  test('also where npm keeps no log, but for --only, of which nothing is left then', async () => {
    const { stderr } = await npmWith({ npm_config_logs_max: '0' }, 'run', 'publish', '--dry-run')
    expect(stderr).toContain(said('--dry-run', 'it', 'publish -- --dry-run'))
    const preview = await npmWith({ npm_config_logs_max: '0' }, 'run', 'preview', '--plan')
    expect(preview.stderr).toContain(said('--plan', 'it', 'preview -- --plan'))
  })

  test('what is handed on or stands in an .npmrc was not taken', async () => {
    const file = path.join(folder, '.npmrc')
    await writeFile(file, 'json=true\nall = true\ndry-run=true\nlong\nparseable=true\n')
    for (const args of [['publish'], ['publish', '--', '--only', 'a', '--dry-run', '--json']]) {
      const { stderr } = await npm('run', ...args)
      expect(stderr).toContain('error There is no configuration at wp.config.json.\n')
    }
    const typed = await npm('run', 'publish', '--json')
    expect(typed.stderr).toContain(said('--json', 'it', 'publish -- --json'))
    await rm(file)
  })

  test('a word that no command knows is wrong usage', async () => {
    const { exitCode, stderr } = await npm('run', 'publish', 'only-this-slug')
    expect(exitCode).toBe(2)
    expect(stderr).toContain(
      '  For the article of that slug alone: npm run publish -- --only only-this-slug\n',
    )
  })
})
