import { readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runCli } from '../helpers/cli.ts'
import { copyProject, type Project } from '../helpers/project.ts'
import { startTestNative, type TestSandbox } from '../helpers/sandbox.ts'

let wordpress: TestSandbox
let project: Project

beforeAll(async () => {
  ;[wordpress, project] = await Promise.all([startTestNative(), copyProject('test/fixtures/pair')])
})

afterAll(async () => {
  await wordpress?.stop()
  await project?.remove()
})

const run = (args: readonly string[]) => runCli([...args, '--config', project.config], wordpress.environment)
const place = (name: string): string => path.join(project.root, `posts/${name}.md`)

async function write(name: string, title: string, body: string, status = 'publish'): Promise<void> {
  await writeFile(place(name), `---\ntitle: ${title}\nstatus: ${status}\n---\n\n${body}\n`)
}

async function publicSlugs(): Promise<string[]> {
  const posts = await wordpress.rest<{ slug: string }[]>('GET', '/wp/v2/posts?per_page=100&_fields=slug')
  return posts.map(({ slug }) => slug).sort()
}

test('one bad article holds back itself and what links to it; all others go their ways', async () => {
  expect((await run(['publish', '--create-categories'])).exitCode).toBe(0)
  const before = await publicSlugs()
  await write('good', '良い記事', '本文。')
  await write('bad', '""', '本文。')
  await write('links', '続き', '[前](./bad.md)')
  await write('draft', '""', '本文。', 'draft')
  await writeFile(place('README'), '# Notes\n')

  const strict = await run(['publish', '--strict'])
  expect(strict.exitCode).toBe(1)
  expect(strict.stderr).toContain('Nothing was sent.')
  expect(await publicSlugs()).toEqual(before)

  const published = await run(['publish'])
  expect(published.exitCode).toBe(1)
  expect(published.stderr).toContain('without front matter: posts/README.md')
  expect(published.stderr).toMatch(/good +│ created/)
  for (const name of ['bad', 'links', 'draft'])
    expect(published.stderr).toMatch(new RegExp(`${name} +│ held back`))
  expect(await publicSlugs()).toEqual([...before, 'good'].sort())

  // Mended, broken again, and left alone by everything that is asked of the others.
  await write('bad', '直した記事', '最初の本文。')
  expect((await run(['publish', '--only', 'bad', 'links'])).exitCode).toBe(0)
  expect(await publicSlugs()).toEqual([...before, 'bad', 'good', 'links'].sort())
  await write('bad', '""', '最初の本文。')
  await write('links', '続き', '[前](./bad.md)を直しました。')
  const pruned = await run(['publish', '--prune', '--yes'])
  expect(pruned.exitCode).toBe(1)
  expect(pruned.stderr).toMatch(/links +│ updated/)
  expect(await publicSlugs()).toEqual([...before, 'bad', 'good', 'links'].sort())
  const [links] = await wordpress.rest<{ content: { rendered: string } }[]>('GET', '/wp/v2/posts?slug=links')
  const [bad] = await wordpress.rest<{ id: number; link: string }[]>('GET', '/wp/v2/posts?slug=bad')
  expect(links?.content.rendered).toContain(`<a href="${bad?.link}">`)

  const [good] = await wordpress.rest<{ id: number }[]>('GET', '/wp/v2/posts?slug=good')
  await wordpress.rest('POST', `/wp/v2/posts/${good?.id}`, { title: '編集した題' })
  await wordpress.rest('POST', `/wp/v2/posts/${bad?.id}`, { title: '編集した題' })
  const pulled = await run(['pull', 'good', 'bad'])
  expect(pulled.exitCode).toBe(4)
  expect(pulled.stderr).toContain('~ posts/good.md: title as edited in wp-admin')
  expect(pulled.stderr).toMatch(/posts\/bad\.md is left as it is: post \d+, the file has an error/)
  expect(await readFile(place('good'), 'utf8')).toContain('title: 編集した題')
  expect(await readFile(place('bad'), 'utf8')).toContain('title: ""')
  await rm(place('draft'))
  expect((await run(['plan', '--only', 'good'])).exitCode).toBe(0)
})

test('a category that the site does not have is told by file and line, and holds back its article alone', async () => {
  await project.edit('wp.config.json', (text) => text.replace(/"categories": \[[^\]]*\],?/, ''))
  await writeFile(
    place('filed'),
    '---\ntitle: 分類\nstatus: publish\ncategories:\n  - Nowhere\n---\n\n本文。\n',
  )
  await write('other', '別の記事', '本文。')
  const published = await run(['publish', '--only', 'filed', 'other'])
  expect(published.exitCode).toBe(1)
  expect(published.stderr.replace(/\s+/g, ' ')).toMatch(/posts\/filed\.md:5:5: \S+ has no category "Nowhere"/)
  expect(await publicSlugs()).toContain('other')
  expect(await publicSlugs()).not.toContain('filed')
})
