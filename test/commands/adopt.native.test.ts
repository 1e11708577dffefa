import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import stringWidth from 'fast-string-width'
import { glob } from 'tinyglobby'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

const AMOUNT = 24

interface Seen {
  readonly id: number
  readonly slug: string
  readonly link: string
  readonly modified_gmt: string
  readonly content: { readonly raw: string }
}

let wordpress: TestSandbox
let root: string
let config: string
const ids = new Map<number, number>()

beforeAll(async () => {
  wordpress = await startTestSandbox()
  root = await mkdtemp(path.join(tmpdir(), 'rensai-adopt-'))
  config = path.join(root, 'wp.config.json')
  const parent = await wordpress.rest<{ id: number }>('POST', '/wp/v2/categories', { name: '開発' })
  const child = await wordpress.rest<{ id: number }>('POST', '/wp/v2/categories', {
    name: 'VS Code & Copilot',
    slug: 'copiloterro',
    parent: parent.id,
  })
  const tag = await wordpress.rest<{ id: number }>('POST', '/wp/v2/tags', { name: 'Docker' })
  for (let number = 1; number <= AMOUNT; number += 1) {
    const { id } = await wordpress.rest<{ id: number }>('POST', '/wp/v2/posts', {
      title: `記事 ${number}`,
      slug: `article-${number}`,
      status: number === 24 ? 'draft' : 'publish',
      date: `2026-01-${String(number).padStart(2, '0')}T09:00:00`,
      categories: [child.id],
      tags: [tag.id],
      excerpt: `要約 ${number}`,
      content: number % 2 === 0 ? classic(number) : blocks(number),
    })
    ids.set(number, id)
  }
})

afterAll(async () => {
  await wordpress.stop()
  await rm(root, { recursive: true, force: true })
})

/** As somebody wrote it before the block editor. */
const classic = (number: number): string =>
  `${number}番目の<strong>記事</strong>です。\n\n<h2>原因</h2>\n<ul>\n<li>一つ目</li>\n<li>二つ目</li>\n</ul>`

const blocks = (number: number): string =>
  [
    `<!-- wp:paragraph -->\n<p>${number}番目の<strong>記事</strong>です。</p>\n<!-- /wp:paragraph -->`,
    '<!-- wp:heading -->\n<h2 class="wp-block-heading" id="原因">原因</h2>\n<!-- /wp:heading -->',
    '<!-- wp:list -->\n<ul><!-- wp:list-item -->\n<li>一つ目</li>\n<!-- /wp:list-item -->\n\n<!-- wp:list-item -->\n<li>二つ目</li>\n<!-- /wp:list-item --></ul>\n<!-- /wp:list -->',
  ].join('\n\n')

const markdown = (number: number, keys: string, text: string): string =>
  `---\r\ntitle: "記事 ${number}"\r\ndate: 2026-01-${String(number).padStart(2, '0')} 09:00\r\ncategories: [VS Code & Copilot]\r\ntags: [Docker]\r\nexcerpt: 要約 ${number}\r\n${keys}---\r\n\r\n${number}番目の**記事**${text}\r\n\r\n## 原因\r\n\r\n- 一つ目\r\n- 二つ目\r\n`

async function write(number: number, name: string, keys = '', text = 'です。'): Promise<void> {
  await mkdir(path.join(root, 'posts'), { recursive: true })
  await writeFile(
    path.join(root, 'posts', `${name}.md`),
    markdown(number, `status: publish\r\n${keys}`, text),
  )
}

async function articles(): Promise<Record<string, string>> {
  const names = (await glob('posts/*.md', { cwd: root })).sort()
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(path.join(root, name), 'utf8')])),
  )
}

const seen = (): Promise<Seen[]> =>
  wordpress.rest('GET', '/wp/v2/posts?context=edit&status=any&per_page=100&orderby=id&order=asc')

const run = (...args: string[]) => runCli([...args, '--config', config], wordpress.environment)

test('a folder beside a site with tens of posts is made a project, paired, and taken over when that is asked for', async () => {
  for (let number = 1; number <= 10; number += 1) await write(number, `article-${number}`)
  for (let number = 11; number <= 14; number += 1)
    await write(number, `article-${number}`, '', 'を書き直しました。')
  await write(15, 'another-name')
  await write(16, 'by-id', `id: ${ids.get(16)}\r\n`)
  const before = await seen()

  const made = await run('init')
  expect(made.stderr).toContain(`has ${AMOUNT + 1} posts`)
  expect(made.stderr).toContain('14 posts of the site have the slug of an article here.')
  expect(made.exitCode).toBe(0)
  expect(JSON.parse(await readFile(config, 'utf8'))).toMatchObject({
    site: { timezone: 'Asia/Tokyo', permalink: '/archives/%post_id%', language: 'ja' },
    posts: 'posts',
    categories: expect.arrayContaining([
      { name: '開発' },
      { name: 'VS Code & Copilot', slug: 'copiloterro', parent: '開発' },
    ]),
  })

  const texts = await articles()
  const shown = await run('adopt', '--dry-run')
  expect(shown.exitCode).toBe(0)
  expect(await articles()).toEqual(texts)
  const said = shown.stderr
  expect(said).toContain('15 articles are posts that were not published from here')
  expect(said).toContain(`posts/article-11.md: post ${ids.get(11)} (by its slug) differs in content`)
  expect(said).toMatch(new RegExp(`posts/article-1\\.md: post ${ids.get(1)} \\(by its slug\\) says the same`))
  expect(said).toContain(`posts/by-id.md: post ${ids.get(16)} (by its id) differs in slug`)
  expect(said).toContain('書き直しました')
  expect(said).not.toContain('wp:paragraph')
  expect(said).toContain(`? posts/another-name.md: post ${ids.get(15)}`)
  expect(said).toContain('9 posts of the site have no article here:')
  expect(said).toMatch(/To bring them here: .*pull( --)? --all/)
  expect(said.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([])

  const unasked = await run('adopt')
  expect(unasked.exitCode).toBe(2)
  expect(await articles()).toEqual(texts)

  const adopted = await run('adopt', '--yes')
  expect(adopted.exitCode).toBe(0)
  expect(adopted.stderr).toContain('Nothing on the site was changed.')
  const withIds = await articles()
  for (const [name, text] of Object.entries(texts)) {
    const [, number] = /article-(\d+)\.md$/.exec(name) ?? []
    const id = ids.get(Number(number))
    expect(withIds[name]).toBe(
      number === undefined ? text : text.replace('status: publish\r\n', `status: publish\r\nid: ${id}\r\n`),
    )
  }
  expect(await seen()).toEqual(before)
  expect((await run('adopt', '--dry-run')).stderr).not.toContain('ids that would be written')

  expect((await run('adopt', '--undo')).exitCode).toBe(0)
  expect(await articles()).toEqual(texts)
  await run('adopt', '--yes')

  await rm(path.join(root, 'posts/another-name.md'))
  const published = await run('publish', '--adopt')
  expect(published.stderr).not.toContain('conflict')
  expect(published.exitCode).toBe(0)
  const after = await seen()
  expect(after.map(({ id }) => id)).toEqual(before.map(({ id }) => id))
  expect(after.filter(({ content }) => content.raw.includes('"rensai"'))).toHaveLength(15)
  expect((await run('plan', '--json')).json()).toMatchObject({ changes: [], conflicts: [], drift: [] })

  const pulled = await run('pull', '--all')
  expect(pulled.stderr).not.toContain('is not brought')
  const all = await run('adopt', '--dry-run')
  expect(all.stderr).not.toContain('no article here')
})
