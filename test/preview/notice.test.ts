import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/load.ts'
import { createJudge } from '../../src/judge/judge.ts'
import type { Judgement } from '../../src/judge/types.ts'
import { articlePage } from '../../src/preview/article-page.ts'
import { noticeOf } from '../../src/preview/notice.ts'
import type { PlannedArticle } from '../../src/report/planned.ts'
import { copyProject, type Project } from '../helpers/project.ts'

const WELL = 'copilot-server-error-504-en'
const FAULTY = 'copilot-server-error-502-en'

let project: Project
let judgement: Judgement

beforeAll(async () => {
  project = await copyProject('.')
  // A link that leads nowhere is an error with which the article can be shown.
  await project.edit(`posts/${FAULTY}.md`, (text) => `${text}\n[nowhere](./nowhere.md)\n`)
  judgement = await createJudge(await loadConfig(project.config), { render: true }).judge()
})

afterAll(async () => {
  await project.remove()
})

function noticeWith(key: string, plan?: Omit<PlannedArticle, 'words'>): ReturnType<typeof noticeOf> {
  const article = judgement.articles.get(key)
  if (article?.rendered === undefined) throw new Error(`${key} is not rendered`)
  const planned = plan === undefined ? undefined : new Map([[key, { words: 'x', ...plan }]])
  return noticeOf(article, { ...judgement, planned })
}

test('an article with an error is held back, asked or not', () => {
  const held = { text: expect.stringContaining('Publishing holds it back until'), isHidden: true }
  expect(noticeWith(FAULTY)).toEqual(held)
  expect(noticeWith(FAULTY, { states: ['refused'], status: 'publish' })).toEqual(held)
})

test.each<[PlannedArticle['states'], PlannedArticle['status'], string]>([
  [['refused'], undefined, 'Publishing holds it back; the list of all articles says why.'],
  [['conflict'], 'publish', 'Publishing holds it back; the list of all articles says why.'],
  [['new'], undefined, 'Publishing shows it to readers, from its date on.'],
  [['changed'], 'draft', 'Publishing shows it to readers, from its date on.'],
  [['changed'], 'publish', 'Readers see what was published before, until this is published.'],
  [['changed', 'edited'], 'publish', 'Readers see what was published before, until this is published.'],
  [['edited'], 'publish', 'Readers see it as it was edited on the site, not as it is here.'],
  [['unchanged'], 'publish', 'Readers see it on the site as it is here.'],
  [['unchanged'], 'future', 'Scheduled on the site: readers see it from its date on.'],
])('what is planned as %j for a post that is %s is said as it is', (states, status, sentence) => {
  const { text, isHidden } = noticeWith(WELL, { states, status })
  expect(text.replace('Draft preview. ', '')).toBe(sentence)
  expect(isHidden).toBe(sentence.includes('holds it back'))
})

test('the facts beside an article say what the site has of it, where it was asked', () => {
  const article = judgement.articles.get(FAULTY) ?? expect.unreachable()
  const statusWith = (planned?: ReadonlyMap<string, PlannedArticle>): string | undefined =>
    articlePage(article, { ...judgement, planned }, { styles: [], scripts: false })
      .match(/<dt>Status<\/dt><dd>(.*?)<\/dd>/)?.[1]
      ?.replace(/<[^>]*>/g, '')
  const refused = { words: 'refused: x', states: ['refused'], status: 'draft' } as const
  expect(statusWith()).toBe('publish')
  expect(statusWith(new Map([[FAULTY, refused]]))).toBe('draft on the site refused')
})
