import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkGraph } from '../../src/links/check-graph.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { listAddresses } from '../../src/posts/addresses.ts'
import { applyFixes } from '../../src/posts/fixes.ts'
import { parsePost } from '../../src/posts/read.ts'
import type { SourcePost } from '../../src/posts/types.ts'
import { codeFrame } from '../../src/report/code-frame.ts'
import { placeOf } from '../../src/report/place.ts'
import { allRules } from '../../src/rules.ts'
import { testConfig } from '../helpers/config.ts'
import { buildLinkGraph, validatePosts } from '../helpers/sources.ts'

const config = testConfig({
  site: { url: 'https://blog.example' },
  categories: [{ name: 'A & B' }],
  tags: ['VS Code'],
  rules: Object.fromEntries(allRules.map(({ id }) => [id, 'warn'])),
})

const piece = fc.constantFrom(
  ...[
    '---\n',
    '---',
    '\n',
    '\r\n',
    '\uFEFF',
    ' ',
    '\t',
    'title: ',
    'slug: ',
    'date: ',
    'tags: ',
    'id: ',
    'status: ',
    'lang: ',
  ],
  ...[
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '- ',
    ': ',
    '#',
    '%',
    '&a',
    '*a',
    '!t',
    '|\n',
    '>\n',
    '?',
    ',',
    '@',
    '`',
    '~',
    'null',
  ],
  ...[
    'a',
    '日本',
    '0123',
    '2025-12-22',
    '2025-02-31 11:00',
    'publish',
    'vscode',
    'featured_image: x.png\n',
    'publish_at: now\n',
  ],
  ...[
    '** 強調 **',
    '```sh\n',
    '~~~',
    '    ',
    '> ',
    '- ',
    '|a|\n|-|\n',
    '![](x.png)',
    '### H\n',
    '<img src=a>',
    '\r',
    'thumbnail: ',
  ],
  ...['[x](./y.md#z)', '![i](a b.png)', ':::note\n', '::: note x\n', '# H\n', '<a>', '\u0000', '😀'],
)

async function judge(source: SourcePost): Promise<void> {
  await validatePosts([source], config)
  checkGraph(buildLinkGraph([source], createLinkTargets(listAddresses([source]), config)), config, 0)
}

/** Both ends of every message lie in the file, in order, and the frame around them can be drawn. */
function expectPlacesInside({ file }: SourcePost): void {
  const lines = String(file).split(/\r\n|\n|\r/)
  for (const message of file.messages) {
    const place = placeOf(message)
    for (const [line, column] of [
      [place.line, place.column],
      [place.endLine, place.endColumn],
    ] as const) {
      expect(line).toBeGreaterThanOrEqual(1)
      expect(column).toBeGreaterThanOrEqual(1)
      expect(line).toBeLessThanOrEqual(lines.length)
      expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
    }
    expect(place.endLine * 1e6 + place.endColumn).toBeGreaterThanOrEqual(place.line * 1e6 + place.column)
    expect(codeFrame(String(file), place)).toContain('^')
  }
}

/** Edits apply, and after a few rounds nothing is left to edit: none undoes another. */
async function expectFixesToSettle(source: SourcePost): Promise<void> {
  let current = source
  for (let round = 0; round < 5; round += 1) {
    const fixes = current.file.messages.flatMap(({ fix }) => fix ?? [])
    if (fixes.length === 0) return
    const fixed = applyFixes(String(current.file), fixes)
    expect(fixed, 'edits cross').toBeDefined()
    if (fixed === undefined) return
    const before = current.yaml
    current = parsePost('a.md', fixed.text, config)
    expect(current.yaml === undefined, 'unreadable afterwards').toBe(before === undefined)
    await judge(current)
  }
  expect.unreachable('edits never end')
}

/** Values that an edit may be asked for, in every way to write them down. */
const value = fc.constantFrom(
  ...[
    'vscode',
    '"ＶＳ Code"',
    "'vs-code'",
    '[vscode, "VS code"]',
    '[ vscode,\n  A ]',
    '\n  - vscode # a\n  - VS  Code',
  ],
  ...[
    'A &amp; B',
    '"a &AMP; b"',
    '[A &amp; B, c]',
    '>-\n  A &amp;\n  B',
    "'A&#32;&amp; B'",
    '\n  - A &amp; B',
  ],
  ...[
    'Publish',
    '"DRAFT"',
    "'Future'",
    'ｄｒａｆｔ',
    'Open',
    'TRUE',
    'jp',
    '"jp"',
    'My-Slug',
    '"UPPER"',
    "'ÉTÉ'",
  ],
  ...[
    '2025/1/2',
    '"2025年1月2日"',
    '2025.12.22 9:05',
    "'2025-1-2 3:04:05'",
    '2025/02/31',
    'x.PNG',
    '"./Dot.png"',
    '',
  ],
)

const key = fc.constantFrom(
  ...[
    'title',
    'Title',
    'slug',
    'SLUG',
    'status',
    'date',
    'publish_at',
    'publish-at',
    'tags',
    'Tags',
    'categories',
  ],
  ...[
    'lang',
    'sticky',
    'comment_status',
    'featured_image',
    'Featured-Image',
    'thumbnail',
    'id',
    'format',
    'zzz',
  ],
)

const line = fc.tuple(key, fc.constantFrom(': ', ':  ', ':\t'), value, fc.constantFrom('', ' ', ' # note'))

const article = fc
  .tuple(
    fc.uniqueArray(line, { selector: ([name]) => name, maxLength: 8 }),
    fc.array(piece, { maxLength: 30 }),
    fc.constantFrom('\n', '\r\n'),
  )
  .map(([lines, body, end]) =>
    ['---', ...lines.map((parts) => parts.join('')), '---', '', body.join('')]
      .join('\n')
      .replaceAll('\n', end),
  )

test('whatever front matter and Markdown say, places are inside and edits settle', async () => {
  await fc.assert(
    fc.asyncProperty(article, async (text) => {
      const source = parsePost('a.md', text, config)
      await judge(source)
      expectPlacesInside(source)
      await expectFixesToSettle(source)
    }),
    // The edit of a line that stands too deep for a box would write the same line again.
    { numRuns: 200, examples: [['---\n---\n\nfeatured_image: x.png\n    :::note\n']] },
  )
}, 120_000)

test('whatever a file holds, it is read and judged without a crash, and messages point into it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const source = parsePost('a.md', pieces.join(''), config)
      await judge(source)
      expectPlacesInside(source)
      await expectFixesToSettle(source)
    }),
    { numRuns: 2000 },
  )
}, 60_000)

test('random bytes do no harm either', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const source = parsePost('a.md', new TextDecoder().decode(bytes), config)
      await judge(source)
      expect(source.file.messages).not.toEqual([])
      expectPlacesInside(source)
    }),
    { numRuns: 300 },
  )
}, 60_000)
