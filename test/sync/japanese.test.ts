import { afterAll, expect, test, vi } from 'vitest'
import type { RenderedPost } from '../../src/render/types.ts'

// What is counted is said when it is loaded, and other files of tests have loaded it in English.
vi.resetModules()
const { speak } = await import('../../src/language/speak.ts')
await speak('ja')
const { planSummary } = await import('../../src/report/plan-summary.ts')
const { changeToText } = await import('../../src/report/plan.ts')
const { writeReference } = await import('../../src/render/references.ts')
const { Dependencies } = await import('../../src/sync/dependencies.ts')
const { RunState } = await import('../../src/sync/run-state.ts')
const { addressThing, articleThing, pictureThing } = await import('../../src/sync/changes/things.ts')
const { article, plan, published, site } = await import('../helpers/planning.ts')
const { stripColours } = await import('../helpers/output.ts')

afterAll(async () => {
  await speak('en')
  vi.resetModules()
})

async function articleWith(key: string, said: Partial<RenderedPost['post']>): Promise<RenderedPost> {
  const item = await article(key)
  return { ...item, post: { ...item.post, ...said } }
}

/** An article that links to another. */
async function linking(key: string, to: string): Promise<RenderedPost> {
  const link = writeReference({ kind: 'post', key: to, value: 'link' })
  return { ...(await article(key)), content: `<p><a href="${link}">x</a></p>`, links: [to] }
}

test('what a change lacks is one sentence, whatever it is about', async () => {
  const made = plan([await articleWith('a', { tags: [{ taxonomy: 'post_tag', name: 'ねこ' }] })], site([]))
  const needs = [pictureThing({ sha256: '1', path: 'images/a.png' }), addressThing('b'), articleThing('c')]
  const dependencies = new Dependencies(made.changes)
  const state = new RunState(made, site([]))
  const lacks = made.changes.map((change) => dependencies.lackOf(change, needs, state)?.error?.message)
  const missing = '画像「images/a.png」、「b」のアドレス、記事「c」を用意できなかったため'
  expect(lacks).toEqual([
    `${missing}、タグ「ねこ」は変更していません。`,
    `${missing}、「a」は変更していません。`,
  ])
})

test('a link to nothing, and what becomes of the post that has it', async () => {
  const items = [await linking('a', 'b'), await article('b')]
  const state = site([
    published(items[1] as RenderedPost, 6, { status: 'draft' }),
    published(await article('a'), 5),
  ])
  expect(plan(items, state).refused.map(({ error }) => error.message)).toEqual([
    'posts/a.md は b にリンクしていますが、リンク先のステータスが draft のため、読者は開けません。サイトにある投稿は変更しません。',
  ])
})

test.each([
  [[], 'ほかの言語の記事がありません'],
  [['draft'], '「story-en」のステータスは draft です'],
  [['publish'], '「story-en」は今回の実行の対象ではありません'],
] as const)('why an article waits for its pair', async (others, reason) => {
  const items = [
    await article('story-jp', { pair: 'story', language: 'ja' }),
    ...(await Promise.all(
      others.map(async (status) => await article('story-en', { pair: 'story', language: 'en', status })),
    )),
  ]
  const { held } = plan(items, site([]), { waitForPair: true, selected: new Set(['story-jp']) })
  expect(held.map((one) => one.reason)).toEqual([reason])
})

test('changes and their sum', async () => {
  const made = plan([await articleWith('a', { status: 'future', date: '2026-05-01T10:00:00' })], site([]))
  expect(made.changes.map((change) => stripColours(changeToText(change)))).toEqual([
    '+ 投稿       a (future、2026年5月1日 10:00:00)',
  ])
  expect(planSummary(made)).toBe('作成 1 件、更新 0 件、変更なし 0 件。追加: 画像 0 件、ターム 0 件')
})
