import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { check } from '../../src/commands/check.ts'
import { compile } from '../../src/commands/compile.ts'
import { preview } from '../../src/commands/preview.ts'
import { loadConfig } from '../../src/config/load.ts'
import { sameContent } from '../../src/content/normal-form.ts'
import { digestArticle } from '../../src/digest/digest.ts'
import { listFiles } from '../../src/judge/files.ts'
import { MOST_ARTICLE_BYTES } from '../../src/limits/sizes.ts'
import { openWorkspace } from '../../src/preview/live/workspace.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { diffContents } from '../../src/report/diff.ts'
import { testConfig } from '../helpers/config.ts'
import { captureOutput } from '../helpers/output.ts'
import { plainContext } from '../helpers/pull-project.ts'

const LARGE = 'The article is larger than 300,000 bytes.'
const DEEP = 'Quotes, lists, boxes or elements lie in each other too deep to be read.'
const FRONT_MATTER = 'The front matter is longer than 20,000 characters.'
const DEEP_KEYS = 'Lists and keys of the front matter lie in each other too deep to be read.'

const body = (text: string): string => `---\ntitle: A\nstatus: publish\n---\n\n${text}\n`
const keys = (text: string): string => `---\ntitle: A\nstatus: publish\n${text}\n---\n\nA\n`

/** Articles that took minutes or all memory, and the one thing that is said of each. */
const SIGNS = 'One paragraph has more than 5,000 of the signs * _ ~ ].'

const ARTICLES: Readonly<Record<string, readonly [text: string, reason: string]>> = {
  large: [body('a '.repeat(MOST_ARTICLE_BYTES / 2)), LARGE],
  'large-unread': [body('日本語。\n\n'.repeat(1_000_000)), LARGE],
  'elements-in-a-line': [body('<b>'.repeat(2000)), DEEP],
  'elements-in-lines': [body('<b>\n'.repeat(2000)), DEEP],
  'signs-of-emphasis': [body('*a_'.repeat(15_000)), SIGNS],
  'ends-of-emphasis': [body('a* '.repeat(15_000)), SIGNS],
  'signs-of-deletion': [body('~~a '.repeat(15_000)), SIGNS],
  'ends-of-labels': [body(']'.repeat(45_000)), SIGNS],
  'elements-as-blocks': [body('<div>\n\n'.repeat(5000)), DEEP],
  quotes: [body('> '.repeat(20_000)), DEEP],
  lists: [body(`${'- '.repeat(20_000)}a`), DEEP],
  numbers: [body('1. '.repeat(20_000)), DEEP],
  boxes: [body(':::note\n'.repeat(2500)), DEEP],
  definitions: [
    body('a\n: b\n\n'.repeat(3000)),
    'More than 2,000 lines begin with a colon, as what a term means does.',
  ],
  addresses: [
    body(`[a]: https://a.example/${'a'.repeat(50_000)}\n\n${'[a] '.repeat(5000)}`),
    'A long address is used by its label too often.',
  ],
  cells: [
    body(`${'|a'.repeat(1000)}|\n${'|-'.repeat(1000)}|\n${'|\n'.repeat(1000)}`),
    'The tables have too many cells.',
  ],
  contents: [
    body('[[toc]]\n\n## A section\n\n'.repeat(1000)),
    'The list of the sections stands in the article too often.',
  ],
  'front-matter': [keys('k: v\n'.repeat(5000)), FRONT_MATTER],
  aliases: [keys(`a: [&a x, ${'*a, '.repeat(20_000)}]`), FRONT_MATTER],
  brackets: [keys(`a: ${'['.repeat(5000)}`), DEEP_KEYS],
  braces: [keys(`a: ${'{a: '.repeat(3000)}`), DEEP_KEYS],
  'list-signs': [keys(`a:\n  ${'- '.repeat(5000)}`), DEEP_KEYS],
}

let root: string
let config: string

beforeAll(async () => {
  root = await mkdtemp(path.join(tmpdir(), 'rensai-limits-'))
  config = path.join(root, 'wp.config.json')
  await mkdir(path.join(root, 'posts'))
  await writeFile(config, '{ "site": { "url": "https://blog.example" } }')
  await writeFile(path.join(root, 'posts/good.md'), body('Good.'))
  for (const [name, [text]] of Object.entries(ARTICLES))
    await writeFile(path.join(root, `posts/${name}.md`), text)
})

afterAll(async () => {
  await rm(root, { recursive: true })
})

const EXPECTED = Object.fromEntries(
  Object.entries(ARTICLES).map(([name, [, reason]]) => [`posts/${name}.md`, [reason]]),
)

test('an article beyond the limits is one message of its own at every door, and every other goes on', async () => {
  const said = captureOutput()
  expect(await check({ config, format: 'json' }, said)).toBe(1)
  const found = JSON.parse(said.printed()) as { file: string; severity: string; message: string }[]
  const errors = found.filter(({ severity }) => severity === 'error')
  const reasons = (file: string): string[] =>
    errors.flatMap((one) => (one.file === file ? [one.message] : []))
  expect(Object.fromEntries(errors.map(({ file }) => [file, reasons(file)]))).toEqual(EXPECTED)

  expect(await compile(await loadConfig(config), captureOutput(), { strict: true })).toBeUndefined()
  expect(await preview({ config }, captureOutput())).toBe(1)
  const workspace = await openWorkspace(config)
  expect(workspace.problem()).toBeUndefined()
  const snapshot = workspace.snapshot()
  expect(listFiles(snapshot).filter(({ messages }) => messages.some(({ fatal }) => fatal))).toHaveLength(
    Object.keys(ARTICLES).length,
  )
  expect(snapshot.articles.get('good')?.rendered?.content).toContain('Good.')
})

test('so is one that takes too long, where it is parsed and where it is judged', () => {
  const settings = testConfig({ site: { url: 'https://blog.example' } })
  const runs = Array.from({ length: 700 }, (_, index) => '`'.repeat(index + 1)).join(' ')
  const digest = digestArticle({ name: 'a.md', text: body(runs) }, settings, 300)
  expect(digest).toMatchObject({ unreadable: true, key: 'a' })
  expect(digest.messages.map(({ fatal, reason }) => `${fatal} ${reason}`)).toEqual([
    'true The article takes too long to be read.',
  ])
})

test('what is wrong over and over in front matter is told ten times', () => {
  const settings = testConfig({ site: { url: 'https://blog.example' } })
  for (const line of ['@', 'a: [', '%', ']', 'a: b: c']) {
    const { messages } = digestArticle({ name: 'a.md', text: keys(`${line}\n`.repeat(2000)) }, settings)
    expect(messages.length, line).toBeGreaterThan(0)
    expect(messages.length, line).toBeLessThanOrEqual(10)
  }
})

test.each([
  ['elements', '<div>'.repeat(5000)],
  ['styles', '<b><p>a'.repeat(2000)],
  ['blocks', '<!-- wp:group -->\n'.repeat(5000)],
  ['comments that never end', '<!-- wp:a { -->'.repeat(4000)],
  ['attributes', `<!-- wp:a {"a":${'['.repeat(5000)}${']'.repeat(5000)}} /-->`],
  ['references', '<sup data-fn="a"'.repeat(5000)],
])('a post of the site with too much of it is compared and shown: %s', async (_, content) => {
  expect(sameContent(content, content)).toBe(true)
  expect(sameContent(content, `${content}<p>b</p>`)).toBe(false)
  expect(diffContents(content, `${content}<p>b</p>`, { html: false, mark: (text) => text })).not.toEqual([])
  // It comes as it stands, or is refused as beyond the limits.
  const pulled = await contentToMarkdown(content, plainContext('blocks')).catch((error: unknown) =>
    String(error),
  )
  expect(pulled).toBeTypeOf('string')
})

test('signs in code count for nothing, nor those of other paragraphs', () => {
  const settings = testConfig({ site: { url: 'https://blog.example' } })
  const code = `\`\`\`\n${'a_b *c* [d] ~e\n'.repeat(3_000)}\`\`\`\n`
  const paragraphs = 'A *b* with _c_, [d](https://a.example/) and ~~e~~.\n\n'.repeat(2_000)
  for (const text of [
    code,
    paragraphs,
    `\`${'*_ '.repeat(6_000)}\``,
    `| a | b |\n| - | - |\n${'| *a* | `_` |\n'.repeat(3_000)}`,
  ]) {
    const { messages } = digestArticle({ name: 'a.md', text: body(text) }, settings)
    expect(messages.filter(({ fatal }) => fatal)).toEqual([])
  }
})
