import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImageFile, Taxonomy, Term } from '../../src/posts/types.ts'
import { writeReference } from '../../src/render/references.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import { exitCodeOfOutcomes } from '../../src/report/exit-code.ts'
import { outcomesToJson, outcomeToText } from '../../src/report/outcomes.ts'
import { SiteError } from '../../src/site/errors.ts'
import type { Attachment, PostFields, RemotePost, RemoteTerm, Upload } from '../../src/site/types.ts'
import { applyPlan } from '../../src/sync/apply.ts'
import type { CategoryPolicy } from '../../src/sync/plan-terms.ts'
import type { Outcome, Plan } from '../../src/sync/plan-types.ts'
import { readSite } from '../../src/sync/read-site.ts'
import { testConfig } from '../helpers/config.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { stripColours } from '../helpers/output.ts'
import { article, plan } from '../helpers/planning.ts'

const config = testConfig({ site: { url: 'https://model.example', timezone: 'UTC' } })
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'rensai-apply-'))
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#369' } })
  await dot.png().toFile(path.join(folder, 'a.png'))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

function picture(): ImageFile {
  const [file, sha256] = ['images/a.png', 'a'.repeat(64)]
  const shape = { mimeType: 'image/png', size: 1, width: 1, height: 1 }
  const texts = { alt: 'A cat', caption: '' }
  const absolutePath = path.join(folder, 'a.png')
  return { path: file, absolutePath, sha256, uploadName: 'a-aaaaaaaa.png', ...shape, ...texts }
}

/** A model that answers as usual, until something is done before a call of that name. */
class Disturbed extends ModelSite {
  readonly #calls = new Map<string, number>()

  /** @param before called with how often that was asked for already; may throw */
  constructor(readonly before: (call: string, times: number) => void) {
    super(true)
  }

  #happen(call: string): void {
    const times = this.#calls.get(call) ?? 0
    this.#calls.set(call, times + 1)
    this.before(call, times)
  }

  override async listTerms(taxonomy: Taxonomy): Promise<RemoteTerm[]> {
    this.#happen(`list ${taxonomy}`)
    return await super.listTerms(taxonomy)
  }

  override async createTerm(term: Term, parent: number | undefined) {
    this.#happen(`create ${term.name}`)
    return await super.createTerm(term, parent)
  }

  override async searchPosts(text: string): Promise<RemotePost[]> {
    this.#happen('search posts')
    return await super.searchPosts(text)
  }

  override async listMediaBySlug(slugs: readonly string[]): Promise<Attachment[]> {
    this.#happen('list pictures')
    return await super.listMediaBySlug(slugs)
  }

  override async uploadMedia(upload: Upload): Promise<Attachment> {
    this.#happen('upload')
    return await super.uploadMedia(upload)
  }
}

async function publish(
  model: ModelSite,
  rendered: readonly RenderedPost[],
  configured: CategoryPolicy['configured'] = undefined,
): Promise<{ planned: Plan; outcomes: Outcome[]; said: string[] }> {
  const state = await readSite(model, rendered, config)
  const clock = { now: Date.parse(`${model.now}Z`), timezone: 'UTC' }
  const planned = plan(rendered, state, { ...clock, categories: { configured, create: true } })
  const said: string[] = []
  const onOutcome = (outcome: Outcome): void => {
    said.push(stripColours(outcomeToText(outcome)))
  }
  return { planned, outcomes: await applyPlan(planned, state, model, { onOutcome }), said }
}

function statuses(outcomes: readonly Outcome[]): string[] {
  return outcomesToJson(outcomes).map(({ name, slug, path: file, status, error }) =>
    [name ?? slug ?? file, status, error].filter((part) => part !== undefined).join(' | '),
  )
}

async function withTags(key: string, ...names: string[]): Promise<RenderedPost> {
  const item = await article(key)
  const tags = names.map((name): Term => ({ taxonomy: 'post_tag', name }))
  return { ...item, post: { ...item.post, tags } }
}

async function withPicture(key: string): Promise<RenderedPost> {
  const item = await article(key)
  return { ...item, media: [picture()], post: { ...item.post, featuredMedia: picture() } }
}

test('a bug in one change is the failure of that change; what needs it is skipped, and the rest goes on', async () => {
  const model = new Disturbed((call) => {
    if (call === 'create Bad') throw new TypeError('x is not a function')
  })
  const linking = await withTags('linking')
  const link = writeReference({ kind: 'post', key: 'bad', value: 'link' })
  const rendered = [
    await withTags('bad', 'Bad', 'Good'),
    await withTags('good', 'Good'),
    { ...linking, content: `<p><a href="${link}">bad</a></p>`, links: ['bad'] },
  ]
  const { planned, outcomes, said } = await publish(model, rendered)
  expect(statuses(outcomes)).toEqual([
    'Bad | failed | a bug in Rensai: x is not a function',
    'Good | applied',
    'bad | skipped | "bad" was left as it is: the term "Bad" could not be made.',
    'good | applied',
    'linking | skipped | "linking" was left as it is: the article bad could not be made.',
  ])
  expect(said[0]).toBe(`+ tag      Bad failed: a bug in Rensai: x is not a function
    Run it again with --debug and report what it prints.`)
  expect(stripColours(outcomeToText(outcomes[0] ?? expect.unreachable(), true))).toContain('apply.test.ts')
  expect(exitCodeOfOutcomes(planned, outcomes)).toBe(5)
})

test('even where nothing else is to be done, a bug is not taken for a refusal of the site', async () => {
  const model = new Disturbed((call) => {
    if (call === 'upload') throw new TypeError('x is not a function')
  })
  const { planned, outcomes } = await publish(model, [await withPicture('one')])
  expect(statuses(outcomes)).toEqual([
    'a-aaaaaaaa.png | failed | a bug in Rensai: x is not a function',
    'one | skipped | "one" was left as it is: the picture images/a.png could not be made.',
  ])
  expect(exitCodeOfOutcomes(planned, outcomes)).toBe(5)
})

test('no category is made at the top because its parent could not be made', async () => {
  const model = new Disturbed((call) => {
    if (call === 'create Tools') throw new SiteError('refused', { advice: '', status: 403 })
  })
  const configured = [{ name: 'Tools' }, { name: 'Git', parent: 'Tools' }]
  const item = await article('one')
  const git: Term = { taxonomy: 'category', name: 'Git', parentPath: 'Tools' }
  const { outcomes } = await publish(
    model,
    [{ ...item, post: { ...item.post, categories: [git] } }],
    configured,
  )
  expect(statuses(outcomes)).toEqual([
    'Tools | failed | refused',
    'Git | skipped | The category "Git" was left as it is: the term "Tools" could not be made.',
    'one | skipped | "one" was left as it is: the term "Git" could not be made.',
  ])
  expect(model.terms.map(({ name }) => name)).toEqual(['Uncategorized'])
})

/** What is asked once while reading the site, and again after creating. */
test.each<[string, string, string[]]>([
  ['terms', 'list post_tag', ['Tag | failed | lost', 'a-aaaaaaaa.png | applied', 'one | skipped | WHY']],
  ['pictures', 'list pictures', ['Tag | applied', 'a-aaaaaaaa.png | failed | lost', 'one | skipped | WHY']],
  ['posts', 'search posts', ['Tag | applied', 'a-aaaaaaaa.png | applied', 'one | failed | lost']],
])(
  'an error in looking again for %s stays on what was made, and the next run goes on',
  async (_, asked, told) => {
    const model = new Disturbed((call, times) => {
      if (call === asked && times === 1) throw new SiteError('lost', { advice: '', status: 503 })
    })
    const tags: Term[] = [{ taxonomy: 'post_tag', name: 'Tag' }]
    const item = await withPicture('one')
    const rendered = [{ ...item, post: { ...item.post, tags } }]
    const { outcomes } = await publish(model, rendered)
    const why = /"one" was left as it is: the (term "Tag"|picture images\/a\.png) could not be made\./
    expect(statuses(outcomes).map((text) => text.replace(why, 'WHY'))).toEqual(told)
    expect([...model.posts.values()].filter(({ status }) => status === 'publish')).toEqual([])

    const again = await publish(model, rendered)
    expect(statuses(again.outcomes).map((text) => text.replace(/.* \| /, ''))).toEqual(
      again.outcomes.map(() => 'applied'),
    )
    expect([...model.posts.values()].map(({ slug, status }) => `${slug} ${status}`)).toEqual(['one publish'])
    expect(model.terms.map(({ name }) => name)).toEqual(['Uncategorized', 'Tag'])
    expect(model.media).toHaveLength(1)
  },
)

test('of two terms that were made at the same moment the lower id stays, and the outcome names it', async () => {
  const model = new Disturbed((call, times) => {
    if (call !== 'list post_tag' || times !== 1) return
    const ours = model.terms.findIndex(({ name }) => name === 'Tag')
    const duplicate: RemoteTerm = { id: -1, taxonomy: 'post_tag', name: 'tag', slug: 'tag-2', parent: 0 }
    model.terms.splice(ours, 0, duplicate)
  })
  const { outcomes } = await publish(model, [await withTags('one', 'Tag')])
  expect(outcomes.map(({ status, id }) => [status, id])).toEqual([
    ['applied', -1],
    ['applied', expect.any(Number)],
  ])
  expect([...model.posts.values()].map(({ tags }) => tags)).toEqual([[-1]])
  expect(model.terms.map(({ name }) => name)).toEqual(['Uncategorized', 'tag'])
})

/** Somebody gives another post the slug of ours right before ours goes public. */
class TakenSlug extends ModelSite {
  isTaken = false

  override async updatePost(id: number, fields: PostFields): Promise<RemotePost> {
    if (fields.status === 'publish' && !this.isTaken) {
      this.isTaken = true
      const other = await super.createPost({ title: 'By hand', status: 'draft' })
      // As wp-admin does: a draft may have the slug of another one.
      this.posts.set(other.id, { ...other, slug: 'late' })
    }
    return await super.updatePost(id, fields)
  }
}

test('a post that WordPress renames as it goes public is hidden again, until its slug is free', async () => {
  const model = new TakenSlug(false)
  const rendered = [await article('late')]
  const { outcomes } = await publish(model, rendered)
  expect(statuses(outcomes)).toEqual([
    'late | failed | The slug "late" is taken on the site: WordPress made it "late-2".',
  ])
  const isPublic = ({ status }: RemotePost): boolean => status === 'publish'
  expect([...model.posts.values()].filter(isPublic)).toEqual([])
  const again = await publish(model, rendered)
  expect(again.planned.conflicts).toMatchObject([{ reason: 'slug-taken' }])
  const other = [...model.posts.values()].find(({ title }) => title === 'By hand')
  await model.updatePost(other?.id ?? 0, { slug: 'by-hand' })
  await publish(model, rendered)
  expect([...model.posts.values()].filter(isPublic)).toMatchObject([{ slug: 'late', title: 'late' }])
})

/** An article that links to others. */
async function linking(key: string, ...to: string[]): Promise<RenderedPost> {
  const item = await article(key)
  const links = to.map((other) => writeReference({ kind: 'post', key: other, value: 'link' }))
  const content = `<p>${links.map((link) => `<a href="${link}">x</a>`).join('')} Text of ${key}.</p>`
  return { ...item, content, links: to }
}

/** A site that refuses to make one post public. */
class Refusing extends ModelSite {
  override async updatePost(id: number, fields: PostFields): Promise<RemotePost> {
    if (fields.title === 'bad') throw new SiteError('refused', { advice: '', status: 403 })
    return await super.updatePost(id, fields)
  }
}

test('what links to an article that fails is never left public, whatever links to whom', async () => {
  const model = new Refusing(false)
  const rendered = [
    await linking('first', 'second'),
    await linking('second', 'bad'),
    await linking('bad', 'first'),
    await linking('alone'),
    await linking('behind', 'first'),
  ]
  const { outcomes } = await publish(model, rendered)
  expect(outcomes.map(({ change, status }) => ['after' in change && change.after.key, status])).toEqual([
    ['first', 'skipped'],
    ['second', 'skipped'],
    ['bad', 'failed'],
    ['alone', 'applied'],
    ['behind', 'skipped'],
  ])
  const shown = [...model.posts.values()].filter(({ status }) => status === 'publish')
  expect(shown.map(({ slug }) => slug)).toEqual(['alone'])
})

test('what every later change would suffer from ends the run, is told once, and the next run goes on', async () => {
  let isGone = true
  const model = new Disturbed((call) => {
    if (isGone && call === 'upload') throw new SiteError('gone', { advice: 'Wait.', endsRun: true })
  })
  const rendered = [await withTags('tagged', 'Tag'), await withPicture('one'), await article('two')]
  const { planned, outcomes, said } = await publish(model, rendered)
  expect(statuses(outcomes)).toEqual([
    'Tag | applied',
    'a-aaaaaaaa.png | failed | gone',
    'tagged | skipped',
    'one | skipped',
    'two | skipped',
  ])
  expect(said.filter((text) => text.includes('Wait.'))).toHaveLength(1)
  expect(exitCodeOfOutcomes(planned, outcomes)).toBe(5)
  // What was under way beside the upload is a draft that the next run completes.
  expect([...model.posts.values()].filter(({ status }) => status !== 'draft')).toEqual([])

  isGone = false
  const again = await publish(model, rendered)
  expect(again.outcomes.map(({ status }) => status)).toEqual(again.outcomes.map(() => 'applied'))
})

/** A model whose search answers as it did at first, as behind a cache. */
class Stale extends ModelSite {
  #first: RemotePost[] | undefined

  override async searchPosts(text: string): Promise<RemotePost[]> {
    this.#first ??= await super.searchPosts(text)
    return this.#first
  }
}

test('a list without the draft that was just made ends the run; nothing is trashed, no post completed', async () => {
  const model = new Stale(true)
  const rendered = [await article('one'), await article('two')]
  const { outcomes } = await publish(model, rendered)
  expect(statuses(outcomes)).toEqual([
    expect.stringMatching(/^one \| failed \| .* does not list what it has just made \(id 2\): a cache /),
    'two | skipped',
  ])
  expect([...model.posts.values()].map(({ slug, status }) => `${slug} ${status}`)).toEqual(['one draft'])
})

test('a slug that is taken by a post which an old list left out is no reason to trash anything', async () => {
  class OldLists extends Stale {
    override async listPostsBySlug(): Promise<RemotePost[]> {
      return []
    }
  }
  const model = new OldLists(true)
  // Seen by nobody: published since the list was made.
  await model.searchPosts('rensai')
  await model.createPost({ slug: 'one', status: 'publish', content: '' })
  const { outcomes } = await publish(model, [await article('one')])
  expect(statuses(outcomes)).toEqual([expect.stringMatching(/^one \| failed \| .* a cache in front of/)])
  expect([...model.posts.values()].map(({ status }) => status)).toEqual(['publish', 'draft'])
})
