import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { listArticles } from '../../src/posts/articles.ts'
import { writeMarker } from '../../src/sync/marker.ts'
import { runCli } from '../helpers/cli.ts'
import { makeOutside, type Outside, UNTOUCHED } from '../helpers/outside.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { restOf, startTestSandbox, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let project: Project
let outside: Outside

beforeAll(async () => {
  wordpress = await startTestSandbox()
  project = await copyProject('test/fixtures/pair')
  outside = await makeOutside()
  for (const folder of ['posts', 'images']) await rm(path.join(project.root, folder), { recursive: true })
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
  await outside?.remove()
})

const NAMES = [
  '%2e%2e%2f%2e%2e%2fpwned',
  '../../pwned',
  '..%2freadme',
  '.git/hooks/pre-commit',
  '-rf',
  'con',
  'a:b',
  'a\u0000b',
  'trailing.',
  'x'.repeat(300),
]

test('whatever a contributor calls a draft, pulling it writes articles, and what cannot be written is named', async () => {
  const contributor = restOf(await wordpress.createUser('stranger', 'contributor'))
  const paragraph = '<!-- wp:paragraph -->\n<p>Text.</p>\n<!-- /wp:paragraph -->'
  for (const name of NAMES) {
    const draft = { title: 'Draft \u001b[2J', status: 'draft' }
    await contributor('POST', '/wp/v2/posts', { ...draft, slug: name, content: paragraph })
    const content = writeMarker(paragraph, { key: name, base: {}, stored: {} })
    await contributor('POST', '/wp/v2/posts', { ...draft, content })
  }
  await contributor('POST', '/wp/v2/posts', {
    title: 'L',
    slug: 'linked',
    status: 'draft',
    content: paragraph,
  })
  await outside.link(project.root, 'posts/linked.md', 'profile.md')

  const pulled = await runCli(
    ['pull', '--all', '--overwrite', '--config', project.config],
    wordpress.environment,
  )
  expect(pulled.stderr).toContain(
    '"linked", is not brought: no article is read at posts/linked.md, where a link is in its place',
  )
  expect(pulled.stderr).not.toMatch(/[^\P{Cc}\n\t]/u)
  expect(pulled.exitCode).toBe(4)
  expect(await outside.contents()).toEqual(UNTOUCHED)

  const articles = (await listArticles(await loadConfig(project.config))).names.map((name) => `posts/${name}`)
  expect(articles.length).toBeGreaterThan(NAMES.length)
  const files = await readdir(project.root, { recursive: true, withFileTypes: true })
  const written = files
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(project.root, path.join(entry.parentPath, entry.name)))
    .filter((name) => name !== 'wp.config.json' && !name.startsWith('.rensai'))
  expect(written.sort()).toEqual(articles.sort())
  for (const name of articles)
    expect(await readFile(path.join(project.root, name), 'utf8')).toMatch(/^---\ntitle: /)
  expect((await readdir(path.dirname(project.root))).filter((name) => /pwned|readme/i.test(name))).toEqual([])
})
