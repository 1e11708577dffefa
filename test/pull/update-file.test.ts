import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Config } from '../../src/config/types.ts'
import type { FieldName, LiveFields } from '../../src/fields/registry.ts'
import type { Post } from '../../src/posts/post.ts'
import { parsePost } from '../../src/posts/read.ts'
import { type SiteEdits, type UpdatedFile, updateFile } from '../../src/pull/update-file.ts'
import { decodePost } from '../../src/site/post-wire.ts'
import { escapeText } from '../../src/standards/html.ts'
import { liveFields } from '../../src/sync/fields.ts'
import { testConfig } from '../helpers/config.ts'
import { plainContext } from '../helpers/pull-project.ts'
import { validatePosts } from '../helpers/sources.ts'

const config = testConfig({ site: { url: 'https://blog.example' } })
const world = { config, addresses: [], permalinks: new Map<string, string>(), pictures: [], hasMath: false }

async function read(text: string): Promise<Post> {
  const [post] = await validatePosts([parsePost('a.md', text, config)], config)
  return post ?? expect.unreachable(text)
}

/** What the front matter of a file says, by key. */
function valuesOf(text: string): Map<string, unknown> {
  const { fields, unreadable } = parsePost('a.md', text, config)
  expect(unreadable, text).toBe(false)
  return new Map(
    fields.map(({ key, value }) => [
      key,
      value.kind === 'list' ? value.items.map((item) => item.text) : value.kind === 'text' ? value.text : '',
    ]),
  )
}

const TAGS = ['PHP', 'VS Code', '日本語', 'R&D: a, "b"', '#hash', '- dash', '[x]', "it's", 'null', '~', '!a']

interface Given {
  readonly title?: string
  readonly excerpt?: string
  readonly tags?: readonly string[]
  readonly status?: string
  readonly commentStatus?: string
  readonly content?: string
}

function liveOf({
  title = 'T',
  excerpt = '',
  content = '',
  tags = [],
  status,
  commentStatus,
}: Given): LiveFields {
  return liveFields(
    decodePost({
      id: 5,
      title: { raw: title },
      content: { raw: content },
      excerpt: { raw: excerpt },
      slug: 'a',
      status: status ?? 'publish',
      date: '2025-12-22T11:00:00',
      modified_gmt: null,
      link: 'https://blog.example/archives/5',
      tags: tags.map((name) => TAGS.indexOf(name)),
      comment_status: commentStatus ?? 'open',
    }),
  )
}

async function update(
  text: string,
  given: Given,
  decision: Partial<Pick<SiteEdits, 'update' | 'drift' | 'conflict' | 'base'>>,
  format: Config['format'] = 'blocks',
): Promise<UpdatedFile> {
  const live = liveOf(given)
  const edits: SiteEdits = {
    update: [],
    drift: [],
    conflict: [],
    base: undefined,
    ...decision,
    content: live.content,
    hasCoreNotes: false,
    live,
    names: {
      term: (id, taxonomy) => ({ taxonomy, name: TAGS[id] ?? '' }),
      picture: () => undefined,
    },
    pulled: 'title 0..00000000',
  }
  const updated = await updateFile(text, await read(text), edits, { ...world, config: { ...config, format } })
  return typeof updated === 'string' ? expect.unreachable(`${updated}: ${JSON.stringify(text)}`) : updated
}

/** A file in pieces, that of each key whole. */
interface File {
  readonly start: string
  readonly keys: readonly { readonly key: string | undefined; readonly text: string }[]
  readonly end: string
}

const piece = (key: string, ...texts: string[]) =>
  fc.constantFrom(...texts.map((text) => ({ key, text: `${text}\n` })))

const title = piece(
  'title',
  'title: Plain',
  'title: Plain # comment',
  "title: 'It''s'",
  'title: "With \\"quotes\\""   # comment',
  'title:\n  below',
  'title: over\n  two lines',
  'title: >-\n  folded\n  text',
  'title: | # comment\n  literal\n\n',
  '"title": Quoted key',
)
const excerpt = piece(
  'excerpt',
  'excerpt: Short.',
  'excerpt:',
  'excerpt: # nothing yet',
  'excerpt: ""',
  'excerpt: |\n  One\n  two\n',
  'excerpt: >+\n  One\n\n  two\n\n',
  "excerpt: 'over\n\n  lines'",
)
const tags = piece(
  'tags',
  'tags: [PHP, "VS Code"]',
  'tags: [ PHP,  日本語, ] # comment',
  'tags:\n  - PHP\n  - VS Code # comment',
  'tags: # comment\n- PHP\n- "日本語"',
  'tags:\n  - |\n    PHP\n  - VS Code',
  'tags: PHP',
  'tags:',
  'tags: []',
)
const status = piece('status', 'status: publish', 'status: "draft"', 'status: private # comment')
const others = fc.constantFrom(
  ...['# comment: with a colon\n', '\n', ' # indented\n'].map((text) => ({ key: undefined, text })),
  ...['slug: a\n', 'id: 5\n', 'comment_status: closed\n'].map((text) => ({
    key: text.slice(0, text.indexOf(':')),
    text,
  })),
)

const BODY = '\nText __by hand__.\n\n*   item\n'

/** Exchanges each line end, in the front matter for one that ends a line there. */
function withEnds(text: string, ends: readonly string[]): string {
  let at = 0
  return text.replace(/\n/g, () => {
    at += 1
    return ends[at % ends.length] ?? '\n'
  })
}

const file: fc.Arbitrary<File> = fc
  .record({
    mark: fc.constantFrom('', '\uFEFF'),
    fence: fc.constantFrom('---\n', '---  \n', '--- yaml\n'),
    pieces: fc
      .tuple(
        title,
        fc.option(excerpt),
        fc.option(tags),
        fc.option(status),
        fc.uniqueArray(others, { selector: ({ key, text }) => key ?? text }),
      )
      .chain(([first, second, third, fourth, rest]) =>
        fc.shuffledSubarray(
          [first, second, third, fourth, ...rest].filter((one) => one !== null),
          {
            minLength: [first, second, third, fourth, ...rest].filter((one) => one !== null).length,
          },
        ),
      ),
    last: fc.constantFrom('---\n', '---  \n', '...\n---\n', '# last\n---\n', '... # end\n# last\n---\n'),
    body: fc.constantFrom(BODY, BODY.trimEnd(), '', '\n\n\n', BODY.replaceAll('\n', '\r')),
    ends: fc.constantFrom(['\n'], ['\r\n'], ['\r\n', '\n'], ['\n', '\n', '\r\n']),
  })
  .map(({ mark, fence, pieces, last, body, ends }) => ({
    start: mark + withEnds(fence, ends),
    keys: pieces.map(({ key, text }) => ({ key, text: withEnds(text, ends) })),
    end: withEnds(last, ends) + withEnds(body, ends),
  }))

const textOf = ({ start, keys, end }: File): string => start + keys.map(({ text }) => text).join('') + end

/** Whether one text is the other with something inserted at one place. */
function isInserted(before: string, after: string): boolean {
  const added = after.length - before.length
  return [...before, ''].some((_, at) => before === after.slice(0, at) + after.slice(at + added))
}

const words = fc.oneof(
  fc.constantFrom(
    ...[
      'New',
      'a: b',
      '# no',
      '"x"',
      "it's",
      '- a',
      'null',
      '~',
      '*a',
      '&b',
      '!c',
      '%d',
      '@e',
      '`f`',
      'a #b',
    ],
    ...[
      '[a]',
      '{a}',
      'a, b',
      'yes',
      '007',
      '2025-01-01',
      '---',
      '...',
      '日本語「」',
      'a\\b',
      '😀',
      'x\u0085y',
    ],
  ),
  fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.trim() || 'x'),
)

const edit: fc.Arbitrary<{ field: FieldName; key: string; given: Given; said: unknown }> = fc.oneof(
  words.map((text) => ({
    field: 'title' as const,
    key: 'title',
    given: { title: escapeText(text) },
    said: text,
  })),
  fc.oneof(words, fc.constant('two\n\nlines')).map((text) => ({
    field: 'excerpt' as const,
    key: 'excerpt',
    given: { excerpt: escapeText(text) },
    said: text,
  })),
  fc.subarray(TAGS).map((names) => ({
    field: 'tags' as const,
    key: 'tags',
    given: { tags: names },
    said: names.toSorted(),
  })),
  fc.constantFrom('publish', 'private').map((word) => ({
    field: 'status' as const,
    key: 'status',
    given: { status: word },
    said: word,
  })),
  fc.constant({
    field: 'commentStatus' as const,
    key: 'comment_status',
    given: { commentStatus: 'open' },
    said: 'open',
  }),
)

test('every byte outside an edited value stays, and the file is read as the edited article', async () => {
  await fc.assert(
    fc.asyncProperty(file, edit, async (parts, { field, key, given, said }) => {
      const before = textOf(parts)
      const { text } = await update(before, given, { drift: [field] })

      const read = valuesOf(text)
      const value = read.get(key)
      expect(
        Array.isArray(value) ? value.toSorted() : field === 'tags' ? [value].filter(Boolean) : value,
      ).toEqual(said)
      const expected = valuesOf(before)
      for (const values of [read, expected]) for (const name of [key, 'pulled']) values.delete(name)
      expect([...read]).toEqual([...expected])

      const at = parts.keys.findIndex((one) => one.key === key)
      const index = at === -1 ? parts.keys.length : at
      const start =
        parts.start +
        parts.keys
          .slice(0, index)
          .map((one) => one.text)
          .join('')
      const behind = at === -1 ? [] : parts.keys.slice(at + 1)
      if (at !== -1) expect(text.startsWith(start)).toBe(true)
      // The note of what was taken over is the last key of all.
      const [note = ''] = /pulled: [^\r\n]*\r?\n/.exec(text) ?? []
      const rest = text.slice(start.length).replace(note, '')
      if (at !== -1) expect(rest.endsWith(behind.map((one) => one.text).join('') + parts.end)).toBe(true)
      else expect(isInserted(before, text.replace(note, ''))).toBe(true)
      const ends = (one: string): Set<string> => new Set(one.match(/\r\n|\n|\r/g))
      expect([...ends(text)].filter((one) => !ends(before).has(one))).toEqual([])
    }),
    { numRuns: 1000 },
  )
}, 120_000)

test.each(['blocks', 'html'] as const)(
  'of a body only the paragraph that was edited is another, whatever ends its lines (%s)',
  async (format) => {
    const context = plainContext(format)
    const end = fc.constantFrom('\n', '\r\n', '\r')
    const gap = fc.constantFrom('\n\n', '\r\n\r\n', '\r\r', '\r\n\n', '\n\n\n', '\r\n\r\n\r\n')
    const part = fc
      .tuple(
        fc.constantFrom(
          ...[
            'One __a__',
            'Two|*b*|lines',
            '*   item|*   item',
            '```|code||more|```',
            '> quote|> on',
            '# H',
            'x&y',
          ],
          ...['Title|===', '| a |', '<div>|raw|</div>', '[ref]: https://e.example/'],
        ),
        end,
        gap,
      )
      .map(([text, inner, after]) => text.replaceAll('|', inner) + after)
    await fc.assert(
      fc.asyncProperty(
        fc.array(part, { maxLength: 5 }),
        fc.array(part, { maxLength: 5 }),
        fc.tuple(end, gap, fc.constantFrom('', '\n', '\r\n', '\r')),
        async (above, below, [inner, after, last]) => {
          const start = `\r\n${above.join('')}`
          const rest = below.length === 0 ? last : after + below.join('')
          const own = `${start}Mine __by__${inner}hand.${rest}`
          const content = (await context.render(own)).replace(/Mine <strong>by<\/strong>\s+hand\./, 'Theirs.')
          const head = '---\r\ntitle: T\r\nexcerpt: E\r\n---\r\n'
          const { text } = await update(head + own, { content }, { drift: ['content'] }, format)
          expect(text).toBe(
            `${head.replace(/---\r\n$/, 'pulled: title 0..00000000\r\n---\r\n')}${start}Theirs.${rest}`,
          )
        },
      ),
      { numRuns: 150 },
    )
  },
  120_000,
)

test('a merge keeps the line ends of the file, and its marks have them, too', async () => {
  const own = '\uFEFF---\r\ntitle: Mine\r\nexcerpt: E\r\n---\r\n\r\nOne.\r\n\r\nMine.\n'
  const content = await plainContext('blocks').render('One, there.\n\nTheirs.')
  const base = await plainContext('blocks').render('One.\n\nBase.')
  const { text, conflicts } = await update(
    own,
    { title: 'Theirs', content },
    { conflict: ['title', 'content'], base },
  )
  expect(conflicts).toBe(2)
  expect(text).toBe(
    [
      '\uFEFF---\r\n<<<<<<< posts/a.md\r\ntitle: Mine\r\n=======\r\ntitle: Theirs\r\n>>>>>>> wp-admin\r\n',
      'excerpt: E\r\npulled: title 0..00000000\r\n---\r\n\r\n',
      'One, there.\r\n\r\n<<<<<<< posts/a.md\r\nMine.\n=======\nTheirs.\n>>>>>>> wp-admin\n',
    ].join(''),
  )
})

test.each([
  ['{title: Old, tags: [PHP]}\n', '{title: New, tags: [PHP], pulled: title 0..00000000}\n'],
  ['# c\n{\n  title: Old,\n}\n', '# c\n{\n  title: New, pulled: title 0..00000000\n}\n'],
  ['  title: Old\n  id: 5\n', '  title: New\n  id: 5\n  pulled: title 0..00000000\n'],
  ['? title\n: Old\n', '? title\n: New\npulled: title 0..00000000\n'],
])('front matter in an unusual form is edited in that form: %j', async (before, after) => {
  const { text } = await update(`---\n${before}---\nBody`, { title: 'New' }, { drift: ['title'] })
  expect(text).toBe(`---\n${after}---\nBody`)
})

test('a date that another key overrules is written there', async () => {
  const head = '---\ntitle: T\ndate: 2025-01-01\npublish_at: 2025-01-01\n'
  const { text } = await update(`${head}---\n`, {}, { drift: ['date'] })
  expect(text).toBe(
    `${head.replace(/(publish_at: ).*/, '$12025-12-22 11:00:00')}pulled: title 0..00000000\n---\n`,
  )
})
