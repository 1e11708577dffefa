import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readKeptFile, writeKeptFile } from '../../src/kept-files.ts'
import { speak } from '../../src/language/speak.ts'
import { checkRemote, type RemoteSummary } from '../../src/links/check-remote.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { parsePost } from '../../src/posts/read.ts'
import { messagesToJson } from '../../src/report/messages.ts'
import { allRules } from '../../src/rules.ts'
import { type SettingsInput, testConfig } from '../helpers/config.ts'
import {
  inTurn,
  page,
  type Route,
  type RoutedServer,
  startRoutedServer,
  status,
} from '../helpers/routed-server.ts'
import { buildLinkGraph } from '../helpers/sources.ts'

const NAME = 'external-links.json'

type CheckSettings = NonNullable<NonNullable<SettingsInput['externalLinks']>['check']>

let root: string
let servers: RoutedServer[]

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-remote-'))
  servers = []
})

afterEach(async () => {
  await Promise.all(servers.map((server) => server.close()))
  await rm(root, { recursive: true, force: true })
})

async function serve(routes: Readonly<Record<string, Route>>, host?: string): Promise<RoutedServer> {
  const server = await startRoutedServer(routes, host)
  servers.push(server)
  return server
}

interface Checked {
  readonly summary: RemoteSummary
  /** `line:column severity rule message` */
  readonly messages: readonly string[]
  /** The article with every fix made. */
  readonly fixed: string
}

/** Checks the links of an article that has this body, with every rule on. */
async function check(body: string, settings: CheckSettings = {}): Promise<Checked> {
  const config = testConfig(
    {
      site: { url: 'http://own.invalid' },
      rules: Object.fromEntries(
        allRules.map(({ id, severity }) => [id, severity === 'off' ? 'warn' : severity]),
      ),
      externalLinks: { check: { allowAddresses: ['127.0.0.1'], delayMs: 0, ...settings } },
    },
    root,
  )
  const source = parsePost('a.md', body, config)
  source.file.messages = []
  const summary = await checkRemote(buildLinkGraph([source], createLinkTargets([], config)), config)
  const messages = messagesToJson([source.file]).map(
    ({ line, column, severity, ruleId, message }) => `${line}:${column} ${severity} ${ruleId} ${message}`,
  )
  let fixed = String(source.file)
  for (const { fix } of source.file.messages.toReversed()) {
    if (fix !== undefined) fixed = fixed.slice(0, fix.start) + fix.text + fixed.slice(fix.end)
  }
  return { summary, messages, fixed }
}

test('asks each address once, with HEAD, however many links lead to it', async () => {
  const server = await serve({ '/a': status(200), '/b?x=1': status(204) })
  const { url } = server
  const { messages, summary } = await check(`[a](${url}/a) <${url}/a> <a href="${url}/a">a</a> ${url}/b?x=1`)
  expect(messages).toEqual([])
  expect(server.requests.toSorted()).toEqual(['HEAD /a', 'HEAD /b?x=1'])
  expect(summary).toEqual({ ok: 2, down: 0, refused: 0, unreachable: 0, private: 0, cached: 0 })
})

test('asks many at once without a warning of a leak', async () => {
  const paths = Array.from({ length: 20 }, (_, index) => `/${index}`)
  const server = await serve(Object.fromEntries(paths.map((at) => [at, status(200)])))
  const warnings: Error[] = []
  const note = (warning: Error): number => warnings.push(warning)
  process.on('warning', note)
  try {
    const { summary } = await check(paths.map((at) => `<${server.url}${at}>`).join('\n'))
    expect(summary.ok).toBe(20)
  } finally {
    process.off('warning', note)
  }
  expect(warnings).toEqual([])
})

test('asks with GET before it believes that a page is down', async () => {
  const byMethod: Route = ({ method }, response) => {
    response.writeHead(method === 'HEAD' ? 405 : 200).end('text')
  }
  const server = await serve({ '/get-only': byMethod, '/gone': status(410) })
  const { messages } = await check(`[a](${server.url}/get-only)\n[b](${server.url}/gone)`)
  expect(messages).toEqual([`2:1 error external-down ${server.url}/gone cannot be opened: it answers 410.`])
  expect(server.requests.toSorted()).toEqual(['GET /get-only', 'GET /gone', 'HEAD /get-only', 'HEAD /gone'])
})

test('tells what is down from what refuses programs and from what cannot be reached', async () => {
  const server = await serve({
    '/403': status(403),
    '/429': status(429, { 'retry-after': '3600' }),
    '/999': status(999),
    '/puzzle': status(503, { 'cf-mitigated': 'challenge', 'retry-after': '3600' }),
    '/500': status(500),
    '/silent': () => {},
    '/cut': (request) => request.socket.destroy(),
  })
  const closed = await serve({})
  await closed.close()
  servers.pop()
  const { url } = server
  const lines = ['403', '429', '999', 'puzzle', '500', 'silent', 'cut', 'none'].map(
    (name) => `<${url}/${name}>`,
  )
  const { messages, summary } = await check(
    [...lines, `<${closed.url}/>`, '<http://name.invalid/>'].join('\n'),
    { retries: 0, timeoutSeconds: 2 },
  )
  expect(messages).toEqual([
    `1:1 warn external-refused ${url}/403 refuses programs: it answers 403.`,
    `2:1 warn external-refused ${url}/429 refuses programs: it answers 429.`,
    `3:1 warn external-refused ${url}/999 refuses programs: it answers 999.`,
    `4:1 warn external-refused ${url}/puzzle refuses programs: it answers 503.`,
    `5:1 error external-down ${url}/500 cannot be opened: it answers 500.`,
    `6:1 warn external-unreachable ${url}/silent could not be reached from here: ${new URL(url).host} does not answer within 2 seconds.`,
    `7:1 error external-down ${url}/cut cannot be opened: it breaks off the connection.`,
    `8:1 error external-down ${url}/none cannot be opened: it answers 404.`,
    `9:1 error external-down ${closed.url}/ cannot be opened: it refuses the connection.`,
    expect.stringMatching(
      /^10:1 warn external-unreachable http:\/\/name\.invalid\/ could not be reached from here: .* \(name\.invalid\)\.$/,
    ),
  ])
  expect(summary).toEqual({ ok: 0, down: 4, refused: 4, unreachable: 2, private: 0, cached: 0 })
})

test('tries again what may pass, and rests as long as the site asks', async () => {
  const server = await serve({
    '/busy': inTurn(status(503), status(503, { 'retry-after': '1' }), status(200)),
    '/broken': status(502),
  })
  const { messages } = await check(`[a](${server.url}/busy)`)
  expect(messages).toEqual([])
  expect(server.requests).toEqual(['HEAD /busy', 'GET /busy', 'GET /busy'])
  expect((server.times[2] ?? 0) - (server.times[1] ?? 0)).toBeGreaterThanOrEqual(990)

  server.requests.length = 0
  await check(`[b](${server.url}/broken)`, { retries: 1 })
  expect(server.requests).toEqual(['HEAD /broken', 'GET /broken', 'GET /broken'])
})

test('shows redirects, and mends the permanent ones', async () => {
  const server = await serve({
    '/old': status(301, { location: '/newer' }),
    '/newer': status(308, { location: '/new(1)?a=1&b=2' }),
    '/new(1)?a=1&b=2': status(200),
    '/login': status(302, { location: '/newer' }),
    '/dropped': status(301, { location: '/' }),
    '/': status(200),
    '/mixed': status(301, { location: '/login' }),
    '/circle': status(302, { location: '/circle' }),
    '/ftp': status(301, { location: 'ftp://127.0.0.1/' }),
    '/dead': status(301, { location: '/gone' }),
  })
  const { url } = server
  const body = [
    `[a](${url}/old) <${url}/old> <a href="${url}/old">a</a> [ref]`,
    `[b](${url}/login)`,
    `[c](${url}/dropped)`,
    `[d](${url}/mixed)`,
    `[e](${url}/circle) [f](${url}/ftp) [g](${url}/dead)`,
    '',
    `[ref]: ${url}/old "title"`,
  ].join('\n')
  const { messages, fixed } = await check(body)
  const moved = (place: string, from: string, to: string): string =>
    `${place} warn external-moved ${url}${from} has moved for good to ${url}${to}`
  const width = url.length
  expect(messages).toEqual([
    moved('1:1', '/old', '/new(1)?a=1&b=2'),
    moved(`1:${width + 11}`, '/old', '/new(1)?a=1&b=2'),
    moved(`1:${2 * width + 27}`, '/old', '/new(1)?a=1&b=2'),
    `2:1 warn external-redirect ${url}/login leads on to ${url}/new(1)?a=1&b=2 (302, for the time being)`,
    moved('3:1', '/dropped', '/'),
    moved('4:1', '/mixed', '/login'),
    `5:1 warn external-refused ${url}/circle refuses programs: it leads in a circle, as sites do that want cookies.`,
    `5:${width + 14} error external-down ${url}/ftp cannot be opened: it leads on to "ftp://127.0.0.1/", which is no web address.`,
    `5:${2 * width + 24} error external-down ${url}/dead cannot be opened: it answers 404.`,
    moved('7:1', '/old', '/new(1)?a=1&b=2'),
  ])
  const to = `${url}/new%281%29?a=1&b=2`
  expect(fixed).toBe(
    [
      `[a](${to}) <${to}> <a href="${to.replace('&', '&amp;')}">a</a> [ref]`,
      `[b](${url}/login)`,
      `[c](${url}/dropped)`,
      `[d](${url}/login)`,
      `[e](${url}/circle) [f](${url}/ftp) [g](${url}/dead)`,
      '',
      `[ref]: ${to} "title"`,
    ].join('\n'),
  )
})

test('looks for the section in the page, as a browser would', async () => {
  const html = '<h2 id="概要">x</h2><a name=old></a><h2 id="user-content-readme">x</h2><!-- <p id="no"> -->'
  const eucJp = Buffer.concat([
    Buffer.from('<meta charset="euc-jp"><p id="'),
    Buffer.from([0xb3, 0xb5, 0xcd, 0xd7]),
    Buffer.from('">'),
  ])
  const server = await serve({
    '/page': page(html),
    '/gzip': page(gzipSync(html), { 'content-encoding': 'gzip' }),
    '/euc': page(eucJp, { 'content-type': 'text/html' }),
    '/pdf': page('%PDF', { 'content-type': 'application/pdf' }),
    '/long': page(`<p id="x">${'<i>'.repeat(3_000_000)}`),
  })
  const { url } = server
  const { messages } = await check(
    [
      `<${url}/page#%E6%A6%82%E8%A6%81> [a](${url}/page#概要) [b](${url}/page#old) [c](${url}/page#readme)`,
      `[d](${url}/page#top) [e](${url}/page#:~:text=x) [f](${url}/page#!/route)`,
      `[g](${url}/page#no)`,
      `[h](${url}/gzip#old) [i](${url}/euc#概要)`,
      `[j](${url}/gzip#none)`,
      `[k](${url}/pdf#page=2) [l](${url}/long#y)`,
    ].join('\n'),
  )
  expect(messages).toEqual([
    `3:1 warn external-anchor ${url}/page has no section "#no".`,
    `5:1 warn external-anchor ${url}/gzip has no section "#none".`,
  ])
  expect(server.requests.toSorted()).toEqual(['GET /euc', 'GET /gzip', 'GET /long', 'GET /page', 'GET /pdf'])
})

test('keeps answers for as long as the configuration says, and failures not at all', async () => {
  const server = await serve({
    '/a': page('<p id="x">'),
    '/moved': status(301, { location: '/a' }),
    '/403': status(403),
  })
  const { url } = server
  const body = `[a](${url}/a) [b](${url}/moved) [c](${url}/403) [d](${url}/none)`
  const first = await check(body)
  expect(first.summary).toMatchObject({ ok: 2, refused: 1, down: 1, cached: 0 })

  server.requests.length = 0
  const second = await check(body)
  expect(second.messages).toEqual(first.messages)
  expect(second.summary).toMatchObject({ ok: 2, refused: 1, down: 1, cached: 3 })
  expect(server.requests).toEqual(['HEAD /none', 'GET /none'])

  server.requests.length = 0
  await check(`[a](${url}/a#x)`)
  await check(`[a](${url}/a#x) [a](${url}/a)`)
  expect(server.requests).toEqual(['GET /a'])

  server.requests.length = 0
  await check(`[a](${url}/a)`, { maxAgeHours: 0 })
  expect(server.requests).toEqual(['HEAD /a'])

  expect(await readFile(path.join(root, '.rensai', '.gitignore'), 'utf8')).toBe('*\n')
  const aged = structuredClone(readKeptFile({ root }, NAME)) as {
    entries: Record<string, { checkedAt: number }>
  }
  for (const entry of Object.values(aged.entries)) entry.checkedAt -= 25 * 3_600_000
  for (const content of [aged, { version: 2 }, 'no entries', { version: 1, entries: { a: 1 } }]) {
    writeKeptFile({ root }, NAME, content)
    server.requests.length = 0
    await check(`[a](${url}/a)`)
    expect(server.requests).toEqual(['HEAD /a'])
  }
})

test('asks a site that refused anew when the reason is to be said in another language', async () => {
  const { url } = await serve({ '/a': page(''), '/403': status(403) })
  await check(`<${url}/a> <${url}/403>`)
  try {
    await speak('ja')
    const { summary, messages } = await check(`<${url}/a> <${url}/403>`)
    expect(summary).toMatchObject({ ok: 1, refused: 1, cached: 1 })
    expect(messages.join()).toContain(
      `${url}/403 はプログラムからのアクセスを拒んでいます: 応答は 403 です。`,
    )
  } finally {
    await speak('en')
  }
})

test('does not believe answers that came with the folder', async () => {
  const { url, requests } = await serve({ '/a': status(200) })
  await check(`[a](${url}/a)`)
  const file = path.join(root, '.rensai', NAME)
  const [, text = ''] = (await readFile(file, 'utf8')).split('\n')
  expect(text).toContain(`"${url}/a"`)
  for (const foreign of [text, `\n${text}`, `${'0'.repeat(64)}\n${text}`]) {
    await writeFile(file, foreign)
    requests.length = 0
    await check(`[a](${url}/a)`)
    expect(requests).toEqual(['HEAD /a'])
  }
})

test('leaves out what the configuration ignores', async () => {
  const server = await serve({})
  const { summary } = await check(
    `[a](${server.url}/x/y.html?z=1#q) [b](http://x.example/a) [c](mailto:a@b.example)`,
    { ignore: [`${server.url}/x/**`, 'x.example'] },
  )
  expect(server.requests).toEqual([])
  expect(summary).toEqual({ ok: 0, down: 0, refused: 0, unreachable: 0, private: 0, cached: 0 })
})

test.each([
  ['http://127.0.0.1:PORT/', '127.0.0.1 is a private address'],
  ['http://2130706433:PORT/', '127.0.0.1 is a private address'],
  ['http://0x7f.1:PORT/', '127.0.0.1 is a private address'],
  ['http://localhost:PORT/', 'localhost is the private address 127.0.0.1'],
  ['http://[::ffff:127.0.0.1]:PORT/', '::ffff:7f00:1 is a private address'],
  ['http://[::1]:PORT/', '::1 is a private address'],
  ['http://0.0.0.0:PORT/', '0.0.0.0 is a private address'],
  ['http://169.254.169.254/latest/meta-data/', '169.254.169.254 is a private address'],
  ['http://10.1.2.3/', '10.1.2.3 is a private address'],
])('does not ask %s', async (address, reason) => {
  const server = await serve({ '/': status(200) })
  const url = address.replace('PORT', String(server.port))
  const { messages } = await check(`<${url}>`, { allowAddresses: [] })
  expect(messages).toEqual([expect.stringMatching(/^1:1 warn external-private .* was not asked: .*\.$/)])
  // Names may have an address of each family, either of which is reason enough.
  expect(
    messages[0]?.replace(
      'localhost is the private address ::1',
      'localhost is the private address 127.0.0.1',
    ),
  ).toContain(reason)
  expect(server.requests).toEqual([])
})

test('does not follow a redirect into a private network, whatever may be asked otherwise', async () => {
  const inner = await serve({ '/': status(200) }, '127.0.0.2')
  const server = await serve({
    '/inner': status(302, { location: `${inner.url}/` }),
    '/name': status(301, { location: `http://localhost:${inner.port}/` }),
  })
  const { messages } = await check(`<${server.url}/inner>`)
  expect(messages).toEqual([
    `1:1 warn external-private ${server.url}/inner was not asked: 127.0.0.2 is a private address.`,
  ])
  expect(inner.requests).toEqual([])
  expect((await check(`<${server.url}/inner>`, { allowAddresses: ['127.0.0.0/8'] })).summary.ok).toBe(1)
  expect(inner.requests).toEqual(['HEAD /'])
})

test('asks one host only so often at once, and not too fast', async () => {
  const slow: Route = (_, response) => {
    setTimeout(() => response.writeHead(200).end(), 150)
  }
  const names = Array.from({ length: 8 }, (_, index) => `/${index}`)
  const server = await serve(Object.fromEntries(names.map((name) => [name, slow])))
  const links = names.map((name) => `<${server.url}${name}>`).join(' ')
  await check(links, { perHost: 3 })
  expect(server.mostAtOnce()).toBe(3)

  server.times.length = 0
  await check(links, { perHost: 8, delayMs: 200, maxAgeHours: 0 })
  expect(server.times).toHaveLength(8)
  expect((server.times[7] ?? 0) - (server.times[0] ?? 0)).toBeGreaterThanOrEqual(1200)
})

test('ends in time, and says what it did not get to', async () => {
  const server = await serve({ '/a': () => {}, '/b': () => {} })
  const begun = Date.now()
  const { messages, summary } = await check(`<${server.url}/a>\n<${server.url}/b>`, {
    runSeconds: 1.5,
    perHost: 1,
  })
  expect(Date.now() - begun).toBeLessThan(9000)
  expect(messages).toEqual(
    ['a', 'b'].map(
      (name, index) =>
        `${index + 1}:1 warn external-unreachable ${server.url}/${name} could not be reached from here: the time for the whole run was over.`,
    ),
  )
  expect(summary.unreachable).toBe(2)
  expect(server.requests).toEqual(['HEAD /a'])
})
