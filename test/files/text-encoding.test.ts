import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import encoding from 'encoding-japanese'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { readEnvironment } from '../../src/config/read-environment.ts'
import { findForeignText } from '../../src/files/text-encoding.ts'
import { createJudge } from '../../src/judge/judge.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const TEXT = '---\r\ntitle: 設定の手順\r\n---\r\n\r\n「半角カナ」ｱｲｳと漢字、English。\r\n'

function encode(text: string, to: encoding.Encoding): Buffer {
  return Buffer.from(encoding.convert(encoding.stringToCode(text), { to, from: 'UNICODE' }))
}

const CASES: readonly (readonly [string, Buffer])[] = [
  ['Shift_JIS', encode(TEXT, 'SJIS')],
  ['Shift_JIS', encode('あ', 'SJIS')],
  ['EUC-JP', encode(TEXT.replace('ｱｲｳ', ''), 'EUCJP')],
  ['ISO-2022-JP', encode(TEXT.replace('ｱｲｳ', ''), 'JIS')],
  ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['UTF-16', Buffer.from(TEXT, 'utf16le')],
  ['UTF-16', Buffer.from(`\uFEFF${TEXT}`, 'utf16le').swap16()],
  ['UTF-16', Buffer.from(TEXT, 'utf16le').swap16()],
  ['UTF-16', Buffer.from('plain text\n', 'utf16le')],
]

test.each(CASES)('%s is named', async (name, bytes) => {
  const found = await findForeignText(bytes)
  expect(found?.reason).toBe(`is not UTF-8, but ${name}`)
  expect(found?.note).toContain(`iconv -f ${name} -t UTF-8`)
})

test.each([TEXT, `\uFEFF${TEXT}`, '', 'a', '\0', 'é', '😀', 'あ'])('UTF-8 is text: %j', async (text) => {
  expect(await findForeignText(Buffer.from(text))).toBeUndefined()
})

test('UTF-8 with a broken character is called that', async () => {
  const bytes = Buffer.from(TEXT)
  bytes[30] = 0xff
  expect((await findForeignText(bytes))?.reason).toBe('is not valid UTF-8')
})

let project: Project

beforeEach(async () => {
  project = await copyProject('test/fixtures/doors')
})

afterEach(() => project.remove())

test.each([true, false])(
  'an article that is not UTF-8 is an error, and is never published (render: %s)',
  async (render) => {
    const file = path.join(project.root, 'posts/one-jp.md')
    await writeFile(file, encode(await readFile(file, 'utf8'), 'SJIS'))
    for (const _ of ['fresh', 'kept']) {
      const { articles } = await createJudge(await loadConfig(project.config), { render }).judge()
      const article = articles.get('one-jp') ?? expect.unreachable()
      const errors = article.draft.source.file.messages.filter(({ fatal }) => fatal)
      expect(errors.map(({ reason, line, column }) => ({ reason, line, column }))).toEqual([
        { reason: 'The article is not UTF-8, but Shift_JIS.', line: 2, column: 8 },
      ])
      expect(article.rendered).toBeUndefined()
    }
  },
)

test('so it is with the configuration and .env, and a byte order mark does no harm', async () => {
  const text = (await readFile(project.config, 'utf8')).replace('Errors & Fixes', 'エラー')
  await writeFile(project.config, `\uFEFF${text}`)
  const config = await loadConfig(project.config)
  expect(config.categories?.[0]?.name).toBe('エラー')
  await writeFile(project.config, encode(text, 'EUCJP'))
  await expect(loadConfig(project.config)).rejects.toThrow(/wp\.config\.json is not UTF-8, but EUC-JP\.$/)

  const env = path.join(project.root, '.env')
  await mkdir(project.root, { recursive: true })
  await writeFile(env, '\uFEFFWP_USERNAME=名前\n')
  expect((await readEnvironment(config)).file).toEqual({ WP_USERNAME: '名前' })
  await writeFile(env, Buffer.from('\uFEFFWP_USERNAME=名前\n', 'utf16le'))
  await expect(readEnvironment(config)).rejects.toThrow('.env is not UTF-8, but UTF-16.')
})
