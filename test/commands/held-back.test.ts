import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CompileOptions } from '../../src/commands/compile.ts'
import { preview } from '../../src/commands/preview.ts'
import { captureOutput } from '../helpers/output.ts'
import { openScratchProject, type ScratchProject } from '../helpers/scratch.ts'

const GOOD = '---\ntitle: 良い記事\nstatus: publish\nexcerpt: 要約。\n---\n\n本文。\n'
const BROKEN = GOOD.replace('良い記事', '').replace('本文。', '[乙](./nowhere.md)')

let project: ScratchProject

beforeEach(async () => {
  project = await openScratchProject()
  await write('good', GOOD)
})

afterEach(() => project.remove())

const configure = (settings: object): Promise<void> => project.configure(settings)
const write = (name: string, text: string): Promise<void> => project.write(`${name}.md`, text)
const checked = (options?: Parameters<ScratchProject['check']>[0]) => project.check(options)

async function compiled(options?: CompileOptions) {
  const { made, said } = await project.compile(options)
  return { made, said, keys: made?.rendered.map(({ post }) => post.key) }
}

test('one article with errors holds back itself, and --strict everything', async () => {
  await write('broken', BROKEN)
  const { made, said, keys } = await compiled()
  expect(keys).toEqual(['good'])
  expect(made?.folder.faulty).toMatchObject([
    { key: 'broken', path: 'posts/broken.md', errors: 2, isDraft: false },
  ])
  expect(said).toContain('posts/broken.md:2:1 error')
  expect(said).toContain('2 errors, 0 warnings in 2 articles. 1 article held back.')
  const strict = await compiled({ strict: true })
  expect(strict.made).toBeUndefined()
  expect(strict.said).toContain('2 errors, 0 warnings in 2 articles. Nothing was sent.')
})

test('--only speaks of what it selects, and of nothing else', async () => {
  await write('broken', BROKEN)
  const { said, made } = await compiled({ only: ['good'] })
  expect(said).toBe('')
  expect([...(made?.selected ?? [])]).toEqual(['good'])
  expect((await compiled({ only: ['good'], strict: true })).keys).toEqual(['good'])
  expect((await compiled({ only: ['broken'] })).said).toContain('posts/broken.md:2:1 error')
})

test('the errors of drafts are warnings, and keep them here', async () => {
  for (const [name, status] of [
    ['draft', 'status: draft'],
    ['unsaid', 'format: standard'],
    ['empty', 'status:'],
  ] as const) {
    await write(name, BROKEN.replace('status: publish', status))
  }
  const { exitCode, said } = await checked()
  expect(exitCode).toBe(0)
  expect(said).toContain('posts/draft.md:2:1 warning')
  expect(said).toContain('0 errors, 6 warnings in 4 articles')
  const { keys, made } = await compiled()
  expect(keys).toEqual(['good'])
  expect(made?.folder.faulty.map(({ key, isDraft }) => [key, isDraft])).toEqual([
    ['draft', true],
    ['empty', true],
    ['unsaid', true],
  ])
  const strict = await checked({ strict: true })
  expect(strict.exitCode).toBe(1)
  expect(strict.said).toContain('posts/draft.md:2:1 error')
})

test('an error of the configuration stops everything', async () => {
  await configure({
    series: [{ name: 's', members: ['nobody'] }],
    rules: { 'series-member-missing': 'error' },
  })
  const { made, said } = await compiled({ only: ['good'] })
  expect(made).toBeUndefined()
  expect(said).toContain('No member of the series "s" is there.')
})

test('Markdown without front matter is no article, which one line says', async () => {
  for (const name of ['README', 'notes/memo', 'rule']) await write(name, '# Notes\n\n[x](nowhere.md) text\n')
  await write('rule', '----\n\ntext\n')
  const { said, made } = await compiled()
  expect(said).toBe(
    'No articles, since without front matter: posts/README.md, posts/notes/memo.md,\nposts/rule.md\n'.replace(
      ',\n',
      ', ',
    ),
  )
  expect([...(made?.folder.others ?? [])]).toEqual(['README', 'notes/memo', 'rule'])
  expect((await checked()).exitCode).toBe(0)
  await write('linking', GOOD.replace('本文。', '[規則](./rule.md)'))
  expect((await checked()).said).toContain(
    'posts/rule.md is no article, so readers would find nothing there.',
  )
  await configure({ rules: { 'front-matter-missing': 'error' } })
  expect((await checked()).said).toContain('posts/README.md:1:1 error The article has no front matter.')
})

test('Markdown under another ending is told, and is none', async () => {
  await project.write('UPPER.MD', GOOD)
  await project.write('old.markdown', GOOD)
  const { said, keys, made } = await compiled()
  expect(said).toBe('No articles, since not named ".md": posts/UPPER.MD, posts/old.markdown\n')
  expect(keys).toEqual(['good'])
  expect([...(made?.folder.others ?? [])]).toEqual(['UPPER', 'old'])
  await rm(path.join(project.root, 'posts/good.md'))
  await expect(checked()).rejects.toThrow('posts/ holds no file that ends in ".md", but UPPER.MD.')
})

test('what "ignore" names is left out without a word, by its path in either folder', async () => {
  await write('notes/memo', BROKEN)
  await write('old/a', BROKEN)
  for (const ignore of [
    ['notes/**', 'old/*'],
    ['posts/notes/**', 'posts/old/*.md'],
  ]) {
    await configure({ ignore })
    const { said, made } = await compiled()
    expect(said).toBe('')
    expect([...(made?.folder.others ?? [])]).toEqual(['notes/memo', 'old/a'])
  }
  await configure({ ignore: ['**'] })
  await expect(checked()).rejects.toThrow(
    'There are no articles: posts/ holds none that "ignore" does not leave out.',
  )
})

test('a folder without any front matter says so', async () => {
  await write('good', '# Notes\n')
  await expect(checked()).rejects.toThrow('There are no articles: no file begins with front matter.')
})

test.each([
  ['title: A\nstatus: publish\n---\n\nText\n', 'The line "---" above the front matter is missing.'],
  ['\n\ntags: [a]\n---\n', 'The line "---" above the front matter is missing.'],
  ['title：A\n---\n', 'The line "---" above the front matter is missing.'],
  ['+++\ntitle = "A"\n+++\n\nText\n', 'Front matter in TOML is not read: only YAML is.'],
  ['{\n  "title": "A"\n}\n\nText\n', 'Front matter in JSON is not read: only YAML is.'],
])('a file that is meant to be an article is one: %j', async (text, reason) => {
  await write('meant', text)
  expect((await checked()).said).toContain(reason)
})

test.each([
  'Note: this is text.\n',
  'Date: 2026-01-05\n\nWhat was said.\n',
  'status: open, as of today\n# Notes\n',
  '{ braces }\n',
  '+++ more\n',
  'title\n===\n',
  '',
])('and %j is none', async (text) => {
  await write('other', text)
  expect((await checked()).said).toContain('without front matter: posts/other.md')
})

test('where there are many, what one rule says comes together, and --all shows each', async () => {
  for (let index = 0; index < 40; index += 1) {
    await write(
      `many-${index}`,
      GOOD.replace('本文。', '![](./gone.png)').replace('良い記事', `記事${index}`),
    )
  }
  await write('broken', BROKEN)
  const { said, exitCode } = await checked()
  expect(exitCode).toBe(1)
  expect(said.match(/posts\/many-\d+\.md/g)?.length).toBeLessThan(10)
  expect(said).toContain('posts/broken.md:2:1 error')
  expect(said).toMatch(/\.\.\. and 39 more of [\w-]+, in 40 files altogether\./)
  expect(said).toMatch(/"rules": \{ "[\w-]+": "off" \} in wp\.config\.json/)
  const all = await checked({ all: true })
  expect(new Set(all.said.match(/posts\/many-\d+\.md/g)).size).toBe(40)
  expect(all.said.split('\n').at(-1)).toBe(said.split('\n').at(-1))
})

test('the preview shows drafts with errors, and says of the others what there is', async () => {
  await write('draft', BROKEN.replace('publish', 'draft'))
  const output = captureOutput()
  expect(await preview({ config: project.config }, output)).toBe(0)
  expect(await preview({ config: project.config, strict: true }, output)).toBe(1)
})
