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
  [{}, 'site: 値がありません。必要な型は object です。'],
  [{ site: SITE, posts: 1 }, 'posts: 値の型が違います。必要な型は string ですが、number が書かれています。'],
  [{ site: SITE, format: 'x' }, 'format: 値が正しくありません。書けるのは "blocks"|"html" のどれかです。'],
  [{ site: SITE, images: { maxBytes: -1 } }, 'images.maxBytes: 値が小さすぎます (条件: >0)。'],
  [{ site: SITE, slug: { maxLength: 900 } }, 'slug.maxLength: 値が大きすぎます (条件: <=200)。'],
  [{ site: SITE, series: [{ name: '', members: ['a'] }] }, '文字列が短すぎます (文字数の条件: >=1)。'],
  [{ site: SITE, series: [{ name: 'a', members: [] }] }, 'リストの項目が足りません (項目数の条件: >=1)。'],
  [{ site: { url: 'x' } }, 'site.url: URL として正しくありません。'],
  [{ site: SITE, name: 'A b' }, '正規表現 /^[a-z0-9-]+$/ に一致する必要があります。'],
  [{ site: SITE, boxes: { 'A b': {} } }, 'ボックスの名前「A b」は使えません。'],
  [{ site: SITE, mark: { class: 'a  b' } }, 'クラス名だけを、半角の空白 1 つで区切って書く必要があります。'],
])('what the schema objects to in %j is said in Japanese', async (settings, message) => {
  const file = path.join(folder, 'wp.config.json')
  await writeFile(file, JSON.stringify(settings))
  const error = await loadConfig(file).catch((reason: unknown) => reason)
  expect(String(error)).toContain(message)
})
