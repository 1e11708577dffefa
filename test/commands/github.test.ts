import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { json } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'

const exec = promisify(execFile)

type Item = Record<string, unknown> & { number: number; id: number }

let root: string
let close: () => Promise<void>
let url: string
/** What the repository holds. */
let comments: Item[]
let issues: Item[]
let pulls: Item[]
let sent: string[]

/** A repository as GitHub's REST API shows it, as far as a workflow asks for it: pages, and what is written stays. */
beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-github-'))
  ;[comments, issues, pulls, sent] = [[], [], [], []]
  const bot = { login: 'github-actions[bot]', type: 'Bot' }
  const lists: Record<string, Item[]> = { '/issues/7/comments': comments, '/issues': issues, '/pulls': pulls }
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost')
    const place = pathname.replace('/repos/owner/series', '')
    const body = request.method === 'GET' ? {} : ((await json(request)) as object)
    if (request.method !== 'GET') sent.push(`${request.method} ${place}`)
    const answer = (status: number, value: unknown) =>
      response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(value))
    if (request.headers.authorization !== 'Bearer a-token') return answer(401, { message: 'Bad credentials' })
    const list = lists[place]
    if (request.method === 'GET' && list !== undefined) {
      const size = Number(searchParams.get('per_page'))
      const from = (Number(searchParams.get('page')) - 1) * size
      const open = list.filter(({ state }) => state !== 'closed')
      return answer(200, open.slice(from, from + size))
    }
    if (request.method === 'POST' && list !== undefined) {
      const number = list.length + 1
      const made = {
        number,
        id: number,
        user: bot,
        html_url: `https://github.test${place}/${number}`,
        ...body,
      }
      list.push(made)
      return answer(201, made)
    }
    const [, folder = '', number] = /^(.*)\/(\d+)$/.exec(place) ?? []
    const found = (lists[folder] ?? comments).find((item) => item.number === Number(number))
    return found === undefined
      ? answer(404, { message: 'Not Found' })
      : answer(200, Object.assign(found, body))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  close = async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  }
})

afterEach(async () => {
  await close()
  await rm(root, { recursive: true })
})

const github = (args: string[], more: Record<string, string> = {}) =>
  runCli(['github', ...args], {
    GITHUB_API_URL: url,
    GITHUB_SERVER_URL: 'https://github.test',
    GITHUB_REPOSITORY: 'owner/series',
    GITHUB_RUN_ID: '5',
    GITHUB_REF_NAME: 'main',
    GITHUB_TOKEN: 'a-token',
    GITHUB_EVENT_PATH: path.join(root, 'event.json'),
    ...more,
  })

async function put(name: string, text: string): Promise<string> {
  await writeFile(path.join(root, name), text)
  return path.join(root, name)
}

test('a plan is one comment, written anew, behind however many others; nobody else’s is touched', async () => {
  await put('event.json', JSON.stringify({ pull_request: { number: 7 } }))
  for (let number = 1; number <= 130; number += 1) {
    const user = { type: 'User' }
    comments.push({ number, id: number, user, body: '<!-- rensai:plan -->\n\nA copy by a person.' })
  }
  const plan = await put('plan.md', '### Plan\n\n1 to create.\n')
  expect((await github(['comment', plan])).exitCode).toBe(0)
  await put('plan.md', '### Plan\n\n2 to create.\n')
  expect((await github(['comment', plan])).stderr).toBe('https://github.test/issues/7/comments/131\n')
  expect(sent).toEqual(['POST /issues/7/comments', 'PATCH /issues/comments/131'])
  expect(comments).toHaveLength(131)
  expect(comments[130]?.body).toBe(
    '<!-- rensai:plan -->\n\n### Plan\n\n2 to create.\n\nThe run: https://github.test/owner/series/actions/runs/5',
  )
  await put('plan.md', 'あ'.repeat(70_000))
  await github(['comment', plan])
  expect(comments[130]?.body).toContain('it stands in the summary of the run.')
  await put('plan.md', '')
  await github(['comment', plan])
  expect(comments[130]?.body).toContain('No plan could be made')
})

const message = (text: string) => ({
  ...{ file: 'posts/a.md', line: 3, column: 1, endLine: 3, endColumn: 9, ruleId: 'external-down' },
  ...{ severity: 'error', message: text, note: 'Correct the link.', fixable: false },
})

test('links are one issue: opened, updated with those of all parts, closed, and opened anew', async () => {
  issues.push({
    number: 1,
    id: 1,
    title: 'Mine',
    user: { type: 'User' },
    body: '<!-- rensai:external-links -->',
  })
  const first = await put(
    '1.json',
    JSON.stringify([message('http://a.example/ @team | x cannot be opened.')]),
  )
  const second = await put('2.json', '[]')
  expect((await github(['issue', second])).stderr).toBe('There is nothing to tell.\n')
  expect((await github(['issue', first, second])).stderr).toMatch(/^Opened: /)
  expect(issues[1]?.body).toContain('<code>posts/a.md:3</code>')
  expect(issues[1]?.body).not.toContain('@team')
  await put('2.json', JSON.stringify([message('second')]))
  expect((await github(['issue', first, second])).stderr).toMatch(/^Updated: /)
  expect(issues[1]?.body).toContain('second')
  const broken = await put('3.json', '')
  expect((await github(['issue', broken])).exitCode).toBe(2)
  expect(issues[1]?.state).toBeUndefined()
  const none = await put('4.json', '[]')
  expect((await github(['issue', none])).stderr).toMatch(/^Closed: /)
  expect(issues[1]?.state).toBe('closed')
  expect((await github(['issue', first])).stderr).toMatch(/^Opened: /)
  expect(issues).toHaveLength(3)
  expect(issues[0]?.title).toBe('Mine')
})

test('edits of wp-admin are one branch and one pull request, and nothing else is pushed', async () => {
  const [origin, clone] = [path.join(root, 'origin.git'), path.join(root, 'clone')]
  const git = async (...args: string[]) => {
    const own = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-C', clone]
    return (await exec('git', [...own, ...args])).stdout.trim()
  }
  await exec('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin])
  await exec('git', ['clone', '--quiet', origin, clone])
  await cp('test/fixtures/pair', clone, { recursive: true })
  await git('checkout', '--quiet', '-B', 'main')
  await git('add', '--all')
  await git('commit', '--quiet', '-m', 'Begin')
  await git('push', '--quiet', 'origin', 'main')
  const propose = () => github(['pull-request', '--config', path.join(clone, 'wp.config.json')])
  expect((await propose()).stderr).toBe('There is nothing to tell.\n')

  await writeFile(path.join(clone, 'secret.txt'), 'x')
  const edit = (text: string) => writeFile(path.join(clone, 'posts/brought.md'), text)
  await edit('---\ntitle: A\n---\n\nB\n')
  expect((await propose()).stderr).toBe('Opened: https://github.test/pulls/1\n')
  expect(pulls[0]).toMatchObject({ base: 'main', head: 'rensai/drift' })
  expect(await git('diff', '--name-only', 'origin/main', 'origin/rensai/drift')).toBe('posts/brought.md')
  expect(await git('status', '--porcelain')).toBe('?? posts/brought.md\n?? secret.txt')
  expect(await git('branch', '--show-current')).toBe('main')
  const tip = await git('ls-remote', 'origin', 'rensai/drift')
  expect((await propose()).stderr).toMatch(/^Nothing new since the last run: /)
  expect(await git('ls-remote', 'origin', 'rensai/drift')).toBe(tip)

  await edit('---\ntitle: A\n---\n\nC\n')
  expect((await propose()).stderr).toMatch(/^Updated: /)
  expect(pulls).toHaveLength(1)
  expect(await git('show', 'origin/rensai/drift:posts/brought.md')).toContain('C')
  expect(await git('rev-list', '--count', 'origin/main..origin/rensai/drift')).toBe('1')

  await git(
    'push',
    '--quiet',
    'origin',
    `${await git('commit-tree', 'HEAD^{tree}', '-p', 'origin/rensai/drift', '-m', 'Mine')}:refs/heads/rensai/drift`,
  )
  await edit('---\ntitle: A\n---\n\nD\n')
  const { exitCode, stderr } = await propose()
  expect(exitCode).toBe(4)
  expect(stderr).toContain('Somebody has committed to rensai/drift')
  expect(await readFile(path.join(clone, 'posts/brought.md'), 'utf8')).toContain('D')
})

test.each([
  [{ GITHUB_TOKEN: '' }, 'GITHUB_TOKEN is not set.', 2],
  [{ GITHUB_API_URL: 'http://api.example' }, 'GITHUB_API_URL is no https address.', 2],
  [{ GITHUB_TOKEN: 'another' }, 'GitHub answers 401', 3],
  [{ GITHUB_REPOSITORY: 'owner/../x' }, 'GITHUB_REPOSITORY names no repository.', 2],
])('%j is said as what it is', async (variables, words, code) => {
  const none = await put('none.json', '[]')
  const { exitCode, stderr } = await github(['issue', none], variables)
  expect(stderr).toContain(words)
  expect(stderr).not.toContain('a-token')
  expect(exitCode).toBe(code)
})

test.each([
  '{',
  'null',
  '[]',
  '{"pull_request":null}',
  '{"pull_request":{"number":"7"}}',
  '{"pull_request":{"number":0}}',
])('an event that is about no pull request is no bug: %s', async (event) => {
  await put('event.json', event)
  const { exitCode, stderr } = await github(['comment', await put('plan.md', 'A plan')])
  expect(stderr).toContain('This run is about no pull request.')
  expect(exitCode).toBe(2)
  expect(sent).toEqual([])
})

test.each(['', '{}', '[null]', '[1]', '[{"file":"a.md"}]', 'null', 'npm error'])(
  'what is no list of messages closes no issue: %j',
  async (list) => {
    const { exitCode, stderr } = await github(['issue', await put('links.json', list)])
    expect(stderr).toContain('holds no list of messages.')
    expect(exitCode).toBe(2)
    expect(sent).toEqual([])
  },
)
