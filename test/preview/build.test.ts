import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { preview } from '../../src/commands/preview.ts'
import { captureOutput } from '../helpers/output.ts'
import { makeOutside } from '../helpers/outside.ts'
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
const build = (): Promise<number> => preview({ config: project.config }, captureOutput())

async function listPages(): Promise<string[]> {
  return (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html')).sort()
}

test('builds an index, a page for each article and pair, and copies of the pictures', async () => {
  expect(await build()).toBe(0)
  expect(await listPages()).toEqual([
    'articles/copilot-server-error-502-en.html',
    'articles/copilot-server-error-502-jp.html',
    'articles/copilot-server-error-504-en.html',
    'articles/copilot-server-error-504-jp.html',
    'articles/copilot-stream-terminated-en.html',
    'articles/copilot-stream-terminated-jp.html',
    'index.html',
    'pairs/copilot-server-error-502-jp.html',
    'pairs/copilot-server-error-504-jp.html',
    'pairs/copilot-stream-terminated-jp.html',
  ])
  expect((await readdir(path.join(folder, 'media'))).sort()).toEqual([
    'copilot-relay-en-7870cc1a.png',
    'copilot-relay-jp-1b3e088a.png',
    'featured-502-9333f416.png',
    'featured-504-d40f6c09.png',
    'featured-stream-terminated-ab32e2d4.png',
  ])
  expect(await readdir(path.join(folder, 'thumbnails'))).toHaveLength(3)
})

test('the style sheet of a package that the project brings along is no link to some other file', async () => {
  const outside = await makeOutside()
  const modules = path.join(project.root, 'node_modules/@wordpress/block-library')
  await mkdir(path.join(modules, 'build-style'), { recursive: true })
  await writeFile(path.join(modules, 'package.json'), '{"name":"@wordpress/block-library"}')
  await outside.link(modules, 'build-style/style.css', 'profile.md')
  await build()
  const sheet = await readFile(path.join(folder, 'assets/block-library.css'), 'utf8')
  expect(sheet).toContain('.wp-block-image')
  await rm(path.join(project.root, 'node_modules'), { recursive: true })
  await outside.remove()
})

test('every address leads to a file of the preview, and no page is meant to be found', async () => {
  const files = await readdir(folder, { recursive: true })
  for (const name of await listPages()) {
    const page = await readPage(name)
    expect(page).toContain('<meta name="robots" content="noindex, nofollow">')
    const allowsScripts = name === 'index.html' ? 'self' : 'none'
    expect(page).toMatch(new RegExp(`script-src (?:'|&#x27;)${allowsScripts}`))
    for (const [, address = ''] of page.matchAll(/ (?:src|href)="([^"]+)/g)) {
      if (/^(?:https?:|data:|#)/.test(address)) continue
      const [target = ''] = address.split('#')
      expect(files, `${name}: ${address}`).toContain(
        path.join(path.dirname(name), decodeURIComponent(target)),
      )
    }
  }
})

test('an article with errors gets a page that says so, and the others stay', async () => {
  await project.edit('posts/copilot-stream-terminated-en.md', (text) =>
    text.replace('status: publish', 'status: pubish'),
  )
  expect(await build()).toBe(1)
  const page = await readPage('articles/copilot-stream-terminated-en.html')
  expect(page).toContain('"pubish" is not a value of "status".')
  expect(page).toMatch(/<code>posts\/copilot-stream-terminated-en\.md:\d+:9<\/code> status/)
  expect(await readPage('index.html')).toContain('<span class="pv-error">1 error</span>')
  expect(await readPage('articles/copilot-stream-terminated-jp.html')).toContain('wp-block-table')
})

test('only the articles that are there have a page', async () => {
  await project.edit('posts/copilot-stream-terminated-en.md', (text) => text.replace('pubish', 'draft'))
  expect(await build()).toBe(0)
  const page = await readPage('articles/copilot-stream-terminated-en.html')
  expect(page).toContain('<header class="pv-header pv-unpublished"')
  expect(page).toContain('It goes to the site as a draft, which readers do not see.')
})

test('what is wrong in wp.config.json stands in the index, and nothing is planned', async () => {
  await project.edit('posts/copilot-stream-terminated-en.md', (text) =>
    text.replace('status: draft', 'status: publish'),
  )
  await project.edit('wp.config.json', (text) => {
    const settings = JSON.parse(text) as object
    const series = [{ name: 's', members: ['nope'] }]
    return JSON.stringify({ ...settings, series, rules: { 'series-member-missing': 'error' } })
  })
  const output = captureOutput()
  expect(await preview({ config: project.config, plan: true }, output)).toBe(1)
  expect(output.said()).toContain('error No member of the series "s" is there. series-member-missing')
  expect(output.said()).toContain('Nothing is planned while the configuration has an error')
  expect(output.said()).toContain('1 error, 0 warnings in 6 articles.')
  const index = await readPage('index.html')
  expect(index).toContain('1 error, 0 warnings in 6 articles.')
  expect(index).toContain('<strong>Error</strong> No member of the series "s" is there.')
  expect(index).toMatch(/<code>wp\.config\.json:1:\d+<\/code> series-member-missing/)
})
