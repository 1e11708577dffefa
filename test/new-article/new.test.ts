import { cp, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { init } from '../../src/commands/init.ts'
import { type NewOptions, newArticle } from '../../src/commands/new.ts'
import { runCli } from '../helpers/cli.ts'
import { captureOutput } from '../helpers/output.ts'
import { openScratchProject, type ScratchProject } from '../helpers/scratch.ts'

let project: ScratchProject

beforeEach(async () => {
  project = await openScratchProject()
})

afterEach(() => project.remove())

/** Makes articles and returns their texts by path, the present time replaced. */
async function make(title: string, options: Partial<NewOptions> = {}): Promise<Record<string, string>> {
  const output = captureOutput()
  expect(await newArticle(title, { config: project.config, ...options }, output)).toBe(0)
  const names = output.printed().split('\n')
  const texts = names.map(async (name) => {
    const text = await readFile(path.join(project.root, name), 'utf8')
    return [withoutTime(name), withoutTime(text)]
  })
  return Object.fromEntries(await Promise.all(texts))
}

/** The day and the time change from run to run; their form does not. */
const withoutTime = (text: string): string =>
  text
    .replace(/\b20\d{2}-\d{2}-\d{2}(?=[ T\n-])/, 'DAY')
    .replace(/(?<=DAY[ T])\d{2}:\d{2}:00/, 'HH:MM:SS')
    .replace(/(?<=DAY )\d{2}:\d{2}(?=\n)/, 'HH:MM')

const write = (name: string, keys: string): Promise<void> =>
  project.write(`${name}.md`, `---\ntitle: ${name}\n${keys}---\n\n本文。\n`)

test('the first article of a folder has what every article has', async () => {
  expect(await make('Dockerのネットワーク')).toEqual({
    'posts/dockerのネットワーク.md':
      '---\ntitle: Dockerのネットワーク\nstatus: draft\ncategories: []\ntags: []\n---\n\n',
  })
  const { exitCode, said } = await project.check({ strict: true })
  expect({ exitCode, said }).toMatchObject({ exitCode: 0 })
  expect(said).toContain('body-empty')
})

test('keys, their order and the form of dates are those of the folder; values are what is sure', async () => {
  await write(
    'a',
    'date: 2026-01-05 09:00\ntags: [Docker]\ncategories:\n  - 開発\nstatus: publish\nlayout: post\nid: 7\nmood: good\n',
  )
  await write(
    'b',
    'date: 2026-01-06 10:30\ntags: []\ncategories: [日記]\nstatus: draft\nlayout: post\nid: 8\nmood: bad\n',
  )
  await write('c', 'date: 2026-01-07 10:30\nlayout: post\nonce: 1\n')
  expect(await make('題: 「#1」', { slug: 'one' })).toEqual({
    'posts/one.md':
      '---\ntitle: "題: 「#1」"\ndate: DAY HH:MM\ntags: []\ncategories: []\nstatus: draft\nlayout: post\nmood:\n---\n\n',
  })
})

test('a pair has the endings that the folder uses, and what they do not tell stands in the files', async () => {
  await write('a-ja', 'lang: ja\n')
  await write('a-en', 'lang: en\n')
  expect(await make('題', { slug: 'new-one', lang: 'ja,en' })).toEqual({
    'posts/new-one-ja.md': '---\ntitle: 題\nlang: ja\nstatus: draft\n---\n\n',
    'posts/new-one-en.md': '---\ntitle: 題\nlang: en\nstatus: draft\n---\n\n',
  })
  expect(Object.keys(await make('題', { slug: 'another', pair: true }))).toEqual([
    'posts/another-ja.md',
    'posts/another-en.md',
  ])
  expect(Object.keys(await make('題', { slug: 'alone' }))).toEqual(['posts/alone-ja.md'])
  await expect(make('題', { slug: 'x', lang: 'fr' })).rejects.toThrow('--lang fr')
})

test.each([
  ['zenn', ['articles/new-one.md', '---\ntitle: 題\nemoji:\ntype:\ntopics: []\npublished: false\n---\n\n']],
  [
    'qiita',
    [
      'public/new-one.md',
      '---\ntitle: 題\ntags: []\nprivate: false\nupdated_at:\nid:\norganization_url_name:\nslide: false\nignorePublish: true\n---\n\n',
    ],
  ],
  ['hugo', ['content/posts/new-one/index.md', '---\ntitle: 題\ndate: DAYTHH:MM:SS\ndraft: true\n']],
  ['jekyll', ['_posts/DAY-new-one.md', '---\nlayout: post\ntitle: 題\n']],
  ['astro', ['src/content/blog/new-one.md', '---\ntitle: 題\ndescription:\npubDate: DAY']],
])('an article of a folder as %s has it is one as the others', async (name, [file, begin]) => {
  await cp(`test/fixtures/conventions/${name}`, project.root, { recursive: true })
  const flags = { dryRun: false, yes: true, force: true, undo: false }
  await init({ config: project.config, ...flags }, captureOutput())
  const made = await make('題', { slug: 'new-one' })
  expect(Object.keys(made)).toEqual([file])
  expect(made[file ?? '']?.slice(0, begin?.length)).toBe(begin)
  expect((await project.check({ strict: true })).exitCode).toBe(0)
})

test('nothing is written over, and of two files none is made where one is in the way', async () => {
  await write('a-en', '')
  const before = await readFile(path.join(project.root, 'posts/a-en.md'), 'utf8')
  await expect(make('題', { slug: 'a', pair: true })).rejects.toThrow('posts/a-en.md is there already')
  await expect(readFile(path.join(project.root, 'posts/a-jp.md'))).rejects.toThrow('ENOENT')
  expect(await readFile(path.join(project.root, 'posts/a-en.md'), 'utf8')).toBe(before)
  await write('other', 'slug: taken\n')
  await expect(make('題', { slug: 'taken' })).rejects.toThrow('posts/other.md has the slug "taken" already')
})

test.each(['../a', 'a/b', '.a', 'con', 'A', 'feed', 'a b', '-a', 'a\u0000'])(
  'a slug that is no name or no slug is refused: %j',
  async (slug) => {
    await expect(make('題', { slug })).rejects.toThrow('is no slug')
  },
)

test('a title without letters asks for a slug', async () => {
  await expect(make('！？')).rejects.toThrow('The title gives no slug')
})

test('a folder of articles that is a link is refused', async () => {
  await mkdir(path.join(project.root, 'elsewhere'))
  await project.configure({ posts: '../x' })
  await expect(make('題', { slug: 'a' })).rejects.toThrow('lies outside the project')
  await writeFile(path.join(project.root, 'posts/broken.md'), '---\ntitle: [\n---\n')
  await project.configure({})
  expect(Object.keys(await make('題', { slug: 'a' }))).toEqual(['posts/a.md'])
})

test('--lang behind new is the languages of the article, before it that of the messages', async () => {
  const args = ['new', '題', '--slug', 'both', '--lang', 'ja,en', '--config', project.config]
  const made = await runCli(['--lang', 'ja', ...args])
  expect([made.exitCode, made.stdout.trim().split('\n').toSorted()]).toEqual([
    0,
    ['posts/both-en.md', 'posts/both-jp.md'],
  ])
  const wrong = await runCli(['--lang', 'ja', 'new', '題', '--slug', 'both', '--config', project.config])
  expect(wrong.stderr).toMatch(/[ぁ-ん]/)
})
