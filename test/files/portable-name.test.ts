import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitName } from '../../src/files/names.ts'
import { portableName, portablePath } from '../../src/files/portable-name.ts'

test.each(['a', 'series/part-1', '日本語', 'é', 'a.b', 'a b', 'a_b', 'console', 'a\u200cb', 'x'.repeat(200)])(
  '%j is a path everywhere',
  (name) => {
    expect(portablePath(name)).toBe(name)
    expect(portableName(name, 'x')).toBe(name.replaceAll('/', '-'))
  },
)

/** What is made of each where a name is needed. */
const hostile: readonly [name: string, made: string][] = [
  ['', 'picture'],
  ['..', 'picture'],
  ['../../pwned', 'pwned'],
  ['/etc/passwd', 'etc-passwd'],
  ['a//b', 'a--b'],
  ['.htaccess', 'htaccess'],
  ['.git/hooks/pre-commit', 'git-hooks-pre-commit'],
  ['-rf', 'rf'],
  ['~root', 'root'],
  ['con', 'picture-con'],
  ['NUL.tar', 'picture-NUL.tar'],
  ['a:b', 'a-b'],
  ['a\\..\\b', 'a-..-b'],
  ['a.', 'a'],
  ['a ', 'a'],
  [' a', 'a'],
  ['a\0b', 'a-b'],
  ['a\nb', 'a-b'],
  ['a\u001b[2Jb', 'a-[2Jb'],
  ['a\u202eb', 'a-b'],
  ['a\u200bb', 'a-b'],
  ['a\ufdd0b', 'a-b'],
  ['a\ud800b', 'a-b'],
  ['x'.repeat(201), 'x'.repeat(200)],
  ['あ'.repeat(67), 'あ'.repeat(66)],
]

test.each(hostile)('%j is none', (name, made) => {
  expect(portablePath(name)).toBeUndefined()
  expect(portableName(name, 'picture')).toBe(made)
})

test('nor is one so deep, or below a folder that is called like a file', () => {
  expect(portablePath(`${'a/'.repeat(7)}b`)).toBeDefined()
  expect(portablePath(`${'a/'.repeat(8)}b`)).toBeUndefined()
  expect(portablePath('other.md/b')).toBeUndefined()
})

test('whatever a name is made of leads nowhere else', () => {
  const parts = fc.constantFrom(
    '.',
    '..',
    '/',
    '\\',
    ':',
    '\0',
    '-',
    ' ',
    'con',
    'a',
    '.md',
    '\u202e',
    '\ud83d',
    '😀',
  )
  const names = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 300 }),
    fc.array(parts).map((list) => list.join('')),
  )
  fc.assert(
    fc.property(names, (name) => {
      const made = portableName(name, 'picture')
      for (const platform of ['linux', 'win32'] as const) {
        expect(splitName(`images/${made}.png`, platform)).toEqual(['images', `${made}.png`])
        const path = portablePath(name)
        if (path !== undefined)
          expect(splitName(`posts/${path}.md`, platform).join('/')).toBe(`posts/${path}.md`)
      }
    }),
    { numRuns: 2000 },
  )
})
