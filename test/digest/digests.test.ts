import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { VFile } from 'vfile'
import { afterAll, afterEach, beforeEach, expect, test } from 'vitest'
import { generateProject } from '../../bench/generate.ts'
import { loadConfig } from '../../src/config/load.ts'
import { Digests } from '../../src/digest/digests.ts'
import { repeatMessages } from '../../src/digest/messages.ts'
import { readKeptFile, writeKeptFile } from '../../src/kept-files.ts'
import { Threads } from '../../src/threads/threads.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project
/** Of all tests, since they take longer to start than a test does; each share of the work brings its configuration along. */
const threads = new Threads()

beforeEach(async () => {
  project = await copyProject('test/fixtures/broken')
})

afterEach(() => project.remove())

afterAll(() => threads.close())

/** Everything that a run says of the articles on their own. */
async function read(): Promise<unknown[]> {
  const { articles } = await new Digests(await loadConfig(project.config), threads).update()
  return articles.map(({ draft: { source }, pictures, collected, messages }) => ({
    path: source.file.path,
    key: source.key,
    fields: source.fields,
    unreadable: source.unreadable,
    pictures,
    collected,
    messages: said(source.file, messages).map(
      ({ reason, line, column, ruleId, fatal, note, expected, fix }) => ({
        reason,
        line,
        column,
        ruleId,
        fatal,
        note,
        expected,
        fix,
      }),
    ),
  }))
}

function said(file: VFile, messages: Parameters<typeof repeatMessages>[1]): VFile['messages'] {
  repeatMessages(file, messages)
  return file.messages
}

const digests = (): string => path.join(project.root, '.rensai', 'digests')

/** Puts a word into every kept digest, which shows whether a digest was taken from there. */
async function plant(): Promise<void> {
  for (const name of await readdir(digests())) {
    const text = JSON.stringify(readKeptFile(project, `digests/${name}`))
    writeKeptFile(project, `digests/${name}`, JSON.parse(text.replaceAll('"reason":"', '"reason":"KEPT ')))
  }
}

function kept(articles: readonly unknown[]): number {
  return JSON.stringify(articles).split('KEPT ').length - 1
}

test('a second run says the same as the first', async () => {
  const first = await read()
  expect(JSON.stringify(first)).toContain('"reason"')
  expect(await read()).toEqual(first)
})

test('an article whose text is the same is not parsed again, and one that changed is', async () => {
  await read()
  await plant()
  const before = kept(await read())
  expect(before).toBeGreaterThan(10)
  await project.edit('posts/title-missing.md', (text) => `${text}\nMore.\n`)
  const after = await read()
  expect(kept(after)).toBe(before - 1)
})

test('another configuration makes all digests void', async () => {
  await read()
  await plant()
  await project.edit('wp.config.json', (text) =>
    text.replace('"rules": {', '"rules": { "title-required": "warn",'),
  )
  expect(kept(await read())).toBe(0)
})

test('an article that is gone is forgotten, and comes back with what it says now', async () => {
  await read()
  await plant()
  const file = path.join(project.root, 'posts/title-missing.md')
  const text = await readFile(file, 'utf8')
  await rm(file)
  const without = kept(await read())
  await writeFile(file, text)
  expect(kept(await read())).toBe(without)
})

test('broken digests cost time and nothing else', async () => {
  const first = await read()
  for (const name of await readdir(digests())) await writeFile(path.join(digests(), name), '{"version":')
  expect(await read()).toEqual(first)
})

test('digests that this machine did not write are not believed', async () => {
  const first = await read()
  for (const name of await readdir(digests())) {
    const file = path.join(digests(), name)
    await writeFile(file, (await readFile(file, 'utf8')).replaceAll('"reason":"', '"reason":"KEPT '))
  }
  expect(await read()).toEqual(first)
})

test('nor are those of another folder', async () => {
  const first = await read()
  await plant()
  const other = await copyProject('test/fixtures/broken')
  try {
    await cp(digests(), path.join(other.root, '.rensai/digests'), { recursive: true })
    const { articles } = await new Digests(await loadConfig(other.config), threads).update()
    expect(kept(articles.map(({ messages }) => messages))).toBe(0)
    expect(articles).toHaveLength(first.length)
  } finally {
    await other.remove()
  }
})

test('a folder that cannot be written to costs time and nothing else', async () => {
  await writeFile(path.join(project.root, '.rensai'), 'in the way')
  const first = await read()
  expect(await read()).toEqual(first)
})

test('threads say what one thread says', async () => {
  await rm(path.join(project.root, 'posts'), { recursive: true })
  await generateProject(project.root, 100)
  const inThreads = await read()
  const config = await loadConfig(project.config)
  const { digestArticles } = await import('../../src/digest/digest-articles.ts')
  const names = (await readdir(path.join(project.root, 'posts'))).sort()
  const files = await Promise.all(
    names.map(async (name) => ({
      name,
      text: await readFile(path.join(project.root, 'posts', name), 'utf8'),
    })),
  )
  const alone = await digestArticles({ files, config, language: 'en', keepsSources: false })
  expect(inThreads).toHaveLength(100)
  expect(inThreads.map((article) => (article as { collected: unknown }).collected)).toEqual(
    alone.map(({ collected }) => collected),
  )
})
