import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { UserError } from '../src/errors.ts'
import { isInShard, toShard } from '../src/shard.ts'
import { runCli } from './helpers/cli.ts'
import { startRoutedServer, status } from './helpers/routed-server.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-shard-'))
})

afterEach(() => rm(root, { recursive: true }))

const run = (...args: string[]) => runCli([...args, '--config', path.join(root, 'wp.config.json')])

const PARTS = ['1/3', '2/3', '3/3']

interface Message {
  readonly file: string
}

const messagesOf = (stdout: string): string[] =>
  (JSON.parse(stdout) as Message[]).map((message) => JSON.stringify(message))

/** Every file below a folder, with its bytes. */
async function filesOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  return new Map(
    await Promise.all(
      files.map(async ({ parentPath, name }) => {
        const file = path.join(parentPath, name)
        return [path.relative(folder, file), await readFile(file, 'base64')] as const
      }),
    ),
  )
}

test('every name belongs to exactly one part, whatever their number, and the parts are alike in size', () => {
  fc.assert(
    fc.property(fc.string(), fc.integer({ min: 1, max: 20 }), (name, count) => {
      const parts = Array.from({ length: count }, (_, at) => isInShard(name, { index: at + 1, count }))
      expect(parts.filter(Boolean)).toHaveLength(1)
    }),
  )
  const sizes = [1, 2, 3].map(
    (index) =>
      Array.from({ length: 10_000 }, (_, number) => `article-${number}`).filter((name) =>
        isInShard(name, { index, count: 3 }),
      ).length,
  )
  expect(Math.max(...sizes) / Math.min(...sizes)).toBeLessThan(1.1)
})

test.each(['', '0/3', '4/3', '1', '1/0', '1.5/3', '-1/3', '1/3/3', '٢/3', '01/3', '1/99999'])(
  '%s is no part',
  (text) => {
    expect(() => toShard(text)).toThrow(UserError)
  },
)

test('three at once say together what one says, each its own, and write every file once', async () => {
  await cp('test/fixtures/broken', root, { recursive: true })
  const whole = await run('check', '--format', 'json')
  await rm(path.join(root, '.rensai'), { recursive: true, force: true })
  const parts = await Promise.all(PARTS.map((part) => run('check', '--format', 'json', '--shard', part)))
  const said = parts.map(({ stdout }) => messagesOf(stdout))
  expect(said.flat().sort()).toEqual(messagesOf(whole.stdout).sort())
  expect(said.every((messages) => messages.length > 0)).toBe(true)
  for (const { exitCode, stdout } of parts) {
    expect(exitCode).toBe(/"severity": "error"/.test(stdout) ? 1 : 0)
  }
  // What is about no article is said by the first part.
  const about = (index: number) => (said[index] ?? []).filter((text) => !text.includes('"file":"posts/'))
  expect(about(0)).not.toEqual([])
  expect([...about(1), ...about(2)]).toEqual([])
  // What the three kept together is what one keeps.
  const kept = await filesOf(path.join(root, '.rensai'))
  expect([...kept.keys()].filter((name) => name.startsWith('digests/'))).not.toEqual([])
  expect((await run('check', '--format', 'json')).stdout).toBe(whole.stdout)
  expect([...(await filesOf(path.join(root, '.rensai'))).keys()].sort()).toEqual([...kept.keys()].sort())
})

/** Builds the whole and its parts: laid over each other these are the whole, and what two hold is the same in both. */
async function expectPartsToBeTheWhole(): Promise<void> {
  await run('preview')
  const whole = await filesOf(path.join(root, 'dist/preview'))
  await rm(path.join(root, 'dist'), { recursive: true })
  await Promise.all(PARTS.map((part) => run('preview', '--shard', part)))
  const folders = (await readdir(path.join(root, 'dist'))).sort()
  expect(folders).toEqual(['preview-1-of-3', 'preview-2-of-3', 'preview-3-of-3'])
  const parts = await Promise.all(folders.map((name) => filesOf(path.join(root, 'dist', name))))
  const pages = parts.flatMap((files) => [...files.keys()].filter((name) => name.endsWith('.html')))
  expect(new Set(pages).size).toBe(pages.length)
  for (const [name, bytes] of parts.flatMap((files) => [...files]))
    expect([name, bytes]).toEqual([name, whole.get(name)])
  expect(new Set(parts.flatMap((files) => [...files.keys()]))).toEqual(new Set(whole.keys()))
}

test('the pages of three that build at once are those of one', async () => {
  for (const name of ['posts', 'images', 'wp.config.json']) {
    await cp(name, path.join(root, name), { recursive: true })
  }
  await expectPartsToBeTheWhole()
})

test('the index has the pictures of other parts also where articles name none and the first one stands for them', async () => {
  const settings = { site: { url: 'https://example.com' }, images: { featured: 'first' } }
  await mkdir(path.join(root, 'posts'))
  await mkdir(path.join(root, 'images'))
  await writeFile(path.join(root, 'wp.config.json'), JSON.stringify(settings))
  for (const number of [1, 2, 3, 4, 5, 6]) {
    const picture = sharp({ create: { width: 1200, height: 630, channels: 3, background: `#${number}00` } })
    await writeFile(path.join(root, `images/${number}.png`), await picture.png().toBuffer())
    const body = `![Picture](../images/${number}.png)\n\n![Another](../images/1.png)\n`
    // Where a link leads nowhere, the article has an error, and its pages all the same.
    const text = `---\ntitle: "Article ${number}"\n---\n\n${body}\n[gone](./gone-${number % 2}.md)\n`
    await writeFile(path.join(root, `posts/article-${number}.md`), text)
  }
  await expectPartsToBeTheWhole()
  const index = await readFile(path.join(root, 'dist/preview-1-of-3/index.html'), 'utf8')
  expect(index.match(/src="thumbnails\//g)).toHaveLength(6)
})

test('a site is asked by one part, which tells of every link to it', async () => {
  const servers = await Promise.all(
    Array.from({ length: 4 }, () => startRoutedServer({ '/good': status(200) })),
  )
  await cp('test/fixtures/pair', root, { recursive: true })
  const config = path.join(root, 'wp.config.json')
  const settings = JSON.parse(await readFile(config, 'utf8'))
  const check = { allowAddresses: ['127.0.0.1'], delayMs: 0 }
  await writeFile(config, JSON.stringify({ ...settings, externalLinks: { check } }))
  for (const [number, { url }] of servers.entries()) {
    for (const name of ['a', 'b', 'c']) {
      const text = `---\ntitle: "${name}${number}"\nslug: ${name}-${number}\n---\n\n[甲](${url}/good) [乙](${url}/bad)\n`
      await writeFile(path.join(root, `posts/${name}-${number}.md`), text)
    }
  }
  const external = ['check', '--external', '--rules', 'external-*', '--format', 'json']
  const whole = messagesOf((await run(...external)).stdout)
  expect(whole).toHaveLength(12)
  await rm(path.join(root, '.rensai'), { recursive: true })
  for (const { requests } of servers) requests.length = 0
  const parts = await Promise.all(PARTS.map((part) => run(...external, '--shard', part)))
  expect(parts.flatMap(({ stdout }) => messagesOf(stdout)).sort()).toEqual(whole.sort())
  for (const { requests } of servers) {
    expect(requests.filter((line) => line === 'HEAD /good')).toHaveLength(1)
  }
  await Promise.all(servers.map(({ close }) => close()))
})

test('only the rules that were asked for are told, and a rule that does not exist is an error', async () => {
  await cp('test/fixtures/broken', root, { recursive: true })
  const { stdout } = await run('check', '--format', 'json', '--rules', 'slug-*')
  const rules = (JSON.parse(stdout) as { ruleId: string }[]).map(({ ruleId }) => ruleId)
  expect(rules.length).toBeGreaterThan(0)
  expect(rules.filter((rule) => !/^slug-/.test(rule))).toEqual([])
  const { exitCode, stderr } = await run('check', '--rules', 'no-such-rule')
  expect(exitCode).toBe(2)
  expect(stderr).toContain('--rules no-such-rule names no rule.')
})
