import { VFile } from 'vfile'
import { afterAll, expect, test, vi } from 'vitest'
import { stripColours } from '../helpers/output.ts'

// The reports make some of their texts when they are loaded, and other files of tests have loaded them in English.
vi.resetModules()
const { speak } = await import('../../src/language/speak.ts')
await speak('ja')
const { messagesToGcc } = await import('../../src/report/gcc.ts')
const { planSummary } = await import('../../src/report/plan-summary.ts')
const { planToText } = await import('../../src/report/plan-text.ts')
const { messagesToText } = await import('../../src/report/text.ts')
const { versionsToTable } = await import('../../src/report/versions.ts')
const { verificationsToText } = await import('../../src/report/verifications.ts')
const { wrap } = await import('../../src/report/wrap.ts')
const { NO_LOOKUPS, planDetails } = await import('../../src/sync/details.ts')
const { article, plan, published, site } = await import('../helpers/planning.ts')

afterAll(async () => {
  await speak('en')
  vi.resetModules()
})

test('what is left alone stands under its sign and its word, which is as wide as the widest', async () => {
  const item = await article('edited')
  const live = { ...published(item, 1), title: '管理画面で直したタイトル' }
  const gone = published(await article('gone'), 7)
  const state = site([live, gone])
  const made = plan([item], state, { orphans: { matches: () => true, prune: false } })
  const edit = { by: '花子', at: '2026-01-05T10:00:00' }
  const details = planDetails(made, state, [item], { ...NO_LOOKUPS, edits: new Map([[1, edit]]) })
  expect(stripColours(planToText(made, details, { html: false }))).toBe(
    `https://blog.example の変更の計画:
  ! サイト側の編集 edited: title が管理画面で編集されています。変更しません
      最終編集: 花子、2026年1月5日 10:00:00
      title         - 管理画面で直したタイトル
                    + edited
      ここに取り込むには: npm run pull -- edited
      上書きするには: npm run publish -- --overwrite --only edited
  ! ファイルなし   gone: 「gone」のファイルがありません。投稿 7
                   (https://blog.example/archives/7) は変更しません
      ファイルのない投稿をゴミ箱へ移動するには: npm run publish -- --prune
${wrap(planSummary(made), '', '').join('\n')}`,
  )
  expect(planSummary(made)).toContain('サイト側の編集 1 件。ファイルのない投稿 1 件')
})

test('what one rule says over and over ends without a blank between its sentences', () => {
  const file = new VFile({ path: 'posts/a.md', value: '本文' })
  for (let times = 0; times < 40; times += 1) {
    file.message('文字です。', { ruleId: 'title-required', source: 'rensai' })
  }
  expect(
    stripColours(messagesToText([file]))
      .split('\n')
      .at(-1),
  ).toBe(
    '  ... title-required はほかに 39 件 (全部でファイル 1 個)。今後表示しないようにするには、wp.config.json に "rules": { "title-required": "off" } と書いてください。--all ですべて表示します。',
  )
})

test('columns are as wide as their Japanese', () => {
  expect(
    stripColours(
      verificationsToText([
        { slug: 'a', status: 'ok', notes: [] },
        { slug: 'b', status: 'failed', notes: [] },
      ] as never),
    ),
  ).toBe('訪問者として確認した結果:\n  正常  a\n  失敗  b')
  const revision = { id: 12, date: '2026-01-05T10:00:00', author: 3 }
  expect(
    versionsToTable([{ revision, changed: ['title'], isPublished: true }] as never, new Map()).split('\n'),
  ).toContain('│ 12         │ 2026年1月5日 10:00:00 │ ユーザー 3 │ title    │ 現在、ここから公開した内容 │')
})

test('a line for an editor has no blank between its sentences', () => {
  const file = new VFile({ path: 'posts/a.md' })
  const message = file.message('記事にタイトルがありません。', { line: 1, column: 1 }, 'rensai:a-rule')
  message.note = '追加してください。'
  expect(messagesToGcc([file])).toBe(
    'posts/a.md:1:1: warning: 記事にタイトルがありません。追加してください。 [a-rule]',
  )
})
