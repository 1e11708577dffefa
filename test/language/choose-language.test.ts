import { expect, test } from 'vitest'
import { chooseLanguage } from '../../src/language/choose-language.ts'

test.each([
  [['check', '--lang', 'ja'], {}, 'ja'],
  [['check', '--lang=ja'], { LANG: 'en_US.UTF-8' }, 'ja'],
  [['--lang', 'ja', 'check'], {}, 'ja'],
  [['check', '--lang', 'en', '--lang', 'ja'], {}, 'ja'],
  [['check', '--lang', 'en'], { LANG: 'ja_JP.UTF-8' }, 'en'],
  [['check', '--lang', 'xx'], { LANG: 'ja_JP.UTF-8' }, 'ja'],
  [['check', '--lang'], { LANG: 'ja_JP.UTF-8' }, 'ja'],
  [['check', '--language', 'ja'], {}, 'en'],
  // The language of the article.
  [['new', 'A', '--lang', 'ja,en'], {}, 'en'],
  [['new', 'A', '--lang', 'ja'], {}, 'en'],
  [['--lang', 'ja', 'new', 'A', '--lang', 'en'], {}, 'ja'],
  [['check', '--', '--lang', 'ja'], {}, 'en'],
])('%j asks for a language, or does not', (argv, variables, language) => {
  expect(chooseLanguage(argv, variables, () => 'en-US')).toBe(language)
})

test.each([
  [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LANG: 'ja_JP.utf8' }, 'ja'],
  [{ LANG: 'ja' }, 'ja'],
  [{ LANG: 'JA_jp' }, 'ja'],
  [{ LANG: 'ja_JP@modifier' }, 'ja'],
  [{ LANG: 'ja_JP.eucJP' }, 'en'],
  [{ LANG: 'ja_JP.SJIS' }, 'en'],
  [{ LANG: 'de_DE.UTF-8' }, 'en'],
  [{ LANG: 'C.UTF-8' }, 'en'],
  [{ LANG: 'POSIX' }, 'en'],
  [{ LANG: 'jam' }, 'en'],
  [{ LANG: 'java' }, 'en'],
  [{ LC_ALL: 'ja_JP.UTF-8', LANG: 'C' }, 'ja'],
  [{ LC_ALL: 'C', LANG: 'ja_JP.UTF-8' }, 'en'],
  [{ LC_ALL: '', LANG: 'ja_JP.UTF-8' }, 'ja'],
  [{ LC_MESSAGES: 'en_US.UTF-8', LANG: 'ja_JP.UTF-8' }, 'en'],
])('%j has a language', (variables, language) => {
  expect(chooseLanguage(['check'], variables, () => 'en-US')).toBe(language)
})

test('where the environment names none, as on Windows, the system does', () => {
  expect(chooseLanguage([], {}, () => 'ja-JP')).toBe('ja')
  expect(chooseLanguage([], {}, () => 'ja')).toBe('ja')
  expect(chooseLanguage([], { LANG: 'C' }, () => 'ja-JP')).toBe('en')
  expect(chooseLanguage([], { LANG: '' }, () => 'ja-JP')).toBe('ja')
})
