import { rename, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge, type Judge } from '../../src/judge/judge.ts'
import type { Judgement } from '../../src/judge/types.ts'
import { articlePage } from '../../src/preview/article-page.ts'
import { indexPage } from '../../src/preview/index-page.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const HOST = { styles: [], scripts: false }
const POST = 'posts/copilot-server-error-504-en.md'
const KEY = 'copilot-server-error-504-en'
const SIBLING = 'copilot-server-error-502-en'

let project: Project
let judge: Judge
let first: Judgement

beforeEach(async () => {
  project = await copyProject('.')
  judge = createJudge(await loadConfig(project.config), { render: true })
  first = await judge.judge()
})

afterEach(async () => {
  await project.remove()
})

function pagesOf(snapshot: Judgement): Map<string, string> {
  const pages = [...snapshot.articles.values()].map(
    (article) => [article.key, articlePage(article, snapshot, HOST)] as const,
  )
  return new Map([['index', indexPage(snapshot, HOST)], ...pages])
}

/** Compiles what changed, and expects every page to be as if the folder were read anew. */
async function recompile(...files: string[]): Promise<Judgement> {
  const snapshot = await judge.judge(new Set(files.map((file) => path.join(project.root, file))))
  const anew = await createJudge(await loadConfig(project.config), { render: true }).judge()
  expect(pagesOf(snapshot)).toEqual(pagesOf(anew))
  return snapshot
}

const messagesOf = (snapshot: Judgement, key: string): string[] =>
  snapshot.articles.get(key)?.draft.source.file.messages.map(({ reason }) => reason) ?? []

test('only the changed article is rendered again', async () => {
  await project.edit(POST, (text) => `${text}\nOne more line.\n`)
  const next = await recompile(POST)
  const again = [...next.articles.values()].filter(
    ({ key, rendered }) => rendered !== first.articles.get(key)?.rendered,
  )
  expect(again.map(({ key }) => key)).toEqual([KEY])
  expect(next.articles.get(KEY)?.rendered?.content).toContain('One more line.')
})

test('a section that is renamed breaks the links to it in other articles', async () => {
  await project.edit(POST, (text) => text.replace('## How a 504 differs from a 502', '## Differences'))
  const next = await recompile(POST)
  expect(messagesOf(next, SIBLING)).toEqual([
    'posts/copilot-server-error-504-en.md has no section "#how-a-504-differs-from-a-502".',
  ])
  await project.edit(POST, (text) => text.replace('## Differences', '## How a 504 differs from a 502'))
  expect(messagesOf(await recompile(POST), SIBLING)).toEqual([])
})

test('a removed article breaks the links to it, and a returned one mends them', async () => {
  const away = path.join(project.root, 'away.md')
  await rename(path.join(project.root, POST), away)
  const without = await recompile(POST)
  expect(without.articles.has(KEY)).toBe(false)
  expect(messagesOf(without, SIBLING)).not.toEqual([])
  await rename(away, path.join(project.root, POST))
  const back = await recompile(POST)
  expect(back.articles.get(SIBLING)?.rendered?.content).toBe(first.articles.get(SIBLING)?.rendered?.content)
})

test('a slug that is taken is reported on both articles, and freed on both', async () => {
  await project.edit(POST, (text) => text.replace(`slug: ${KEY}`, `slug: ${SIBLING}`))
  const clash = await judge.judge(new Set([path.join(project.root, POST)]))
  for (const key of [KEY, SIBLING]) expect(messagesOf(clash, key).join()).toContain(`"${SIBLING}"`)
  await project.edit(POST, (text) => text.replace(`slug: ${SIBLING}`, `slug: ${KEY}`))
  const freed = await recompile(POST)
  for (const key of [KEY, SIBLING]) expect(messagesOf(freed, key)).toEqual([])
})

test('a broken article keeps what it was, until it is mended', async () => {
  await project.edit(POST, (text) => text.replace('status: publish', 'status: pubish'))
  const next = await judge.judge(new Set([path.join(project.root, POST)]))
  const article = next.articles.get(KEY)
  expect(article?.rendered).toBeUndefined()
  expect(article?.lastGood).toBe(first.articles.get(KEY)?.rendered)
  await project.edit(POST, (text) => text.replace('pubish', 'publish'))
  expect((await recompile(POST)).articles.get(KEY)?.rendered).toBeDefined()
})

test('a picture that is replaced is measured again, and one that is missing is missed', async () => {
  const picture = 'images/featured-504.png'
  await rm(path.join(project.root, picture))
  const without = await judge.judge(new Set([path.join(project.root, picture)]))
  expect(without.articles.get(KEY)?.rendered).toBeUndefined()
  const bytes = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  )
  await writeFile(path.join(project.root, picture), bytes)
  const next = await recompile(picture)
  expect(next.articles.get(KEY)?.rendered?.post.featuredMedia).toMatchObject({ width: 1 })
})
