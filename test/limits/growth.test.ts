import fc from 'fast-check'
import type { RootContent } from 'hast'
import { describe, expect, test } from 'vitest'
import { breakUpAddresses } from '../../src/constructs/code/break-up-addresses.ts'
import { readFenceMeta } from '../../src/constructs/code/fence-meta.ts'
import { readMarks } from '../../src/constructs/code/marks.ts'
import { findDelimiters, removeDelimiters } from '../../src/content/block-delimiters.ts'
import { inPlainNotes } from '../../src/content/core-notes.ts'
import { flattenBlocks } from '../../src/content/flatten-blocks.ts'
import { listChanges } from '../../src/content/list-changes.ts'
import { sameContent } from '../../src/content/normal-form.ts'
import { splitBlocks, withoutBlocks } from '../../src/content/split-blocks.ts'
import { digestArticle } from '../../src/digest/digest.ts'
import { isNestedTooDeep } from '../../src/limits/nesting.ts'
import { findFragments } from '../../src/links/external/fragments.ts'
import { findHtmlAddresses } from '../../src/links/html-addresses.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { toDraft } from '../../src/posts/draft.ts'
import { parsePost } from '../../src/posts/read.ts'
import { resolvePost } from '../../src/posts/resolve.ts'
import { contentToMarkdown } from '../../src/pull/content-to-markdown.ts'
import { mergeLines } from '../../src/pull/merge-lines.ts'
import { groupRaw } from '../../src/render/raw.ts'
import { createRender } from '../../src/render/render.ts'
import { listAlterations } from '../../src/report/altered.ts'
import { diffContents } from '../../src/report/diff.ts'
import { messagesToText } from '../../src/report/text.ts'
import { allRules } from '../../src/rules.ts'
import { findJson } from '../../src/site/find-json.ts'
import { htmlTags } from '../../src/standards/html-tags.ts'
import { segments } from '../../src/standards/segments.ts'
import { keepAnchors } from '../../src/sync/anchors.ts'
import { clausesOf } from '../../src/sync/likeness.ts'
import { readMarker, removeMarker } from '../../src/sync/marker.ts'
import { testConfig } from '../helpers/config.ts'
import { expectLinear } from '../helpers/growth.ts'
import { plainContext } from '../helpers/pull-project.ts'

const config = testConfig({
  site: { url: 'https://blog.example' },
  math: 'delimiters',
  tags: ['VS Code'],
  categories: [{ name: 'A' }],
  rules: Object.fromEntries(allRules.map(({ id }) => [id, 'warn'])),
})

const article = (body: string): string => `---\ntitle: A\n---\n\n${body}\n`

const BOX = ':::note[a]\nb\n:::\n\n'

/** What an author, a fork or a site can write again and again. */
const REPEATED: readonly string[] = [
  ...[
    '==a== ',
    '== a ',
    '*a ',
    '** 強調 **',
    '日本**語**の',
    '~~a ',
    '`a ',
    '$a ',
    '$$\n',
    '\\',
    '&amp;',
    '<',
    '"',
  ],
  ...[
    '[',
    '![',
    '[a] ',
    '[a](b) ',
    '![a](b c.png) ',
    '![a|3](b.png)',
    '[^1]',
    '[^1]: a\n\n',
    '[a]: b\n',
    '<a href=x>',
  ],
  ...[
    'https://a.example ',
    'a@b.example ',
    'www.a.example。',
    '# a\n',
    '## a {#b}\n\n',
    '[a](#c)\n\n',
    '[[toc]]\n\n',
  ],
  ...[
    '- a\n',
    '1. a\n',
    '> a\n',
    '- [x] a\n',
    '> [!NOTE]\n> a\n\n',
    '| a |\n',
    '| a |\n| - |\n| b |\n\n',
    'Table: a\n\n',
  ],
  ...[
    ':a',
    ':a[b]{c} ',
    ':::note[a]\nb\n:::\n\n',
    '```js\na\n```\n',
    '```js {1-99999}\na\n```\n\n',
    '<<<<<<< a\n',
  ],
  ...[
    '<b>',
    '<b>a</b>',
    '<div>\n\n',
    '</div>\n\n',
    '<p>a</p>\n',
    '<li>a',
    '<img src=a>',
    '<!--',
    '<!--more-->\n\n',
  ],
  ...[
    '<details>\n<summary>a</summary>\n\n',
    '<script>',
    '<pre>',
    '<p a="',
    '<sup data-fn="a">',
    '<sup><a href="#a">',
  ],
  ...[
    '<!-- wp:a { -->',
    '<!-- wp:a {"b":1} -->\n',
    '<!-- wp:a -->',
    '<!-- /wp:a -->\n',
    '<!-- wp:a /-->',
    '<!-- rensai {',
    '<h2 id="a">',
  ],
  ...[
    '日本語の文章。',
    'a',
    ' ',
    '\t',
    '\n',
    'a\n',
    'a\n\n',
    'a  \n',
    '\u0301',
    '👩‍',
    '\uFDD0',
    '\uFEFF',
    '[gallery ]',
  ],
]

/**
 * What takes libraries a multiple, which sizes and the clock bound: the build of micromark for development, which tests
 * load, looks at all containers again for each; the writer of emphasis looks for partners among all of a line.
 */
const OF_LIBRARIES: Readonly<Record<string, readonly string[]>> = {
  check: [BOX],
  'content of an article': [BOX],
  pull: ['<b>a</b>'],
}

const ofLength = (piece: string, length: number): string => piece.repeat(Math.ceil(length / piece.length))

async function render(body: string, format: 'blocks' | 'html'): Promise<void> {
  const source = parsePost('a.md', article(body), config)
  if (source.file.messages.some(({ fatal }) => fatal)) return
  const targets = createLinkTargets([], config)
  const post = { ...resolvePost(source, toDraft(source, config), config, new Map()), tree: source.tree }
  await (await createRender({ ...config, format }))(post, (url) => targets(url, 'posts/a.md'))
}

function checkAndPrint(body: string): void {
  const source = parsePost('a.md', article(body), config)
  const { messages } = digestArticle({ name: 'a.md', text: article(body) }, config)
  for (const { reason, place } of messages.slice(0, 2000)) source.file.message(reason, { place })
  messagesToText([source.file])
}

const mark = (text: string): string => text

/** Everything that reads what others wrote, and how long an input is worth measuring. */
const DOORS: Readonly<Record<string, readonly [length: number, work: (text: string) => unknown]>> = {
  check: [800, checkAndPrint],
  'front matter': [
    1000,
    (text) => digestArticle({ name: 'a.md', text: `---\ntitle: A\n${text}\n---\n` }, config),
  ],
  'a value of the front matter': [
    1000,
    (text) => digestArticle({ name: 'a.md', text: `---\ntitle: A\ntags: ["${text}"]\n---\n` }, config),
  ],
  'content of an article': [
    600,
    async (text) => {
      await render(text, 'blocks')
      await render(text, 'html')
    },
  ],
  'comparing contents': [2000, (text) => sameContent(text, `${text} `)],
  'what a plan shows': [
    2000,
    (text) => diffContents(text, [...text].reverse().join(''), { html: false, mark }),
  ],
  'what a plan shows of markup': [
    2000,
    (text) => diffContents(text, [...text].reverse().join(''), { html: true, mark }),
  ],
  'what WordPress altered': [
    2000,
    (text) => listAlterations({ name: 'content', sent: text, stored: [...text].reverse().join('') }),
  ],
  pull: [300, (text) => contentToMarkdown(text, plainContext('blocks')).catch(() => undefined)],
  'sections of a page': [
    50_000,
    (text) => findFragments({ status: 200, headers: {}, body: Buffer.from(text) }, ['a']),
  ],
}

describe.each(Object.entries(DOORS))('%s', (door, [length, work]) => {
  test('what is repeated takes time in proportion', { timeout: 300_000 }, async () => {
    work(ofLength('a *b* `c` [d](e)\n\n', 20_000))
    for (const piece of REPEATED) {
      if (OF_LIBRARIES[door]?.includes(piece)) continue
      await expectLinear(`${door}, ${JSON.stringify(piece)}`, (times) =>
        work(ofLength(piece, length * times)),
      )
    }
  })
})

/** What reads texts sign by sign, without a library. */
const READERS: readonly ((text: string) => unknown)[] = [
  findJson,
  readMarker,
  removeMarker,
  clausesOf,
  (text) => keepAnchors(text, { content: `${text}<h2 id="a">`, marker: undefined }),
  (text) => [...htmlTags(text, { suspicious: true })],
  isNestedTooDeep,
  findHtmlAddresses,
  findDelimiters,
  removeDelimiters,
  flattenBlocks,
  splitBlocks,
  breakUpAddresses,
  (text) => withoutBlocks('html', text),
  (text) => inPlainNotes({ content: text, footnotes: '[]' }),
  (text) => readMarks(text, new Set()),
  (text) => readFenceMeta('js', text),
  (text) => listChanges([...text], [...text].reverse()),
  (text) => mergeLines([...text], [...text].reverse(), [...text].slice(1)),
  (text) => [...segments(text, 'word'), ...segments(text, 'grapheme')],
  (text) => groupRaw(text.split(' ').map((value) => ({ type: 'raw', value }) as unknown as RootContent)),
]

const sign = fc.constantFrom(
  ...[
    '<',
    '>',
    '/',
    '"',
    "'",
    '=',
    '!',
    '--',
    '-',
    '<!--',
    '-->',
    '{',
    '}',
    '[',
    ']',
    '(',
    ')',
    ' ',
    '\n',
    '\t',
    'a',
    '1',
  ],
  ...[
    '<a',
    '<p',
    '</a>',
    'href',
    'id',
    '<pre>',
    '</pre>',
    '<script',
    'wp:a',
    '<!-- rensai {',
    '} -->',
    '<h2',
    ' id="',
    '<!-- wp:a',
    ' /-->',
    '<sup',
    'data-fn',
  ],
  ...[
    '//',
    '#',
    '/*',
    '[!code',
    '++',
    ']',
    'highlight-',
    'next-line',
    'title',
    '{1-3}',
    'https://',
    '日本',
    '。',
    '\u0301',
  ],
)

test('whatever is repeated, what is read without a library takes time in proportion', {
  timeout: 300_000,
}, async () => {
  const pieces = fc.array(sign, { minLength: 1, maxLength: 4 }).map((signs) => signs.join(''))
  await fc.assert(
    fc.asyncProperty(pieces, pieces, async (before, piece) => {
      const text = (times: number): string => ofLength(before, 500) + ofLength(piece, 5000 * times)
      for (const [index, read] of READERS.entries()) {
        await expectLinear(`${index}, ${JSON.stringify([before, piece])}`, (times) => read(text(times)))
      }
    }),
    { numRuns: 25 },
  )
})

test('work that takes the square of its input is found', async () => {
  const square = (length: number): number => {
    let sum = 0
    for (let at = 0; at < length; at += 1)
      for (let other = 0; other < length; other += 1) sum += (at * other) % 7
    return sum
  }
  await expect(expectLinear('a square', (times) => square(2500 * times))).rejects.toThrow('a square')
})
