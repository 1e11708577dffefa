import { expect, test } from 'vitest'
import type { RenderedPost } from '../../src/render/types.ts'
import { SiteError } from '../../src/site/errors.ts'
import type { PostFields, RemotePost } from '../../src/site/types.ts'
import { applyPlan } from '../../src/sync/apply.ts'
import type { Outcome } from '../../src/sync/plan-types.ts'
import { readSite } from '../../src/sync/read-site.ts'
import { testConfig } from '../helpers/config.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { article, plan, planText, published, site } from '../helpers/planning.ts'

const config = testConfig({ site: { url: 'https://model.example', timezone: 'UTC' } })

async function pair(status: 'publish' | 'draft' = 'publish'): Promise<[RenderedPost, RenderedPost]> {
  const jp = await article('story-jp', { pair: 'story', language: 'ja' })
  const en = await article('story-en', { pair: 'story', language: 'en', status })
  return [jp, en]
}

test.each([
  ['is missing', false, 'there is no article in another language'],
  ['is a draft', true, '"story-en" has the status draft'],
])('an article whose translation %s is not made public', async (_, hasTranslation, reason) => {
  const [jp, en] = await pair('draft')
  const made = plan(hasTranslation ? [jp, en] : [jp], site([]), { waitForPair: true })
  expect(made.held).toEqual([{ key: 'story-jp', slug: 'story-jp', pair: 'story', reason }])
  expect(made.changes[0]).toMatchObject({ kind: 'create-post', after: { key: 'story-jp', status: 'draft' } })
})

test('an article waits for a translation that is left out, in conflict or hidden in wp-admin', async () => {
  const [jp, en] = await pair()
  const options = { waitForPair: true }
  const only = plan([jp, en], site([]), { ...options, selected: new Set(['story-jp']) })
  expect(only.held.map((held) => held.reason)).toEqual(['"story-en" is left out of this run'])
  const byHand = site([published(en, 5, { content: '<p>By hand.</p>' })])
  expect(planText([jp, en], byHand, options)).toContain(
    `! waiting  story-jp: not made public, since of the pair "story" "story-en" is
             in conflict`,
  )
  const state = site([published(en, 5, { status: 'draft' })])
  const hidden = plan([jp, en], state, { ...options, now: Date.parse('2026-01-01T00:00:00Z') })
  expect(hidden.held.map((held) => held.reason)).toEqual(['"story-en" was given another status in wp-admin'])
})

test('a translation that is public already is not waited for, and public articles are updated', async () => {
  const [jp, en] = await pair()
  expect(plan([jp, en], site([published(en, 5)]), { waitForPair: true })).toMatchObject({
    held: [],
    together: [],
  })
  const edited = { ...jp, post: { ...jp.post, title: 'Another' } }
  const made = plan([edited], site([published(jp, 4)]), { waitForPair: true })
  expect(made).toMatchObject({ held: [], changes: [{ kind: 'update-post', fields: ['title'] }] })
})

/** A model that refuses to make a certain post public, or to write it at all. */
class Refusing extends ModelSite {
  constructor(
    readonly slug: string,
    readonly refuses: (fields: PostFields) => boolean,
  ) {
    super(false)
  }

  override async updatePost(id: number, fields: PostFields): Promise<RemotePost> {
    if (this.posts.get(id)?.slug === this.slug && this.refuses(fields)) {
      throw new SiteError('refused', { advice: '', status: 403 })
    }
    return await super.updatePost(id, fields)
  }
}

async function publish(model: ModelSite, rendered: readonly RenderedPost[]): Promise<Outcome[]> {
  const state = await readSite(model, rendered, config)
  const now = Date.parse(`${model.now}Z`)
  return await applyPlan(plan(rendered, state, { waitForPair: true, now, timezone: 'UTC' }), state, model)
}

function statuses(model: ModelSite): string[] {
  return [...model.posts.values()].map(({ slug, status }) => `${slug} ${status}`).sort()
}

test('ready, both go public, complete, and a second run has nothing to do', async () => {
  const model = new ModelSite(true)
  const rendered = await pair()
  const outcomes = await publish(model, rendered)
  expect(outcomes.map(({ status }) => status)).toEqual(['applied', 'applied'])
  expect(statuses(model)).toEqual(['story-en publish', 'story-jp publish'])
  expect(await publish(model, rendered)).toEqual([])
})

test.each<[string, string, (fields: PostFields) => boolean]>([
  ['the first cannot be written', 'story-jp', () => true],
  ['the second cannot be written', 'story-en', () => true],
  ['the first cannot be made public', 'story-jp', ({ status }) => status === 'publish'],
  ['the second cannot be made public', 'story-en', ({ status }) => status === 'publish'],
])('where %s neither is public, and the next run makes both so', async (_, slug, refuses) => {
  let refusing = true
  const model = new Refusing(slug, (fields) => refusing && refuses(fields))
  const rendered = await pair()
  const outcomes = await publish(model, rendered)
  expect(outcomes.map(({ status }) => status).sort()).toEqual(['failed', 'skipped'])
  expect(statuses(model)).toEqual(['story-en draft', 'story-jp draft'])
  refusing = false
  await publish(model, rendered)
  expect(statuses(model)).toEqual(['story-en publish', 'story-jp publish'])
  expect(await publish(model, rendered)).toEqual([])
})
