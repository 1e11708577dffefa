import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { parsePost } from '../../src/posts/read.ts'
import { renderPosts } from '../../src/render/render.ts'
import { type SettingsInput, testConfig } from '../helpers/config.ts'
import { validatePosts } from '../helpers/sources.ts'

let folder: string

beforeAll(async () => {
  folder = path.join(await mkdtemp(path.join(tmpdir(), 'rensai-plugins-')), 'project')
  await mkdir(folder)
  const shout = `export default (options = {}) => (tree) => {
    const visit = (node) => {
      if (node.type === 'text') node.value = node.value.toUpperCase() + (options.mark ?? '')
      for (const child of node.children ?? []) visit(child)
    }
    visit(tree)
  }`
  await writeFile(path.join(folder, 'shout.mjs'), shout)
  await writeFile(path.join(folder, 'nothing.mjs'), 'export const name = 1')
  await writeFile(
    path.join(folder, 'broken.mjs'),
    'export default () => () => { throw new Error("No, thanks") }',
  )
  await writeFile(
    path.join(folder, 'picky.mjs'),
    'export default (options) => { if (options === undefined) throw new Error("size is missing") }',
  )
  await writeFile(
    path.join(folder, 'syntax.mjs'),
    'export default function () { this.data().micromarkExtensions = [{}] }',
  )
  await writeFile(path.join(folder, 'unfinished.mjs'), 'export default (')
  await writeFile(path.join(folder, 'append.ts'), append('export default (text: string)', ''))
  await writeFile(path.join(folder, 'append.cjs'), append('module.exports = (text)', ''))
  await writeFile(
    path.join(folder, 'transpiled.cjs'),
    append('exports.default = (text)', 'exports.__esModule = true'),
  )
  await writeFile(
    path.join(folder, 'preset.mjs'),
    'import append from "./append.cjs"\nexport default { plugins: [[append, "P"]] }',
  )
  await writePackage('only-import', { exports: { import: './index.js' }, type: 'module' })
})

/** A module in a style of its own, with a plugin that puts text at the end of each paragraph. */
function append(head: string, tail: string): string {
  const body = "tree => { for (const p of tree.children) p.children.push({ type: 'text', value: text }) }"
  return `${head} => (${body})\n${tail}`.replace('tree =>', '(tree) =>')
}

async function writePackage(name: string, manifest: object): Promise<void> {
  const home = path.join(folder, 'node_modules', name)
  await mkdir(home, { recursive: true })
  await writeFile(path.join(home, 'package.json'), JSON.stringify({ name, version: '1.0.0', ...manifest }))
  await writeFile(path.join(home, 'index.js'), append('export default (text)', ''))
}

afterAll(async () => {
  await rm(folder, { recursive: true })
})

type Plugins = NonNullable<SettingsInput['plugins']>

async function render(plugins: Plugins): Promise<string | undefined> {
  const config = testConfig({ site: { url: 'https://blog.example' }, plugins }, folder)
  const source = parsePost('a.md', '---\ntitle: A\nslug: a\n---\n\nHello\n', config)
  const [post] = await renderPosts(await validatePosts([source], config), config, (url) => ({
    kind: 'external',
    url,
  }))
  return post?.content
}

test('remark and rehype plugins of the project run, with their options', async () => {
  expect(await render({ remark: ['./shout.mjs'] })).toContain('<p>HELLO</p>')
  expect(await render({ rehype: [['./shout.mjs', { mark: '!' }]] })).toContain('<p>HELLO!</p>')
})

test('ECMAScript, CommonJS and TypeScript modules, packages and presets run, in the order given', async () => {
  const remark: Plugins['remark'] = [
    ['./append.ts', 'a'],
    ['./append.cjs', 'b'],
    ['./transpiled.cjs', 'c'],
    ['only-import', 'd'],
    './preset.mjs',
  ]
  expect(await render({ remark })).toContain('<p>HelloabcdP</p>')
  expect(await render({ remark: remark.toReversed() })).toContain('<p>HelloPdcba</p>')
})

test.each([
  ['remark-nowhere', 'The plugin "remark-nowhere" of wp.config.json cannot be loaded.', 2],
  ['./nowhere.mjs', 'The plugin "./nowhere.mjs" of wp.config.json cannot be loaded.', 2],
  ['./unfinished.mjs', 'The plugin "./unfinished.mjs" of wp.config.json cannot be loaded.', 2],
  [
    './nothing.mjs',
    '"./nothing.mjs" is not a unified plugin: it has no default export that is a function.',
    2,
  ],
  ['./picky.mjs', 'The plugin "./picky.mjs" does not start: size is missing', 2],
  ['./syntax.mjs', 'The plugin "./syntax.mjs" adds syntax to Markdown, which Rensai cannot take up.', 2],
  ['./broken.mjs', 'The plugin "./broken.mjs" failed on posts/a.md: No, thanks', 1],
])('what is wrong with %s is said', async (name, message, exitCode) => {
  await expect(render({ remark: [name] })).rejects.toMatchObject({ message, exitCode })
})

const NEITHER = 'it is neither a package nor a file of the project'

test.each([
  ['data:text/javascript,export default () => globalThis.ran = true', NEITHER],
  ['DATA:text/javascript,export default () => globalThis.ran = true', NEITHER],
  ['file:///tmp/x.mjs', NEITHER],
  ['https://e.example/x.mjs', NEITHER],
  ['node:fs', NEITHER],
  ['/tmp/x.mjs', NEITHER],
  ['../outside.mjs', NEITHER],
  ['#internal', NEITHER],
  ['only-import/../../outside.mjs', NEITHER],
  ['only-import/%2e%2e/x', NEITHER],
  ['C:\\x.mjs', NEITHER],
  ['', NEITHER],
  ['fs', 'it is no package'],
  ['./sub/../../outside.mjs', 'it leads out of the project'],
  ['./%2e%2e/outside.mjs', 'it leads out of the project'],
  ['./linked.mjs', 'it leads out of the project'],
  ['./linked/outside.mjs', 'it leads out of the project'],
])('%j is not run', async (name, reason) => {
  const ran = `globalThis.ran = true\nexport default () => {}`
  const outside = path.join(path.dirname(folder), 'outside.mjs')
  await writeFile(outside, ran)
  await symlink(outside, path.join(folder, 'linked.mjs'))
  await symlink(path.dirname(folder), path.join(folder, 'linked'))
  try {
    await expect(render({ rehype: [name] })).rejects.toMatchObject({
      message: `The plugin "${name}" of wp.config.json is not run: ${reason}.`,
      exitCode: 2,
    })
    expect(globalThis).not.toHaveProperty('ran')
  } finally {
    for (const made of [outside, path.join(folder, 'linked.mjs'), path.join(folder, 'linked')]) await rm(made)
  }
})

test('a package that is linked into the project runs, as in a workspace of several', async () => {
  const home = path.join(folder, 'elsewhere')
  await mkdir(home)
  await writeFile(path.join(home, 'package.json'), '{"name":"linked-package","main":"index.cjs"}')
  await writeFile(path.join(home, 'index.cjs'), append('module.exports = (text)', ''))
  await symlink(home, path.join(folder, 'node_modules/linked-package'))
  expect(await render({ remark: [['linked-package', 'L']] })).toContain('<p>HelloL</p>')
})
