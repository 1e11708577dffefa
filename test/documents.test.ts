import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import Slugger from 'github-slugger'
import type { Nodes } from 'mdast'
import { toString as mdastToString } from 'mdast-util-to-string'
import { expect, test } from 'vitest'
import manifest from '../package.json' with { type: 'json' }
import { settingsSchema } from '../src/config/settings-schema.ts'
import { parseMarkdown } from '../src/render/markdown.ts'
import { runCli } from './helpers/cli.ts'

const PAGES = [
  'README.md',
  'README.ja.md',
  'CONTRIBUTING.md',
  'SECURITY.md',
  'CHANGELOG.md',
  ...(await pagesIn('docs')),
  ...(await pagesIn('docs/ja')),
]

const texts = new Map(
  await Promise.all(PAGES.map(async (page) => [page, await readFile(page, 'utf8')] as const)),
)

const trees = new Map([...texts].map(([page, text]) => [page, parseMarkdown(text)]))

async function pagesIn(folder: string): Promise<string[]> {
  return (await readdir(folder)).filter((name) => name.endsWith('.md')).map((name) => `${folder}/${name}`)
}

/** All nodes of a type on a page. */
function nodesOf(page: string, type: string): Nodes[] {
  const found: Nodes[] = []
  const visit = (node: Nodes): void => {
    if (node.type === type) found.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const child of trees.get(page)?.children ?? []) visit(child)
  return found
}

/** Options as `--help` lists them: `--only <slug...>`, but for those of every command. */
async function optionsOf(command: string): Promise<string[]> {
  const { stdout } = await runCli([command, '--help'], { LC_ALL: 'en_US.UTF-8' })
  const all = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[\w-]+(?: [<[][^>\]]+[>\]])?)/gm)].map(
    ([, option = '']) => option,
  )
  return all.filter((option) => !/^--(?:config|debug|help)\b|^--lang <language>$/.test(option))
}

async function commandNames(): Promise<string[]> {
  const { stdout } = await runCli(['--help'], { LC_ALL: 'en_US.UTF-8' })
  const [, list = ''] = /^Commands:\n([\s\S]*?)\n\n/m.exec(stdout) ?? []
  return [...list.matchAll(/^ {2}(\w+)/gm)].map(([, name = '']) => name).filter((name) => name !== 'help')
}

const commands = await commandNames()
const options = new Map(
  await Promise.all(commands.map(async (name) => [name, await optionsOf(name)] as const)),
)

test('docs/commands.md has a section on every command, with each of its options in the order of --help', () => {
  const sections = new Map(
    (texts.get('docs/commands.md') ?? '')
      .split(/^## /m)
      .slice(1)
      .map((section) => [section.split('\n')[0] ?? '', section] as const),
  )
  expect(commands.length).toBeGreaterThan(10)
  for (const name of commands) {
    const documented = [...(sections.get(name) ?? '').matchAll(/^\| `(--[^`]+)` \| [^|]*\S/gm)].map(
      ([, option = '']) => option,
    )
    expect([name, documented]).toEqual([name, options.get(name)])
  }
})

test('every command that a document names is there, with the options that it is given', () => {
  const wrong: string[] = []
  let seen = 0
  for (const page of PAGES) {
    if (page === 'CHANGELOG.md') continue
    for (const node of [...nodesOf(page, 'code'), ...nodesOf(page, 'inlineCode')]) {
      if (!('value' in node)) continue
      for (const [line, kind, name = '', rest = ''] of node.value.matchAll(
        /\b(npx rensai|npm run)(?: -s)? ([a-z][\w:-]*)([^\n;]*)/g,
      )) {
        seen += 1
        const known = kind === 'npm run' ? name in manifest.scripts : commands.includes(name)
        if (!known) wrong.push(`${page}: ${line}`)
        const command = name === 'dev' ? 'preview' : name
        const allowed = ['--config', '--debug', '--help', '--lang', ...(options.get(command) ?? [])]
        for (const [word] of (options.has(command) ? rest : '').matchAll(/--[a-z][\w-]*/g))
          if (!allowed.some((option) => option.split(' ')[0] === word)) wrong.push(`${page}: ${line}`)
      }
    }
  }
  expect(seen).toBeGreaterThan(100)
  expect(wrong).toEqual([])
})

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>
  readonly default?: unknown
}

/** Keys that a table describes as a whole. */
const WHOLE = ['rules', 'externalLinks.check']

function leaves(schema: Schema, at: string): [string, unknown][] {
  if (schema.properties === undefined || WHOLE.includes(at)) return [[at, schema.default]]
  return Object.entries(schema.properties).flatMap(([key, child]) =>
    leaves(child, at === '' ? key : `${at}.${key}`),
  )
}

test('docs/configuration.md has a row for every setting and for no other, with its default', async () => {
  const schema = JSON.parse(await readFile('src/wp.config.schema.json', 'utf8')) as Schema
  const known = new Map(leaves(schema, '').filter(([key]) => key !== '$schema'))
  const [, table = ''] =
    /\n\| key \| meaning \| default \|\n\| --- \| --- \| --- \|\n((?:\|.*\n)+)/.exec(
      texts.get('docs/configuration.md') ?? '',
    ) ?? []
  const rows = table
    .trim()
    .split('\n')
    .map((row) => row.slice(1, -1).split(/(?<!\\)\|/))
  const documented = rows.flatMap(([keys = '', , last = '']) => {
    const defaults = last.split(';').map((part) => part.trim().replaceAll('`', ''))
    return [...keys.matchAll(/`([\w.]+)`/g)].map(([, key = ''], index) => [key, defaults[index]] as const)
  })
  // A box of one's own is not a key with a name, so the row `boxes` has no leaf in the schema.
  expect(documented.map(([key]) => key).toSorted()).toEqual([...known.keys(), 'boxes'].toSorted())
  for (const [key, said] of documented) {
    const value = known.get(key)
    // Patterns are told in words, and lists by what they hold.
    if (typeof value === 'object' || value === undefined || key.startsWith('slug.') || value === '.') continue
    expect([key, said]).toEqual([key, String(value)])
  }
})

test('every example of wp.config.json is one', () => {
  let seen = 0
  for (const page of PAGES) {
    for (const node of nodesOf(page, 'code')) {
      if (node.type !== 'code' || node.lang !== 'json') continue
      const example = JSON.parse(node.value) as Record<string, unknown>
      const keys = Object.keys(example)
      // The pages of other programs, and what commands print.
      if (page === 'docs/beside.md' || !keys.every((key) => key in settingsSchema.shape)) continue
      seen += 1
      const site = { url: 'https://blog.example' }
      const { error } = settingsSchema.safeParse({ site, ...example })
      expect([page, node.value, error?.issues]).toEqual([page, node.value, undefined])
    }
  }
  expect(seen).toBeGreaterThan(2)
})

test('every action that a document uses is pinned by its commit, and to the one that the workflows use', async () => {
  const folder = '.github/workflows'
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yml'))
  const workflows = await Promise.all(names.map((name) => readFile(`${folder}/${name}`, 'utf8')))
  const pinned = new Map(
    workflows.flatMap((text) =>
      [...text.matchAll(/uses: (\S+)@(\S+ # \S+)$/gm)].map(([, action, commit]) => [action, commit] as const),
    ),
  )
  const wrong: string[] = []
  let seen = 0
  for (const [page, text] of texts) {
    for (const [line, action, commit = ''] of text.matchAll(/uses: ([^\s@]+)@(.*)$/gm)) {
      seen += 1
      const isPinned = /^[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(commit)
      if (!isPinned || commit !== (pinned.get(action) ?? commit)) wrong.push(`${page}: ${line}`)
    }
  }
  expect(seen).toBeGreaterThan(2)
  expect(wrong).toEqual([])
})

function anchorsOf(page: string): Set<string> {
  const slugger = new Slugger()
  return new Set(nodesOf(page, 'heading').map((node) => slugger.slug(mdastToString(node))))
}

test('every Markdown example outside of the rules is an article that check has nothing to say of', async () => {
  const examples = PAGES.filter((page) => !page.endsWith('rules.md')).flatMap((page) =>
    nodesOf(page, 'code').flatMap((node) =>
      'lang' in node && 'value' in node && node.lang === 'md' ? [{ page, body: node.value }] : [],
    ),
  )
  expect(examples.length).toBeGreaterThan(6)
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-examples-'))
  await mkdir(path.join(root, 'posts'))
  const config = path.join(root, 'wp.config.json')
  await writeFile(config, JSON.stringify({ site: { url: 'https://example.com' } }))
  for (const [index, { body }] of examples.entries()) {
    const slug = `example-${index}`
    const article = `---\ntitle: Example ${index}\nslug: ${slug}\nexcerpt: An example.\n---\n\n${body}\n`
    await writeFile(path.join(root, `posts/${slug}.md`), article)
  }
  const { stdout, stderr } = await runCli(['check', '--config', config, '--format', 'json'])
  await rm(root, { recursive: true })
  expect(JSON.parse(stdout), stderr).toEqual([])
})

test('every link and picture of a document leads to a file that is there, and to a section of it', () => {
  const broken: string[] = []
  for (const page of PAGES) {
    for (const node of [
      ...nodesOf(page, 'link'),
      ...nodesOf(page, 'image'),
      ...nodesOf(page, 'definition'),
    ]) {
      if (!('url' in node) || /^[a-z]+:/.test(node.url)) continue
      const [file = '', anchor] = node.url.split('#')
      const target = file === '' ? page : path.posix.join(path.posix.dirname(page), decodeURI(file))
      if (!existsSync(target)) broken.push(`${page}: ${node.url}`)
      else if (anchor !== undefined && !anchorsOf(target).has(decodeURI(anchor)))
        broken.push(`${page}: ${node.url}`)
    }
  }
  expect(broken).toEqual([])
})
