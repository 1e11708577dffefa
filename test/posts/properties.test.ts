import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkLinks } from '../../src/links/check-local.ts'
import { createLinkTargets } from '../../src/links/targets.ts'
import { parsePost } from '../../src/posts/read.ts'
import { listAddresses, validatePosts } from '../../src/posts/validate.ts'
import { testConfig } from '../helpers/config.ts'

const config = testConfig({
  site: { url: 'https://blog.example' },
  categories: [{ name: 'A & B' }],
  tags: ['VS Code'],
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
  ...['[x](./y.md#z)', '![i](a b.png)', ':::note\n', '# H\n', '<a>', '\u0000', '😀'],
)

test('whatever a file holds, it is read and judged without a crash, and messages point into it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      const source = parsePost('a.md', pieces.join(''), config)
      await validatePosts([source], config)
      checkLinks([source], createLinkTargets(listAddresses([source], config), config), config)
      const lines = String(source.file).split(/\r\n|\n|\r/)
      for (const { line = 1, column = 1 } of source.file.messages) {
        expect(line).toBeLessThanOrEqual(lines.length)
        expect(column).toBeLessThanOrEqual((lines[line - 1]?.length ?? 0) + 1)
      }
    }),
    { numRuns: 2000 },
  )
}, 60_000)

test('random bytes do no harm either', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const source = parsePost('a.md', new TextDecoder().decode(bytes), config)
      await validatePosts([source], config)
      expect(source.file.messages).not.toEqual([])
    }),
    { numRuns: 300 },
  )
}, 60_000)
