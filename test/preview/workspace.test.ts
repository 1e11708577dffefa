import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { watchedPaths } from '../../src/preview/live/watched-paths.ts'
import { openWorkspace, type Workspace } from '../../src/preview/live/workspace.ts'
import { copyProject, type Project } from '../helpers/project.ts'

let project: Project
let workspace: Workspace

beforeEach(async () => {
  project = await copyProject('.')
  workspace = await openWorkspace(project.config)
})

afterEach(async () => {
  await project.remove()
})

test('a broken configuration leaves the last good state, and what changed meanwhile is not lost', async () => {
  const post = 'posts/copilot-server-error-504-en.md'
  const good = workspace.snapshot()
  await project.edit('wp.config.json', (text) => text.replace('"site"', '"sight"'))
  await workspace.update(new Set([project.config]))
  expect(workspace.problem()?.message).toContain('unknown key "sight"')
  const { line, column, ...rest } = workspace.problem()?.place ?? expect.unreachable()
  expect(rest).toEqual({ file: project.config, shown: path.relative('.', project.config) })
  expect([line > 1, column]).toEqual([true, 3])
  expect(workspace.snapshot()).toBe(good)

  await project.edit(post, (text) => `${text}\nMeanwhile.\n`)
  await workspace.update(new Set([path.join(project.root, post)]))
  expect(workspace.problem()?.message).toContain('unknown key "sight"')

  await project.edit('wp.config.json', (text) => text.replace('"sight"', '"site"'))
  await workspace.update(new Set([project.config]))
  expect(workspace.problem()).toBeUndefined()
  const article = workspace.snapshot().articles.get('copilot-server-error-504-en')
  expect(article?.rendered?.content).toContain('Meanwhile.')
})

test('a picture that is missing is looked out for where it should be, and found when it comes', async () => {
  const post = 'posts/copilot-server-error-504-en.md'
  await project.edit(post, (text) => text.replace('../images/featured-504.png', '../drawings/504.png'))
  await workspace.update(new Set([path.join(project.root, post)]))
  expect(watchedPaths(workspace.snapshot())).toContain(path.join(project.root, 'drawings'))
  const picture = path.join(project.root, 'drawings/504.png')
  await mkdir(path.dirname(picture))
  await copyFile(path.join(project.root, 'images/featured-504.png'), picture)
  await workspace.update(new Set([picture]))
  const article = workspace.snapshot().articles.get('copilot-server-error-504-en')
  expect(article?.rendered?.post.featuredMedia).toMatchObject({ path: 'drawings/504.png' })
})

test('a configuration that names other plugins starts none of them, and that is said', async () => {
  const post = path.join(project.root, 'posts/copilot-server-error-504-en.md')
  const plugin = (word: string): Promise<void> =>
    writeFile(
      path.join(project.root, `${word}.mjs`),
      `export default () => (tree) => { tree.children.push({ type: 'html', value: '<p>${word}</p>' }) }`,
    )
  const content = (): string | undefined =>
    workspace.snapshot().articles.get('copilot-server-error-504-en')?.rendered?.content
  const configure = async (change: (settings: Record<string, unknown>) => unknown): Promise<void> => {
    await project.edit('wp.config.json', (text) => JSON.stringify(change(JSON.parse(text))))
    await workspace.update(new Set([project.config]))
  }
  await plugin('first')
  await project.edit('wp.config.json', (text) =>
    JSON.stringify({ ...JSON.parse(text), plugins: { remark: ['./first.mjs'] } }),
  )
  workspace = await openWorkspace(project.config)
  expect(content()).toContain('<p>first</p>')

  await plugin('second')
  await configure((settings) => ({ ...settings, plugins: { remark: ['./second.mjs'] } }))
  expect(workspace.problem()?.message).toBe(
    'wp.config.json names other plugins now, which do not run in this preview.',
  )
  expect(content()).toContain('<p>first</p>')
  expect(content()).not.toContain('<p>second</p>')
  await project.edit(path.relative(project.root, post), (text) => `${text}\nMeanwhile.\n`)
  await workspace.update(new Set([post]))
  expect(content()).toContain('Meanwhile.')
  expect(workspace.problem()).toBeDefined()

  await writeFile(path.join(project.root, 'first.mjs'), 'throw new Error("edited")')
  await configure((settings) => ({ ...settings, plugins: { remark: ['./first.mjs'] } }))
  expect(workspace.problem()).toBeUndefined()
  expect(content()).toContain('<p>first</p>')
})

test.each([
  ['no front matter that can be read', '---\ntitle: [\n---\n\nText.\n'],
  ['brackets without an end', `---\ntitle: t\n---\n\n${'['.repeat(20_000)}\n`],
  ['quotes within quotes', `---\ntitle: t\n---\n\n${'>'.repeat(5_000)} deep\n`],
  ['bytes that are no text', '\u0000\u0001\uFFFD'],
  ['nothing', ''],
])('an article of %s ends nothing, and the next save is taken in', async (_, bad) => {
  const post = 'posts/copilot-server-error-504-en.md'
  const changed = new Set([path.join(project.root, post)])
  let good = ''
  await project.edit(post, (text) => {
    good = text
    return bad
  })
  await workspace.update(changed)
  await project.edit(post, () => `${good}\nMended.\n`)
  await workspace.update(changed)
  expect(workspace.problem()).toBeUndefined()
  const article = workspace.snapshot().articles.get('copilot-server-error-504-en')
  expect(article?.rendered?.content).toContain('Mended.')
})

test('a text of 45,000 characters is shown whole', async () => {
  const post = 'posts/copilot-server-error-504-en.md'
  await project.edit(post, (text) => `${text}\n${'これは長い文章です。\n\n'.repeat(4_500)}The end.\n`)
  await workspace.update(new Set([path.join(project.root, post)]))
  expect(workspace.problem()).toBeUndefined()
  const article = workspace.snapshot().articles.get('copilot-server-error-504-en')
  expect(article?.rendered?.content).toContain('The end.')
})
