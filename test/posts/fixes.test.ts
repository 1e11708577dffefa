import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { applyFixes } from '../../src/posts/fixes.ts'
import { parsePost } from '../../src/posts/read.ts'
import { rewriteScalar } from '../../src/posts/rewrite-scalar.ts'
import { writeFixes } from '../../src/posts/write-fixes.ts'
import { testConfig } from '../helpers/config.ts'

const fix = (start: number, end: number, text: string) => ({ start, end, text })

test.each([
  ['edits in any order', [fix(4, 5, 'E'), fix(0, 1, 'A')], 'AbcdEf'],
  ['the same edit twice', [fix(0, 1, 'A'), fix(0, 1, 'A')], 'Abcdef'],
  ['edits side by side', [fix(0, 2, 'X'), fix(2, 4, 'Y')], 'XYef'],
  ['an insertion and a deletion', [fix(0, 0, '<'), fix(5, 6, '')], '<abcde'],
  ['of two, one inside the other, the inner', [fix(0, 6, 'X'), fix(2, 3, 'C')], 'abCdef'],
  ['nothing where two cross', [fix(0, 3, 'X'), fix(2, 5, 'Y')], undefined],
  ['nothing where two want different texts', [fix(0, 3, 'X'), fix(0, 3, 'Y')], undefined],
  ['nothing where one lies outside the text', [fix(5, 7, 'X')], undefined],
])('applies %s', (_, fixes, expected) => {
  expect(applyFixes('abcdef', fixes)?.text).toBe(expected)
})

test('whatever the edits, every character outside them stays where it was', () => {
  const anyFix = fc
    .tuple(fc.nat(40), fc.nat(40), fc.string({ maxLength: 5 }))
    .map(([a, b, text]) => fix(Math.min(a, b), Math.max(a, b), text))
  fc.assert(
    fc.property(
      fc.string({ minLength: 40, maxLength: 40, unit: 'binary' }),
      fc.array(anyFix),
      (text, fixes) => {
        const fixed = applyFixes(text, fixes)
        if (fixed === undefined) return
        const made = [...fixed.applied].filter(
          (one, index, all) =>
            all.findIndex((other) => JSON.stringify(other) === JSON.stringify(one)) === index,
        )
        made.sort((a, b) => b.start - a.start || b.end - a.end)
        expect(fixed.text).toBe(
          made.reduce(
            (result, { start, end, text }) => result.slice(0, start) + text + result.slice(end),
            text,
          ),
        )
      },
    ),
  )
})

test.each([
  ['plain', 'A & B', 'A & B'],
  ['plain', 'a: b', '"a: b"'],
  ['plain', '#1', '"#1"'],
  ['plain', 'a, b', '"a, b"'],
  ['"double"', 'say "hi"', '"say \\"hi\\""'],
  ["'single'", "it's", "'it''s'"],
  ['|-\n  block', 'text', undefined],
])('in place of %j the value %j is written %j', (written, value, expected) => {
  expect(rewriteScalar(written, value)).toBe(expected)
})

test('whatever the value, it is written so that it is read again, or not at all', () => {
  const quotes = fc.constantFrom('plain', '"double"', "'single'")
  fc.assert(
    fc.property(quotes, fc.string({ unit: 'binary' }), (written, value) => {
      const text = rewriteScalar(written, value)
      if (text === undefined) return
      const source = parsePost(
        'a.md',
        `---\ntags: [${text}]\n---\n`,
        testConfig({ site: { url: 'https://e.example' } }),
      )
      expect(source.yaml?.document.toJS()).toEqual({ tags: [value] })
    }),
  )
})

test('a file that was changed since it was read is left alone', async () => {
  const root = await mkdtemp(path.join(tmpdir(), 'rensai-fix-'))
  try {
    const config = testConfig({ site: { url: 'https://e.example' } }, root)
    const source = parsePost('a.md', '---\ntitle: A\n---\n', config)
    const message = source.file.message('A problem.')
    message.fix = fix(11, 12, 'B')
    await mkdir(path.join(root, 'posts'))
    await writeFile(path.join(root, 'posts/a.md'), '---\ntitle: Other\n---\n')
    const [result] = await writeFixes([source], config)
    expect(result?.refused).toBe('it was changed while it was checked')
    expect(await readFile(path.join(root, 'posts/a.md'), 'utf8')).toBe('---\ntitle: Other\n---\n')

    message.fix = fix(11, 12, '[')
    expect((await writeFixes([source], config))[0]?.refused).toBe(
      'its front matter would not be readable afterwards',
    )
  } finally {
    await rm(root, { recursive: true })
  }
})
