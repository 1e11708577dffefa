import { expect, test } from 'vitest'
import { outcomesToTable } from '../../src/report/outcomes.ts'
import { planToText } from '../../src/report/plan-text.ts'
import type { RemotePost } from '../../src/site/types.ts'
import { NO_LOOKUPS, planDetails } from '../../src/sync/details.ts'
import { stripColours } from '../helpers/output.ts'
import { article, plan, published, site } from '../helpers/planning.ts'

async function many(prefix: string, amount: number) {
  return await Promise.all(
    Array.from({ length: amount }, async (_, index) => {
      const item = await article(`${prefix}-${index}`)
      const tags = [{ taxonomy: 'post_tag' as const, name: `Tag ${prefix} ${index}` }]
      return { ...item, post: { ...item.post, tags } }
    }),
  )
}

test('a plan of hundreds of changes fits a screen or two, and --all lists them', async () => {
  const fresh = await many('new', 150)
  const edited = await many('old', 50)
  const refused = (await many('sad', 20)).map((item) => ({
    ...item,
    post: { ...item.post, author: 'nobody' },
  }))
  const live: RemotePost[] = edited.map((item, index) =>
    published(
      { ...item, content: '<!-- wp:paragraph -->\n<p>Before.</p>\n<!-- /wp:paragraph -->' },
      index + 1,
    ),
  )
  const rendered = [...fresh, ...edited, ...refused]
  const state = site(live)
  const made = plan(rendered, state)
  expect(made.changes.length).toBe(400)
  const details = planDetails(made, state, rendered, NO_LOOKUPS)
  const lines = stripColours(planToText(made, details, { html: false })).split('\n')
  expect(lines.length).toBeLessThan(100)
  expect(lines.filter((line) => line.includes('--all lists them'))).toEqual([
    '  ... and 196 more tags to add; --all lists them',
    '  ... and 135 more posts to add; --all lists them',
    '  ... and 35 more posts to change; --all lists them',
    '  ... and 16 more refused; --all lists them',
  ])
  expect(lines.slice(-2).join(' ')).toBe(
    '150 to create, 50 to update, 0 unchanged; 0 pictures and 200 terms to add; 20 refused',
  )
  const all = stripColours(planToText(made, details, { html: false, all: true }))
  for (const { post } of rendered) expect(all).toMatch(new RegExp(`\\b${post.slug}\\b`))
  expect(all).toContain('Before.')
})

test('what is unchanged is counted in the closing table where there is much of it', async () => {
  const items = await many('old', 30)
  const state = site(items.map((item, index) => published(item, index + 1)))
  const plain = items.map((item) => ({ ...item, post: { ...item.post, tags: [] } }))
  const made = plan(plain, state)
  expect(made.unchanged).toHaveLength(30)
  expect(outcomesToTable(made, [])).toMatch(/30 more unchanged; --all lists them$/)
  expect(outcomesToTable(made, [], true)).toContain('old-29')
})

test('however many there are, what hides a post, moves it or takes it off the site is told of each', async () => {
  const edited = await many('old', 60)
  const live = edited.map((item, index) => published({ ...item, content: '<p>Before.</p>' }, index + 1))
  const [hidden, moved] = [edited[50], edited[55]].map((item) => item ?? expect.unreachable())
  const rendered = edited.map((item) =>
    item === hidden
      ? { ...item, post: { ...item.post, status: 'draft' as const } }
      : item === moved
        ? { ...item, post: { ...item.post, slug: 'elsewhere' } }
        : item,
  )
  const gone = (await many('gone', 40)).map((item, index) => published(item, index + 100))
  const state = site([
    ...live.map((post) => ({
      ...post,
      link: `https://blog.example/${post.slug}/`,
      permalinkTemplate: 'https://blog.example/%postname%/',
    })),
    ...gone,
  ])
  const made = plan(rendered, state, { orphans: { matches: () => true, prune: true } })
  const text = stripColours(planToText(made, planDetails(made, state, rendered, NO_LOOKUPS), { html: false }))
  expect(text).toContain('UNPUBLISHES: it is public now, and will be draft.')
  expect(text).toContain('The address https://blog.example/old-55/ goes away.')
  expect(text.match(/- post {5}gone-\d+: to the trash/g)).toHaveLength(40)
})
