import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import stringWidth from 'fast-string-width'
import { glob } from 'tinyglobby'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { compile } from '../../src/commands/compile.ts'
import { type InitOptions, init } from '../../src/commands/init.ts'
import { loadConfig } from '../../src/config/load.ts'
import { isFile } from '../../src/posts/library-picture.ts'
import { runCli } from '../helpers/cli.ts'
import { captureOutput } from '../helpers/output.ts'

let root: string

beforeEach(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-init-'))
})

afterEach(() => rm(root, { recursive: true }))

async function run(options: Partial<InitOptions> = {}, agrees = true) {
  const output = { ...captureOutput(), confirm: async () => agrees }
  const exitCode = await init(
    {
      config: path.join(root, 'wp.config.json'),
      ...{ dryRun: false, yes: false, force: false, undo: false },
      ...options,
    },
    output,
  )
  return { exitCode, said: output.said() }
}

/** Every file but what runs keep, with its bytes. */
async function files(): Promise<Record<string, string>> {
  const names = await glob('**/*', { cwd: root, dot: true, ignore: '.rensai/**' })
  const texts = names.sort().map(async (name) => [name, await readFile(path.join(root, name), 'base64')])
  return Object.fromEntries(await Promise.all(texts))
}

const put = async (name: string, text: string): Promise<void> => {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true })
  await writeFile(path.join(root, name), text)
}

const config = async (): Promise<Record<string, never>> =>
  JSON.parse(await readFile(path.join(root, 'wp.config.json'), 'utf8'))

async function posts() {
  const output = captureOutput()
  const made = await compile(await loadConfig(path.join(root, 'wp.config.json')), output)
  return (made?.rendered ?? []).map(({ post }) => ({
    slug: post.slug,
    status: post.status,
    date: post.date,
    categories: post.categories.map(({ name, parentPath }) => [parentPath, name].filter(Boolean).join(' > ')),
    tags: post.tags.map(({ name }) => name),
    excerpt: post.excerpt,
    featured: post.featuredMedia === undefined || isFile(post.featuredMedia) ? post.featuredMedia?.path : '',
  }))
}

test.each(['zenn', 'qiita', 'hugo', 'hexo', 'jekyll', 'astro'])(
  'a folder as %s has it is without errors afterwards, and can be had back',
  async (name) => {
    await cp(`test/fixtures/conventions/${name}`, root, { recursive: true })
    const before = await files()
    const { exitCode, said } = await run()
    expect(exitCode).toBe(0)
    const [own = ''] = said.split('To take it back')
    expect(own.split('\n').filter((line) => stringWidth(line) > 80)).toEqual([])
    const written = await readFile(path.join(root, 'wp.config.json'), 'utf8')
    const shown = `${said.replaceAll(root, 'ROOT')}\n\n${written}\n${JSON.stringify(await posts(), undefined, 2)}\n`
    await expect(shown).toMatchFileSnapshot(`../fixtures/conventions/${name}.expected.txt`)
    expect(await files()).not.toEqual(before)
    expect((await run({ undo: true })).exitCode).toBe(0)
    expect(await files()).toEqual(before)
  },
)

test('what would change is only shown where that is asked for', async () => {
  await cp('test/fixtures/conventions/hexo', root, { recursive: true })
  const before = await files()
  const { exitCode, said } = await run({ dryRun: true })
  expect(exitCode).toBe(0)
  expect(said).toContain('2 files would be read only after a change')
  expect(said).toContain('Nothing was written.')
  expect(await files()).toEqual(before)
})

test('files that somebody does not want changed stay, and check says what they lack', async () => {
  await cp('test/fixtures/conventions/hexo', root, { recursive: true })
  const before = await files()
  const { exitCode, said } = await run({}, false)
  expect(exitCode).toBe(1)
  expect(said).toContain('front-matter-opening')
  const { 'wp.config.json': written, ...after } = await files()
  expect(written).toBeDefined()
  expect(after).toEqual(before)
})

test('nothing at all is written where nobody can be asked', async () => {
  await cp('test/fixtures/conventions/hexo', root, { recursive: true })
  const before = await files()
  const { exitCode, stderr } = await runCli(['init', '--config', path.join(root, 'wp.config.json')])
  expect(exitCode).toBe(2)
  expect(stderr).toContain('--yes')
  expect(await files()).toEqual(before)
})

test('what is edited while init asks is not written over', async () => {
  await cp('test/fixtures/conventions/hexo', root, { recursive: true })
  const edited = 'source/_posts/日記.md'
  const before = await files()
  const output = {
    ...captureOutput(),
    confirm: async () => {
      await writeFile(path.join(root, edited), 'Written meanwhile.\n')
      return true
    },
  }
  const options = { dryRun: false, yes: false, force: false, undo: false }
  await expect(init({ config: path.join(root, 'wp.config.json'), ...options }, output)).rejects.toThrow(
    `${edited} was changed meanwhile, so nothing was written.`,
  )
  expect(await files()).toEqual({
    ...before,
    [edited]: Buffer.from('Written meanwhile.\n').toString('base64'),
  })
})

test('a file in another encoding than UTF-8 keeps every byte', async () => {
  await put('_config.yml', 'title: x\n')
  const shiftJis = Buffer.from(
    'title: \x93\xfa\x8bL\ndate: 2026/01/05 9:00\n---\n\n\x96{\x95\xb6\n',
    'latin1',
  )
  await put('source/_posts/a.md', 'title: a\ndate: 2026-01-05 09:00:00\n---\n\n本文。\n')
  await writeFile(path.join(root, 'source/_posts/sjis.md'), shiftJis)
  const { said } = await run({ yes: true })
  expect(said).toContain('source/_posts/a.md')
  expect(await readFile(path.join(root, 'source/_posts/sjis.md'))).toEqual(shiftJis)
})

test('an empty folder becomes a small series in two languages that has nothing to complain of', async () => {
  await put('.gitignore', 'node_modules/\n.env')
  const before = await files()
  const { exitCode, said } = await run({ url: 'https://blog.example/wp-admin/' })
  expect(exitCode).toBe(0)
  expect(said).toContain('4 articles, nothing to complain of')
  expect(await config()).toMatchObject({ site: { url: 'https://blog.example' } })
  expect(await readFile(path.join(root, '.gitignore'), 'utf8')).toBe(
    'node_modules/\n.env\n.rensai/\n.sandbox/\ndist/\n',
  )
  await run({ undo: true })
  expect(await files()).toEqual(before)
})

test('a configuration that is there is shown beside the new one, and written over only with --force', async () => {
  await put('posts/a.md', '---\ntitle: 記事\nstatus: publish\n---\n\n本文。\n')
  await put('wp.config.json', '{ "site": { "url": "https://blog.example" }, "highlight": "shiki" }')
  const before = await files()
  await expect(run({ url: 'https://other.example' })).rejects.toThrow('is there already')
  expect(await files()).toEqual(before)
  const { said } = await run({ url: 'https://other.example', force: true })
  expect(said).toContain('  site.url\n    - "https://blog.example"\n    + "https://other.example"')
  expect(said).toContain('  highlight\n    - "shiki"')
  expect(await config()).toMatchObject({ site: { url: 'https://other.example' }, posts: 'posts' })
  await run({ undo: true })
  expect(await files()).toEqual(before)
})

test('what was edited since is not taken back, and what is kept of another place counts for nothing', async () => {
  await run()
  await put('posts/first-steps-1-jp.md', '---\ntitle: 私の記事\n---\n\n本文。\n')
  const { said } = await run({ undo: true })
  expect(said).toContain('posts/first-steps-1-jp.md was edited since, and is left as it is')
  expect(Object.keys(await files())).toEqual(['posts/first-steps-1-jp.md'])
  await expect(run({ undo: true })).rejects.toThrow('nothing to take back')
})

test('of two programs the one with more articles is taken, and --posts takes the other', async () => {
  await cp('test/fixtures/conventions/zenn', root, { recursive: true })
  await cp('test/fixtures/conventions/qiita', root, { recursive: true })
  const { said } = await run({ dryRun: true })
  expect(said).toContain('Found 3 articles of Qiita CLI in public/.')
  expect(said).toContain('Zenn has articles in articles/, too.')
  expect((await run({ dryRun: true, posts: 'articles' })).said).toContain('Found 2 articles of Zenn')
  await expect(run({ posts: 'images' })).rejects.toThrow('no Markdown with front matter in images')
  await expect(run({ posts: '..' })).rejects.toThrow()
})

test('a folder of no known program is read by its keys, whatever folder they lie in', async () => {
  await put('notes/README.md', '# Notes\n')
  await put(
    'notes/2026/2026-01-05-hello.md',
    '---\ntitle: こんにちは\ncategory: 日記\ncover: a.png\n---\n\n本文。\n',
  )
  await put(
    'notes/2026/2026-01-06-next.md',
    '---\ntitle: 次\ndraft: false\nmood: ok\n---\n\n:::tip\n注。\n:::\n',
  )
  const { exitCode } = await run()
  expect(exitCode).toBe(0)
  expect(await config()).toEqual({
    site: { url: 'https://example.com', language: 'ja' },
    posts: 'notes/2026',
    fileNames: { dated: true },
    frontMatter: {
      status: 'draft',
      aliases: { category: 'categories', draft: 'status' },
      ignore: ['cover', 'mood'],
    },
    boxes: { tip: {} },
    categories: [{ name: '日記' }],
  })
  expect(await posts()).toMatchObject([
    { slug: 'hello', date: '2026-01-05T00:00:00', status: 'draft', categories: ['日記'] },
    { slug: 'next', status: 'publish' },
  ])
})

test.each([
  ['articles in the folder itself', { 'a.md': '---\ntitle: A\n---\n\n本文。\n' }, '.'],
  [
    'keys that every object has',
    { 'p/a.md': '---\ntitle: A\nconstructor: 1\n__proto__: 2\n---\n\n本文。\n' },
    'p',
  ],
  [
    'a title that would write to the terminal',
    { 'p/a.md': '---\ntitle: "\\e[31mA"\n"k\\e[31m": 1\n---\n\n本文。\n' },
    'p',
  ],
  [
    'front matter that cannot be read',
    { 'p/a.md': '---\ntitle: [\n---\n', 'p/b.md': '---\ntitle: B\n---\n\n本文。\n' },
    'p',
  ],
])('%s', async (_, texts, folder) => {
  for (const [name, text] of Object.entries(texts)) await put(name, text)
  const { said } = await run()
  expect(await config()).toMatchObject({ posts: folder })
  expect(said).not.toContain('\u001b')
})

test('Markdown without front matter is no reason to put samples beside it', async () => {
  await put('README.md', '# Notes\n')
  expect((await run({ dryRun: true })).said).toContain('series')
  await put('notes/a.md', '# A\n')
  const before = await files()
  await expect(run()).rejects.toThrow('The Markdown here has no front matter: notes/a.md.')
  expect(await files()).toEqual(before)
})

test.each(['nonsense', 'ftp://blog.example', 'javascript:alert(1)'])(
  '%s is no address of a site',
  async (url) => {
    await expect(run({ url })).rejects.toThrow('is not an address')
    expect(await files()).toEqual({})
  },
)

test('a folder that is not there is told', async () => {
  await expect(run({ config: path.join(root, 'none/wp.config.json') })).rejects.toThrow('There is no folder')
})

test('nothing is read or written through a link', async () => {
  await put('else/posts/a.md', '---\ntitle: A\n---\n\nText.\n')
  await put('project/README.md', '# A\n')
  await symlink(path.join(root, 'else/posts'), path.join(root, 'project/posts'))
  const project = path.join(root, 'project/wp.config.json')
  await expect(run({ config: project })).rejects.toThrow('posts is a symbolic link')
  await rm(path.join(root, 'project/posts'))
  await symlink(path.join(root, 'target.json'), project)
  await expect(run({ config: project })).rejects.toThrow('wp.config.json cannot be read')
  expect(Object.keys(await files())).not.toContain('target.json')
})
