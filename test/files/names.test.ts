import { expect, test } from 'vitest'
import { splitName } from '../../src/files/names.ts'

test.each([
  ['an article', 'posts/a.md', ['posts', 'a.md']],
  ['one in Japanese, with blanks and quotes', 'posts/日本語 "a".md', ['posts', '日本語 "a".md']],
  ['a hidden file', '.rensai/.gitignore', ['.rensai', '.gitignore']],
  ['dots that lead nowhere', 'posts/..a/...', ['posts', '..a', '...']],
  ['what only Windows has a meaning for', 'posts/aux.md', ['posts', 'aux.md']],
])('%s is a name', (_, name, parts) => {
  expect(splitName(name, 'linux')).toEqual(parts)
})

test.each([
  '',
  '/etc/passwd',
  '..',
  '../a.md',
  'posts/../../a.md',
  'posts/./a.md',
  'posts//a.md',
  'posts/',
  'a\0.md',
])('%j is none', (name) => {
  expect(() => splitName(name, 'linux')).toThrow('that is no name inside the project')
})

test.each([
  'C:/a.md',
  'C:a.md',
  'posts/a.md:stream',
  'posts\\..\\..\\a.md',
  '\\\\server\\share',
  'posts/nul',
  'posts/Con.md',
  'posts/aux .tar.gz',
  'com1/a.md',
  'LPT9',
  'COM¹.txt',
  'posts/a.',
  'posts/a ',
  'posts/what?.md',
])('%j is none on Windows', (name) => {
  expect(() => splitName(name, 'win32')).toThrow('that is no name inside the project')
})

test.each(['posts/console.md', 'posts/com.md', 'posts/com10.md', 'auxiliary/null.md', 'posts/日本語.md'])(
  '%j is one there, too',
  (name) => {
    expect(splitName(name, 'win32')).toEqual(name.split('/'))
  },
)
