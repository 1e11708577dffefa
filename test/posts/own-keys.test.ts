import { afterEach, beforeEach, expect, test } from 'vitest'
import { KEY_ALIASES } from '../../src/posts/front-matter-keys.ts'
import { isNearKey } from '../../src/posts/rules/keys.ts'
import { setField } from '../../src/pull/front-matter.ts'
import { isEditOf } from '../../src/pull/is-edit-of.ts'
import { openScratchProject, type ScratchProject } from '../helpers/scratch.ts'

const ZENN = `---
title: "記事"
emoji: "📝"
type: "tech"
topics: ["docker", "vscode"]
published: true
published_at: 2026-01-05 09:00
---

本文。
`

let project: ScratchProject

beforeEach(async () => {
  project = await openScratchProject()
})

afterEach(() => project.remove())

const configure = (frontMatter: object): Promise<void> => project.configure({ frontMatter })
const write = (name: string, text: string): Promise<void> => project.write(`${name}.md`, text)

async function checked() {
  const { exitCode, printed } = await project.check({ format: 'json', strict: true })
  const messages: { file: string; message: string; note: string; ruleId: string }[] = JSON.parse(printed)
  return { exitCode, messages }
}

async function posts() {
  const { made } = await project.compile({ strict: true })
  return (made?.rendered ?? []).map(({ post }) => post)
}

const byPlace = ([, a = '']: string[], [, b = '']: string[]): number =>
  Number(/:(\d+)\)/.exec(a)?.[1]) - Number(/:(\d+)\)/.exec(b)?.[1])

const ALIASES = {
  topics: 'tags',
  published: 'status',
  published_at: 'publish_at',
  description: 'excerpt',
} as const

const OWN_KEYS = { aliases: ALIASES, ignore: [] }

test('keys of other programs are told once for the folder, with how many articles have them', async () => {
  await configure({})
  for (const name of ['a', 'b', 'c']) await write(name, ZENN)
  const { exitCode, messages } = await checked()
  expect(exitCode).toBe(0)
  const foreign = messages.filter(({ ruleId }) => ruleId === 'foreign-key')
  expect(foreign.map(({ file, message, note }) => [file, message, note]).sort(byPlace)).toEqual([
    [
      'wp.config.json',
      '3 articles have the key "emoji", which is not read (posts/a.md:3).',
      'Where it is meant for another program, say so here: "frontMatter": { "ignore": ["emoji"] }.',
    ],
    [
      'wp.config.json',
      '3 articles have the key "type", which is not read (posts/a.md:4).',
      'Where it is meant for another program, say so here: "frontMatter": { "ignore": ["type"] }.',
    ],
    [
      'wp.config.json',
      '3 articles have the key "topics", which is not read (posts/a.md:5).',
      'To read it as "tags": "frontMatter": { "aliases": { "topics": "tags" } }; to leave it alone: "frontMatter": { "ignore": ["topics"] }.',
    ],
    [
      'wp.config.json',
      '3 articles have the key "published", which is not read (posts/a.md:6).',
      'To read it as "status": "frontMatter": { "aliases": { "published": "status" } }; to leave it alone: "frontMatter": { "ignore": ["published"] }.',
    ],
    [
      'wp.config.json',
      '3 articles have the key "published_at", which is not read (posts/a.md:7).',
      'To read it as "publish_at": "frontMatter": { "aliases": { "published_at": "publish_at" } }; to leave it alone: "frontMatter": { "ignore": ["published_at"] }.',
    ],
  ])
})

test('what the configuration knows of is read, or left alone, without a word', async () => {
  await configure({ aliases: ALIASES, ignore: ['emoji', 'type'] })
  await write('a', ZENN)
  await write(
    'b',
    ZENN.replace('published: true', 'published: false').replace('emoji', 'description: 要約。\nemoji'),
  )
  expect(await checked()).toEqual({ exitCode: 0, messages: [] })
  expect(await posts()).toMatchObject([
    { status: 'publish', date: '2026-01-05T09:00:00', tags: [{ name: 'docker' }, { name: 'vscode' }] },
    { status: 'draft', excerpt: '要約。' },
  ])
})

test.each([
  ['draft: true', 'draft'],
  ['draft: false', 'publish'],
  ['draft: private', 'private'],
  ['title2: x', 'pending'],
])('a flag says a status, and what says none has that of the folder: %s', async (line, status) => {
  await configure({ aliases: { draft: 'status' }, ignore: ['title2'], status: 'pending' })
  await write('a', `---\ntitle: 記事\n${line}\n---\n\n本文。\n`)
  expect(await posts()).toMatchObject([{ status }])
})

test('two names of one value are one too many', async () => {
  await configure({ aliases: ALIASES })
  await write('a', ZENN.replace('emoji', 'tags: [a]\nemoji').replace('"📝"', ''))
  expect((await checked()).messages.map(({ ruleId }) => ruleId)).toContain('alias-twice')
})

test('an edit on the site is written under the key that the author uses, and as a flag where that is one', () => {
  const head = '---\ntitle: 記事\npublished: true\ndescription: "前"\n---\n'
  const set = (...[key, value]: [Parameters<typeof setField>[1], string]) =>
    setField(head, key, value, OWN_KEYS)
  expect(set('status', 'draft')).toBe(head.replace('true', 'false'))
  expect(set('excerpt', '後')).toBe(head.replace('"前"', '"後"'))
  expect(isEditOf(head, set('status', 'draft'), new Map([['status', 'draft']]), OWN_KEYS)).toBe(true)
  // No flag says it, so the word stands there, which is read all the same.
  expect(isEditOf(head, set('status', 'private'), new Map([['status', 'private']]), OWN_KEYS)).toBe(true)
  const hugo = '---\ndraft: false\n---\n'
  expect(setField(hugo, 'status', 'draft', { aliases: { draft: 'status' }, ignore: [] })).toBe(
    '---\ndraft: true\n---\n',
  )
})

test('a key inside of a map is read by its path, and the map is known then', async () => {
  await configure({ aliases: { cover: 'featured_image', 'cover.image': 'featured_image' } })
  await write('a', '---\ntitle: 記事\nstatus: publish\ncover:\n  image: none.png\n  alt: 図\n---\n\n本文。\n')
  await write('b', '---\ntitle: 記事\nstatus: publish\ncover: nor.png\n---\n\n本文。\n')
  const { messages } = await checked()
  expect(messages.map(({ file, message }) => [file, message])).toEqual([
    ['posts/a.md', 'There is no picture at posts/none.png.'],
    ['posts/b.md', 'There is no picture at posts/nor.png.'],
  ])
})

test('a key of ours that is kept for another program is neither read nor written', async () => {
  const qiita = '---\ntitle: 記事\nid: 0a1b2c3d4e\nprivate: false\n---\n'
  const keys = { aliases: { wp_id: 'id' as const }, ignore: ['id'] }
  await configure({ aliases: { ...keys.aliases, private: 'status' }, ignore: keys.ignore })
  await write('a', `${qiita}\n本文。\n`)
  expect(await checked()).toEqual({ exitCode: 0, messages: [] })
  const owned = setField(qiita, 'id', '7', keys)
  expect(owned).toBe(qiita.replace('false\n', 'false\nwp_id: 7\n'))
  await write('a', `${owned}\n本文。\n`)
  expect(await posts()).toMatchObject([{ id: 7, status: 'publish' }])
})

test.each([
  ['private: false\nignorePublish: false', 'publish'],
  ['private: true\nignorePublish: false', 'private'],
  ['private: true\nignorePublish: true', 'draft'],
  ['ignorePublish: true\nprivate: false', 'draft'],
])('of several flags the one counts that shows least: %j', async (lines, status) => {
  await configure({ aliases: { private: 'status', ignorePublish: 'status' } })
  await write('a', `---\ntitle: 記事\n${lines}\n---\n\n本文。\n`)
  expect(await posts()).toMatchObject([{ status }])
})

test.each([
  ['each', 'categories: [開発, VS Code]', [['開発'], ['VS Code']]],
  ['path', 'categories: [開発, VS Code]', [['VS Code', '開発']]],
  [
    'path',
    'categories:\n  - [開発, VS Code]\n  - 日記\n  - [開発, Docker]',
    [['VS Code', '開発'], ['日記'], ['Docker', '開発']],
  ],
])('a list of categories means %s of them: %j', async (categories, line, terms) => {
  await project.configure({
    frontMatter: { categories },
    categories: [
      { name: '開発' },
      { name: '日記' },
      { name: 'VS Code', ...(categories === 'path' && { parent: '開発' }) },
      { name: 'Docker', parent: '開発' },
    ],
  })
  await write('a', `---\ntitle: 記事\nstatus: publish\n${line}\n---\n\n本文。\n`)
  expect((await checked()).messages).toEqual([])
  const [post] = await posts()
  expect(
    post?.categories.map(({ name, parentPath }) => [name, ...(parentPath === undefined ? [] : [parentPath])]),
  ).toEqual(terms)
})

test('a text of categories or tags is parted at its blanks where the folder says so', async () => {
  await project.configure({ frontMatter: { lists: 'words' }, categories: [{ name: 'a' }, { name: 'b' }] })
  await write('a', '---\ntitle: 記事\nstatus: publish\ncategories: a b\ntags: [VS Code]\n---\n\n本文。\n')
  expect((await checked()).messages).toEqual([])
  expect(await posts()).toMatchObject([
    { categories: [{ name: 'a' }, { name: 'b' }], tags: [{ name: 'VS Code' }] },
  ])
})

test.each([
  'catgories',
  'categorys',
  'titel',
  'Title',
  'featured-image',
  'statsu',
  'excerp',
  'publish-at',
  'slugg',
])('%s is a slip of the finger', (key) => {
  expect(isNearKey(key)).toBe(true)
})

test.each([
  'link',
  'emoji',
  'toc',
  'description',
  'type',
  'layout',
  'update',
  'updated',
  'weight',
  'keywords',
  'image',
  'math',
  'constructor',
  '__proto__',
  'permalink',
  'cover',
  'topics',
  'id2',
])('%s is a key of another program', (key) => {
  expect(isNearKey(key)).toBe(false)
})

test('no key that is read is near another one', () => {
  for (const key of Object.keys(KEY_ALIASES)) expect(isNearKey(`${key}_of_mine`)).toBe(false)
})
