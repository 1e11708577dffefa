import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { Connection } from '../../src/config/connection.ts'
import { decodeSlug, encodeSlug, keptSlug } from '../../src/posts/slugs.ts'
import { Client } from '../../src/site/client.ts'
import { findPost } from '../../src/sync/versions.ts'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let client: Client
let project: Project

beforeAll(async () => {
  wordpress = await startTestSandbox('/%postname%/')
  client = await Client.connect(new Connection(wordpress.url, wordpress.username, wordpress.appPassword))
  project = await copyProject('test/fixtures/pair')
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

const GIVEN = [
  ...['エンコード', 'が行'.normalize('NFD'), 'Café', 'cafe\u0301', 'ＡＢＣ', 'straße', 'a_b', 'C++', 'a%20b'],
  ...[
    '%2e%2e%2f',
    '100%',
    '東京・京都',
    '東京「駅」',
    '東京　駅',
    'a—b',
    'a…b',
    'x🎉',
    'Ωmega',
    'Жар',
    'あ'.repeat(30),
  ],
  ...[
    'a'.repeat(250),
    'a&amp;b',
    'a&b',
    '<b>x</b>',
    "it's",
    'Ⅷ',
    'ﬁx',
    'ｱ',
    'x×y',
    'a/b',
    'a.b',
    '-a--b-',
    'a\u00a0b',
  ],
  ...[
    'a\u200bb',
    '€5 £6',
    'x²',
    '日本語！',
    'İstanbul',
    'a“b”',
    '%e3%82',
    '한글'.normalize('NFD'),
    'ΟΔΟΣ-x',
    'a\tb',
    'a b',
  ],
]

/** Every letter of the Latin blocks, and signs; a few in each slug. */
function latin(): string[] {
  const ranges = [
    [0xa1, 0x24f],
    [0x250, 0x25f],
    [0x1e00, 0x1eff],
    [0x2000, 0x203a],
  ] as const
  const letters = ranges.flatMap(([from, to]) =>
    Array.from({ length: to - from + 1 }, (_, index) => String.fromCodePoint(from + index)),
  )
  return Array.from({ length: Math.ceil(letters.length / 18) }, (_, index) =>
    letters.slice(index * 18, index * 18 + 18).join('x'),
  )
}

test('what WordPress keeps of a slug is known beforehand', async () => {
  const slugs = [...GIVEN, ...latin()].map((slug, index) => `s${index}-${slug}`)
  const kept: string[] = []
  for (let at = 0; at < slugs.length; at += 25) {
    const requests = slugs.slice(at, at + 25).map((slug) => ({
      path: '/wp/v2/posts',
      body: { title: 'A', status: 'draft', slug },
    }))
    const answer = await wordpress.rest<{ responses: { body: { slug: string } }[] }>('POST', '/batch/v1', {
      requests,
    })
    kept.push(...answer.responses.map(({ body }) => decodeSlug(body.slug)))
  }
  expect(slugs.map(keptSlug)).toEqual(kept)
})

test('a post is found by its slug, encoded or not, however it came by it', async () => {
  // Sent as octets, WordPress keeps the accent that it would take away otherwise.
  const made = await wordpress.rest('POST', '/wp/v2/posts', {
    title: 'A',
    status: 'draft',
    slug: 'caf%c3%a9',
  })
  const other = await wordpress.rest('POST', '/wp/v2/posts', { title: 'B', status: 'draft', slug: '語' })
  for (const slug of ['café', 'caf%c3%a9', 'caf%C3%A9', 'cafe\u0301']) {
    expect((await findPost(slug, client)).post.id).toBe(made.id)
  }
  expect((await findPost('%e8%aa%9e', client)).post.id).toBe(other.id)
  expect((await client.listPostsBySlug(['café', '語'])).map(({ slug }) => slug).sort()).toEqual([
    'café',
    '語',
  ])
})

test('an article with a percent-encoded slug is the one with the decoded slug', async () => {
  const config = (text: string): string =>
    JSON.stringify({ ...JSON.parse(text), slug: { pattern: '^[\\p{L}\\p{N}-]+$' } })
  await project.edit('wp.config.json', config)
  const slug = '第一の記事-en'
  const write = async (written: string): Promise<void> => {
    const text = `---\ntitle: A\nslug: "${written}"\nstatus: publish\n---\n\nText.\n`
    await writeFile(path.join(project.root, 'posts/first-en.md'), text)
  }
  const run = async (...args: string[]) =>
    await runCli([...args, '--config', project.config], wordpress.environment)
  await write(encodeSlug(slug).replace(/%../g, (octet) => octet.toUpperCase()))
  const only = ['--only', encodeSlug(slug)]
  expect((await run('publish', '--json', ...only)).json()).toMatchObject({
    outcomes: [
      { kind: 'create-post', slug, status: 'applied', link: `${wordpress.url}/${encodeSlug(slug)}/` },
    ],
  })
  await write(slug.normalize('NFD'))
  expect((await run('plan', '--json', '--only', '第一*')).json()).toMatchObject({ changes: [], unchanged: 1 })
  for (const written of [slug, encodeSlug(slug)]) {
    const { stdout, exitCode } = await run('history', written)
    expect(exitCode).toBe(0)
    expect(stdout).not.toBe('')
  }
})
