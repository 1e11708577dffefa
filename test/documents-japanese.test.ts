import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import type { Nodes, Root } from 'mdast'
import { glob } from 'tinyglobby'
import { expect, test } from 'vitest'
import { catalogue } from '../src/language/ja/catalogue.ts'
import { parseMarkdown } from '../src/render/markdown.ts'

const pairs = [
  ['README.md', 'README.ja.md'] as const,
  ...(await glob('docs/*.md')).map((page) => [page, page.replace('docs/', 'docs/ja/')] as const),
]

function nodesOf(page: Root, type: Nodes['type']): Nodes[] {
  const found: Nodes[] = []
  const visit = (node: Nodes): void => {
    if (node.type === type) found.push(node)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  for (const child of page.children) visit(child)
  return found
}

/** Where a link leads, whichever language the page there is in, and whatever its sections are called. */
function inEitherLanguage(url: string): string {
  return url
    .replace(/^(?:\.\.\/)*(?:docs\/)?(?:ja\/)?/, '')
    .replace('.ja.md', '.md')
    .replace(/#.*$/, '#')
}

/**
 * What is to be typed or written: comments, remarks in brackets and what the program prints are in the page's language.
 * Code has a language of its own; what the program prints has none, and of it only the commands are alike.
 */
function codeOf(lang: string | null | undefined, text: string): string[] {
  if (typeof lang !== 'string') return text.match(/npm run .*/g) ?? []
  return text
    .split('\n')
    .filter((line) => !/^\(.*\)$/.test(line))
    .map((line) => line.replace(/(?:^|\s)# .*$/, '').trimEnd())
}

/** What both pages have alike, whatever the words: their outline, code, tables, lists, and where they lead. */
function shapeOf(text: string) {
  const page = parseMarkdown(text)
  const children = (type: Nodes['type']): number[] =>
    nodesOf(page, type).map((node) => ('children' in node ? node.children.length : 0))
  const links = nodesOf(page, 'link').map((node) => ('url' in node ? inEitherLanguage(node.url) : ''))
  return {
    headings: nodesOf(page, 'heading').map((node) => ('depth' in node ? node.depth : 0)),
    code: nodesOf(page, 'code').map((node) => ('lang' in node ? codeOf(node.lang, node.value) : [])),
    images: nodesOf(page, 'image').map((node) => ('url' in node ? inEitherLanguage(node.url) : '')),
    tables: children('table'),
    lists: children('list'),
    // The link to the other language apart, and in whatever order a sentence has them.
    links: links.filter((url) => url !== 'README.md').sort(),
  }
}

test('every page has its Japanese', () => {
  expect(pairs.filter(([, japanese]) => !existsSync(japanese))).toEqual([])
})

test.each(pairs)('%s and %s have the same content', async (english, japanese) => {
  const [one, other] = await Promise.all([english, japanese].map((page) => readFile(page, 'utf8')))
  expect(shapeOf(other ?? '')).toEqual(shapeOf(one ?? ''))
})

/** What stays English on a Japanese page though the program says the same word elsewhere, and why. */
const OTHERWISE_MEANT: readonly { readonly words: string; readonly page?: string; readonly why: string }[] = [
  { words: 'categories date posts status tags', why: 'keys of front matter and of wp.config.json' },
  { words: 'error none warn', why: 'values of wp.config.json' },
  { words: 'new', page: 'docs/ja/commands.md', why: 'a command' },
  { words: 'drift', page: 'docs/ja/ci.md', why: 'a job of a workflow' },
  { words: 'warning', page: 'docs/ja/markdown.md', why: 'the name of a box' },
  { words: 'Warning', page: 'docs/ja/markdown.md', why: 'the label of a box in an English article' },
  { words: 'warning', page: 'docs/ja/rules.md', why: 'the name of a box' },
  { words: 'picture', page: 'docs/ja/editors.md', why: 'the name of a snippet' },
  { words: 'post', page: 'docs/ja/preview.md', why: 'a kind of content, as WordPress names it' },
  { words: 'yes', page: 'docs/ja/rules.md', why: 'a word in YAML' },
  { words: 'advice drift failed skipped', page: 'docs/ja/api.md', why: 'what the library returns' },
]

interface Said {
  readonly english: string
  /** What stands between its values. */
  readonly literals: readonly string[]
  readonly pattern: RegExp
  readonly japanese: string
}

const said: readonly Said[] = Object.entries<string>(catalogue)
  .filter(([english, japanese]) => english !== japanese)
  .map(([english, japanese]) => {
    const literals = english.split(/\{\d+\}/)
    return { english, literals, pattern: patternOf(literals), japanese }
  })

function patternOf(parts: readonly string[]): RegExp {
  return new RegExp(`^${parts.map((part) => escapePattern(part)).join('.+')}$`)
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')
}

function wordsIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[A-Za-z]{2}/.test(word)).length
}

/**
 * The message that a quotation is, with whatever values, or of which it is a part of three words or more. What the
 * Japanese has, too, is a name.
 */
function messageIn(quoted: string): Said | undefined {
  if (!found.has(quoted)) found.set(quoted, findMessage(quoted))
  return found.get(quoted)
}

const found = new Map<string, Said | undefined>()

function findMessage(quoted: string): Said | undefined {
  const parts = quoted.split(/\s*(?:…|\.{3}|\d+)\s*/)
  const part =
    wordsIn(quoted) < 3 ? undefined : new RegExp(`(?:^|\\W)${parts.map(escapePattern).join('.+')}(?:$|\\W)`)
  return said.find(({ english, literals, pattern, japanese }) => {
    if (japanese.includes(quoted)) return false
    // Looking for the words first spares most of the patterns.
    const holdsParts = part !== undefined && parts.every((one) => english.includes(one))
    if (english === quoted || (holdsParts && part.test(english))) return true
    return wordsIn(english) > 1 && literals.every((one) => quoted.includes(one)) && pattern.test(quoted)
  })
}

/** What may be one message: all of it, what stands behind a sign of a plan or a name, and in a column of its own. */
function quotationsIn(line: string): string[] {
  const text = line.trim().replace(/^[!+~-] +/, '')
  const columns = text.split(/ {2,}/)
  const behindNames = columns.flatMap((column) => column.split(/: |, /))
  return [...new Set([text, text.split(' ')[0] ?? '', ...columns, ...behindNames])]
}

test.each(pairs)('where %s quotes the program, %s quotes its Japanese', async (_, japanese) => {
  const page = parseMarkdown(await readFile(japanese, 'utf8'))
  const words = nodesOf(page, 'inlineCode').flatMap((node) =>
    'value' in node ? [node.value.replace(/^! /, ''), ...node.value.split(', ')] : [],
  )
  // Code has a language; what the program prints has none.
  const printed = nodesOf(page, 'code').flatMap((node) =>
    'lang' in node && 'value' in node && node.lang === null
      ? node.value.split('\n').flatMap(quotationsIn)
      : [],
  )
  const isMeantOtherwise = (word: string): boolean =>
    OTHERWISE_MEANT.some(
      (each) => (each.page ?? japanese) === japanese && each.words.split(' ').includes(word),
    )
  const wrong = [...new Set([...words, ...printed])]
    .filter((quoted) => !isMeantOtherwise(quoted))
    .flatMap((quoted) => {
      const message = messageIn(quoted)
      return message === undefined ? [] : [`${quoted}: ${message.japanese}`]
    })
  expect(wrong).toEqual([])
})

test.each(pairs)(
  'what %s quotes of the program stands in %s as the program says it',
  async (english, japanese) => {
    const [one, other] = await Promise.all([english, japanese].map((page) => readFile(page, 'utf8')))
    const quoted = nodesOf(parseMarkdown(one ?? ''), 'inlineCode').flatMap((node) =>
      'value' in node && wordsIn(node.value) > 1
        ? [node.value.replace(/^! /, ''), ...node.value.split(', ')]
        : [],
    )
    const lacking = quoted.flatMap((text) => {
      const message = messageIn(text)
      // Of a part nobody knows which part of the Japanese it is.
      if (message?.pattern.test(text) !== true) return []
      const parts = message.japanese.split(/\{\d+\}/)
      return parts.every((part) => (other ?? '').includes(part)) ? [] : [`${text}: ${message.japanese}`]
    })
    expect(lacking).toEqual([])
  },
)

test('each exception is there for a page that needs it', async () => {
  const texts = await Promise.all(
    pairs.map(async ([, page]) => [page, await readFile(page, 'utf8')] as const),
  )
  const idle = OTHERWISE_MEANT.flatMap(({ words, page }) =>
    words
      .split(' ')
      .filter(
        (word) =>
          messageIn(word) === undefined ||
          !texts.some(([name, text]) => (page ?? name) === name && text.includes(`\`${word}\``)),
      ),
  )
  expect(idle).toEqual([])
})
