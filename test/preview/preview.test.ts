import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { preview } from '../../src/commands/preview.ts'
import { loadConfig } from '../../src/config.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { readPosts } from '../../src/posts/read.ts'
import { listAddresses, validatePosts } from '../../src/posts/validate.ts'
import { renderPosts } from '../../src/render/render.ts'
import { captureOutput } from '../helpers/output.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project
let folder: string

beforeAll(async () => {
  project = await copyProject('.')
  folder = path.join(project.root, 'dist/preview')
})

afterAll(async () => {
  await project.remove()
})

const readPage = (name: string): Promise<string> => readFile(path.join(folder, name), 'utf8')

test('builds an index, a page for each article, and copies of the pictures', async () => {
  const output = captureOutput()
  expect(await preview({ config: project.config }, output)).toBe(0)
  expect((await readdir(folder)).sort()).toEqual([
    'copilot-server-error-502-en.html',
    'copilot-server-error-502-jp.html',
    'copilot-server-error-504-en.html',
    'copilot-server-error-504-jp.html',
    'copilot-stream-terminated-en.html',
    'copilot-stream-terminated-jp.html',
    'index.html',
    'media',
    'preview.css',
    'preview.js',
  ])
  expect(await readdir(path.join(folder, 'media'))).toHaveLength(5)
})

test('shows the very content that is published, with local addresses in place of those of the site', async () => {
  const config = await loadConfig(project.config)
  const sources = await readPosts(config)
  const targets = createLinkTargets(listAddresses(sources, config), config)
  const rendered = await renderPosts(await validatePosts(sources, config), config, (url, from) =>
    targets(url, from.file.path),
  )
  for (const { post, content } of rendered) {
    const page = await readPage(`${post.key}.html`)
    const parts = content.split(/\uFDD0[^\uFDD1]*\uFDD1/u)
    let at = 0
    for (const part of parts) {
      const found = page.indexOf(part, at)
      expect(found, `${post.key}: ${part.slice(0, 80)}`).toBeGreaterThanOrEqual(at)
      at = found + part.length
    }
  }
})

test('every address leads to a file of the preview, and no page is meant to be found', async () => {
  const files = await readdir(folder, { recursive: true })
  for (const name of files.filter((file) => file.endsWith('.html'))) {
    const page = await readPage(name)
    expect(page).toContain('<meta name="robots" content="noindex">')
    expect(page).toMatch(/script-src (?:'|&#x27;)self/)
    for (const [, address = ''] of page.matchAll(/ (?:src|href)="([^"#]+)/g)) {
      expect(files).toContain(decodeURI(address))
    }
  }
})

test('an article with errors gets a page that says so, and the others stay', async () => {
  await project.edit('posts/copilot-stream-terminated-en.md', (text) =>
    text.replace('status: publish', 'status: pubish'),
  )
  expect(await preview({ config: project.config }, captureOutput())).toBe(1)
  const page = await readPage('copilot-stream-terminated-en.html')
  expect(page).toContain('"pubish" is not a value of "status". → publish')
  expect(await readPage('index.html')).toContain('1 errors, 0 warnings')
  expect(await readPage('copilot-stream-terminated-jp.html')).toContain('wp-block-table')
})
