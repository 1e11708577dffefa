import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from 'vitest'
import { publishable } from '../../src/commands/compile.ts'
import { loadConfig } from '../../src/config/load.ts'
import { ExitCode, UserError } from '../../src/errors.ts'
import { createJudge } from '../../src/judge/judge.ts'
import { fingerprintArticles, fingerprintPlan } from '../../src/sync/fingerprint.ts'
import type { Plan } from '../../src/sync/plan-types.ts'
import { article, plan, published, site } from '../helpers/planning.ts'
import { copyProject } from '../helpers/project.ts'

/** A plan that refuses, holds and cannot compare, told in words of some language. */
async function planToldIn(words: string, refusedKey = 'refused'): Promise<string> {
  const wanted = await article('a', { title: 'New' })
  const before = published(await article('a'), 1)
  const state = site([before])
  const made: Plan = plan([wanted], state)
  const [change] = made.changes
  if (change === undefined || !('after' in change)) throw new Error('the title differs')
  const error = new UserError(words, { advice: words, exitCode: ExitCode.content, example: words })
  return fingerprintPlan(
    {
      ...made,
      refused: [{ key: refusedKey, path: 'posts/r.md', slug: 'r', error }],
      held: [{ key: 'held', slug: 'held', pair: 'p', reason: words }],
      conflicts: [
        {
          key: 'c',
          path: 'posts/c.md',
          slug: 'c',
          id: 1,
          link: before.link,
          status: 'publish',
          reason: 'picture-unread',
          fields: [],
          before,
          after: change.after,
          unread: { path: 'images/a.png', url: 'https://blog.example/a.png', reason: words },
        },
      ],
    },
    state,
  )
}

test('a plan is the same in whichever language it is told, and another one where something else is refused', async () => {
  const inEnglish = await planToldIn('The slug is taken.')
  expect(await planToldIn('スラッグは使われています。')).toBe(inEnglish)
  expect(await planToldIn('The slug is taken.', 'another')).not.toBe(inEnglish)
})

test.each([['.'], ['test/fixtures/pair']])(
  'articles of %s are the same anew and as an earlier run kept them',
  async (source) => {
    const project = await copyProject(source)
    const judged = async (): Promise<string> => {
      const config = await loadConfig(project.config)
      const { rendered } = publishable(await createJudge(config, { render: true }).judge())
      return fingerprintArticles(rendered, new Set(rendered.map(({ post }) => post.key)))
    }
    const anew = await judged()
    expect(await judged()).toBe(anew)
    const [first = ''] = (await readdir(path.join(project.root, 'posts'))).filter((name) =>
      name.endsWith('.md'),
    )
    await project.edit(`posts/${first}`, (text) => `${text}\nOne more.\n`)
    expect(await judged()).not.toBe(anew)
    await project.remove()
  },
)
