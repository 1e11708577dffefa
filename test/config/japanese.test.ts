import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { speak } from '../../src/language/speak.ts'

let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-config-'))
  await speak('ja')
})

afterAll(async () => {
  await speak('en')
  await rm(folder, { recursive: true })
})

const SITE = { url: 'https://e.example' }

test.each([
  [{}, 'site: 無効な入力: objectが期待されましたが、undefinedが入力されました。'],
  [{ site: SITE, posts: 1 }, 'posts: 無効な入力: stringが期待されましたが、数値が入力されました。'],
  [{ site: SITE, format: 'x' }, 'format: 無効な選択: "blocks"、"html"のいずれかである必要があります。'],
  [
    { site: SITE, images: { maxBytes: -1 } },
    'images.maxBytes: 小さすぎる値: numberは0より大きい必要があります。',
  ],
  [
    { site: SITE, slug: { maxLength: 900 } },
    'slug.maxLength: 大きすぎる値: numberは200以下である必要があります。',
  ],
  [
    { site: SITE, series: [{ name: '', members: ['a'] }] },
    'series.0.name: 小さすぎる値: stringは1文字以上である必要があります。',
  ],
  [
    { site: SITE, series: [{ name: 'a', members: [] }] },
    'series.0.members: 小さすぎる値: arrayは1要素以上である必要があります。',
  ],
  [{ site: { url: 'x' } }, 'site.url: 無効なURL。'],
  [{ site: SITE, name: 'A b' }, 'name: 無効な文字列: パターン/^[a-z0-9-]+$/に一致する必要があります。'],
  [{ site: SITE, boxes: { 'A b': {} } }, 'ボックスの名前「A b」は使えません。'],
  [{ site: SITE, mark: { class: 'a  b' } }, 'クラス名だけを、半角の空白 1 つで区切って書く必要があります。'],
])('what the schema objects to in %j is said in Japanese', async (settings, message) => {
  const file = path.join(folder, 'wp.config.json')
  await writeFile(file, JSON.stringify(settings))
  const error = await loadConfig(file).catch((reason: unknown) => reason)
  expect(String(error)).toContain(message)
})

test('what is no JSON is said in Japanese', async () => {
  const file = path.join(folder, 'wp.config.json')
  await writeFile(file, '{\n  "name": "a\n}')
  const error = await loadConfig(file).catch((reason: unknown) => reason)
  expect(String(error)).toContain('2:11: JSON として正しくありません (文字列を閉じる引用符がない)')
})
