import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keepSource, takeSource } from '../../src/digest/kept-sources.ts'
import { parsePost } from '../../src/posts/read.ts'
import { markdown } from '../helpers/arbitrary-markdown.ts'
import { testConfig } from '../helpers/config.ts'

const config = testConfig({ site: { url: 'https://blog.example' }, name: 'blog', math: 'delimiters' })

function expectSame(name: string, text: string): void {
  const { key, file, fields, unreadable, tree } = parsePost(name, text, config)
  keepSource(name, text, parsePost(name, text, config))
  const { file: taken, ...source } = takeSource(name, text, config) ?? {}
  expect(source).toStrictEqual({ key, fields, unreadable, tree })
  expect([taken?.path, taken?.cwd, String(taken)]).toEqual([file.path, file.cwd, String(file)])
  expect(takeSource(name, text, config)).toBeUndefined()
}

test.each(['posts', '../shared/input/posts', 'test/fixtures/conformance/project/posts'])(
  'an article of %s is the same when it was kept',
  (folder) => {
    const names = readdirSync(folder).filter((name) => name.endsWith('.md'))
    expect(names).not.toEqual([])
    for (const name of names) expectSame(name, readFileSync(path.join(folder, name), 'utf8'))
  },
)

test('whatever an author writes is the same when it was kept', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('', '---\ntitle: A\ntags: [a, [b]]\n---\n', '\uFEFF---\r\ntitle: A\r\n---\r\n'),
      markdown,
      (head, body) => expectSame('a-jp.md', head + body),
    ),
  )
})

test('an article that has another text since is not taken', () => {
  keepSource('a.md', 'one', parsePost('a.md', 'one', config))
  expect(takeSource('a.md', 'other', config)).toBeUndefined()
})

test('what there is no room for is not kept, and there is room again for what was taken', () => {
  const text = 'a'.repeat(10_000_000)
  const paragraph = { type: 'paragraph' as const, children: [{ type: 'text' as const, value: text }] }
  const source = { ...parsePost('a.md', 'a', config), tree: { type: 'root' as const, children: [paragraph] } }
  const names = [...Array(20).keys()].map((number) => `long-${number}.md`)
  for (const name of names) keepSource(name, text, source)
  const taken = names.filter((name) => takeSource(name, text, config) !== undefined)
  expect(taken.length).toBeGreaterThan(0)
  expect(taken).toEqual(names.slice(0, taken.length))
  expect(taken.length).toBeLessThan(names.length)
  expectSame('short.md', 'short')
  // One that is kept again takes no room twice.
  for (const _ of names) keepSource('long.md', text, source)
  keepSource('next.md', text, source)
  expect(takeSource('next.md', text, config)).toBeDefined()
  expect(takeSource('long.md', text, config)).toBeDefined()
})
