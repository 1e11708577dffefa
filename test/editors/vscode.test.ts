import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { listVsCodeFiles } from '../../src/editors/vscode-files.ts'
import { runCli } from '../helpers/cli.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-vscode-'))
})

afterEach(() => rm(root, { recursive: true }))

interface Snippet {
  readonly prefix: string
  readonly scope: string
  readonly description: string
  readonly body: readonly string[]
}

const snippets: Snippet[] = Object.values(
  JSON.parse(await readFile('.vscode/rensai.code-snippets', 'utf8')) as Record<string, Snippet>,
)
const snippet = (prefix: string): string =>
  snippets.find((each) => each.prefix === prefix)?.body.join('\n') ?? ''

/**
 * What VS Code inserts where every placeholder is left as it stands: of choices the first, of a number that stands
 * several times what its first place says.
 */
function expand(body: string): string {
  const said = new Map<string, string>()
  return body.replace(/\$(?:\{(\d+)(?::([^}]*)|\|([^|]*)\|)?\}|(\d+))/g, (_, braced, text, choices, bare) => {
    const number = braced ?? bare
    const value = text ?? choices?.split(',')[0] ?? said.get(number) ?? ''
    if (!said.has(number)) said.set(number, value)
    return value
  })
}

const isFrontMatter = ({ body }: Snippet): boolean => body[0] === '---'

async function check(articles: Readonly<Record<string, string>>): Promise<unknown> {
  await mkdir(path.join(root, 'posts'))
  await mkdir(path.join(root, 'images'))
  await cp('test/fixtures/pair/images/dot.png', path.join(root, 'images/picture.png'))
  await writeFile(path.join(root, 'wp.config.json'), '{ "site": { "url": "https://blog.example" } }')
  for (const [name, text] of Object.entries(articles)) await writeFile(path.join(root, 'posts', name), text)
  const args = ['check', '--strict', '--format', 'json', '--config', path.join(root, 'wp.config.json')]
  const { stdout, exitCode } = await runCli(args)
  return { messages: JSON.parse(stdout), exitCode }
}

const NOTHING = { messages: [], exitCode: 0 }

test('there is a snippet of every box and of what else has a form of its own', () => {
  expect(snippets.map(({ prefix }) => prefix)).toEqual([
    ...['article', 'pair-ja', 'pair-en'],
    ...['box-note', 'box-warning', 'box-step', 'box-example', 'box-conclusion'],
    ...['details', 'code', 'picture', 'footnote', 'table'],
  ])
  expect(snippets.filter(({ scope, description }) => scope !== 'markdown' || description === '')).toEqual([])
})

test.each(snippets.filter((each) => !isFrontMatter(each)).map(({ prefix }) => prefix))(
  'check has nothing to say of %s, and knows it for what it is',
  async (prefix) => {
    const body = expand(snippet(prefix))
    expect(await check({ 'my-article.md': `${expand(snippet('article'))}\n\n${body}\n` })).toEqual(NOTHING)
  },
)

test.each(['draft', 'publish', 'pending', 'private'])('nor of an article that is %s', async (status) => {
  expect(snippet('article')).toContain(status)
  const text = expand(snippet('article')).replace('status: draft', `status: ${status}`)
  expect(await check({ 'my-article.md': `${text}\n` })).toEqual(NOTHING)
})

test('nor of a pair', async () => {
  expect(
    await check({
      'my-article-ja.md': `${expand(snippet('pair-ja')).replace('"Title"', '"題名"').replace(/Text$/, '本文')}\n`,
      'my-article-en.md': `${expand(snippet('pair-en'))}\n`,
    }),
  ).toEqual(NOTHING)
})

test('every task is a command, with options that it has', async () => {
  for (const asPackage of [false, true]) {
    const text =
      listVsCodeFiles({ isClone: !asPackage }).find(({ name }) => name.endsWith('tasks.json'))?.content ?? ''
    const commands = (JSON.parse(text).tasks as { command: string }[]).map(({ command }) => command)
    expect(commands).toHaveLength(3)
    for (const command of commands) {
      const program = asPackage ? /^npx --no rensai / : /^npm run -s /
      expect(command).toMatch(program)
      const words = command
        .replace(program, '')
        .split(' ')
        .filter((word) => word !== '--')
      expect([command, (await runCli([...words, '--help'])).exitCode]).toEqual([command, 0])
    }
  }
})

test('the schema that the settings name is there, and no extension of this repository goes along', async () => {
  const [extensions, , settings] = listVsCodeFiles({ isClone: true }).map(({ content }) => content)
  const [{ url }] = JSON.parse(settings ?? '')['json.schemas']
  expect(JSON.parse(await readFile(url, 'utf8')).properties.site).toBeDefined()
  expect(extensions).toContain('biomejs')
  expect(listVsCodeFiles({ isClone: false })[0]?.content).not.toContain('biomejs')
})

const init = (...args: string[]) => runCli(['init', ...args, '--config', path.join(root, 'wp.config.json')])

async function written(): Promise<Record<string, string>> {
  const names = await glob('.vscode/**', { cwd: root, dot: true })
  const texts = names.sort().map(async (name) => [name, await readFile(path.join(root, name), 'utf8')])
  return Object.fromEntries(await Promise.all(texts))
}

test('init --editor makes a project with them in an empty folder, and takes all of it back', async () => {
  expect((await init('--editor', '--url', 'https://blog.example')).exitCode).toBe(0)
  expect(await written()).toEqual(
    Object.fromEntries(listVsCodeFiles({ isClone: false }).map(({ name, content }) => [name, content])),
  )
  expect((await init('--undo')).exitCode).toBe(0)
  expect(await written()).toEqual({})
  expect(await glob('**/*.json', { cwd: root })).toEqual([])
})

test('init --editor adds to the settings that a project has, and takes that back', async () => {
  await cp('test/fixtures/pair', root, { recursive: true })
  await mkdir(path.join(root, '.vscode'))
  const mine = '{\n  // Mine.\n  "editor.fontSize": 13\n}\n'
  await writeFile(path.join(root, '.vscode/settings.json'), mine)
  const config = await readFile(path.join(root, 'wp.config.json'), 'utf8')
  expect((await init('--editor', '--dry-run')).stderr).toContain('Nothing was written.')
  expect(await written()).toEqual({ '.vscode/settings.json': mine })
  expect((await init('--editor')).exitCode).toBe(0)
  expect(Object.keys(await written())).toHaveLength(4)
  expect((await written())['.vscode/settings.json']).toMatch(
    /^\{\n {2}\/\/ Mine\.\n {2}"editor\.fontSize": 13,\n/,
  )
  expect((await init('--editor')).stderr).toContain('there already')
  expect(await readFile(path.join(root, 'wp.config.json'), 'utf8')).toBe(config)
  expect((await init('--undo')).exitCode).toBe(0)
  expect(await written()).toEqual({ '.vscode/settings.json': mine })
})

test('init --editor writes nothing where a file of them is broken', async () => {
  await cp('test/fixtures/pair', root, { recursive: true })
  await mkdir(path.join(root, '.vscode'))
  await writeFile(path.join(root, '.vscode/tasks.json'), '{ "tasks": [')
  const { exitCode, stderr } = await init('--editor')
  expect([exitCode, stderr]).toEqual([2, expect.stringContaining('.vscode/tasks.json is no JSON')])
  expect(Object.keys(await written())).toEqual(['.vscode/tasks.json'])
})
