import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Config } from '../../src/config/types.ts'
import type { ImageFile } from '../../src/posts/types.ts'
import { writeReference } from '../../src/render/references.ts'
import type { RenderedPost } from '../../src/render/types.ts'
import type { PostFields } from '../../src/site/types.ts'
import { sha256 } from '../../src/standards/sha256.ts'
import { applyPlan } from '../../src/sync/apply.ts'
import type { UpdatePost } from '../../src/sync/changes/update-post.ts'
import { managedFields } from '../../src/sync/decide.ts'
import { Dependencies } from '../../src/sync/dependencies.ts'
import { hashFields, liveFields } from '../../src/sync/fields.ts'
import { KeptPosts } from '../../src/sync/kept-posts.ts'
import { MARKER_WORD, readMarker, removeMarker } from '../../src/sync/marker.ts'
import { planChanges } from '../../src/sync/plan.ts'
import type { PlanOptions } from '../../src/sync/plan-posts.ts'
import type { Plan } from '../../src/sync/plan-types.ts'
import { readAndPlan } from '../../src/sync/read-and-plan.ts'
import { readSite } from '../../src/sync/read-site.ts'
import { resolveFields } from '../../src/sync/resolve.ts'
import { RunState } from '../../src/sync/run-state.ts'
import type { Drift, SiteState } from '../../src/sync/types.ts'
import { testConfig } from '../helpers/config.ts'
import { ModelSite } from '../helpers/model-site.ts'
import { article as emptyArticle } from '../helpers/planning.ts'
import { type AdminEdit, histories, type Step, type WorldArticle } from '../helpers/worlds.ts'

const config = testConfig({ site: { url: 'https://model.example', timezone: 'UTC' } })
const base = await emptyArticle('base')

let folder: string

/** Pictures are looked into before they are uploaded. */
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rensai-worlds-'))
  const dot = sharp({ create: { width: 1, height: 1, channels: 3, background: '#369' } })
  for (const name of ['p', 'q'])
    await dot
      .clone()
      .png()
      .toFile(join(folder, `${name}.png`))
})

afterAll(async () => {
  await rm(folder, { recursive: true })
})

/** The folder and the site of one history. */
interface World {
  /** Of the project in which it is kept what was found on the site. */
  readonly project: Config
  readonly site: ModelSite
  readonly files: Map<string, WorldArticle>
  readonly strangers: Set<number>
}

function picture(name: string, alt: string): ImageFile {
  const path = `images/${name}.png`
  const sha256 = name.repeat(64)
  const uploadName = `${name}-${sha256.slice(0, 8)}.png`
  return {
    path,
    absolutePath: join(folder, `${name}.png`),
    sha256,
    uploadName,
    mimeType: 'image/png',
    size: 1,
    width: 1,
    height: 1,
    alt,
    caption: '',
  }
}

function render({ files }: World): RenderedPost[] {
  return [...files.values()].map((file) => {
    const links = file.links.filter((key) => key !== file.key && files.has(key))
    const media = file.picture === undefined ? [] : [picture(file.picture, file.alt)]
    const anchors = links.map(
      (key) => `<a href="${writeReference({ kind: 'post', key, value: 'link' })}">${key}</a>`,
    )
    const images = media.map(
      ({ sha256, alt }) =>
        `<img src="${writeReference({ kind: 'media', key: sha256, value: 'url' })}" alt="${alt}" class="wp-image-${writeReference({ kind: 'media', key: sha256, value: 'id' })}">`,
    )
    const content = `<!-- wp:paragraph -->\n<p>${[file.text, ...anchors, ...images].join(' ')}</p>\n<!-- /wp:paragraph -->`
    const tags = file.tags.map((name) => ({ taxonomy: 'post_tag' as const, name }))
    // Validation wants a date for a schedule.
    const status = file.status === 'future' && file.date === undefined ? 'draft' : file.status
    const { key, slug, title, date } = file
    const post = { ...base.post, key, slug, title, date, status, tags, featuredMedia: media[0] }
    return {
      post,
      outline: base.outline,
      content,
      bodyHash: sha256(content),
      excerpt: file.text,
      media,
      links,
    }
  })
}

/** Validation refuses two articles with one slug, so such a file is not written. */
function write({ files }: World, article: WorldArticle): void {
  const isTaken = [...files.values()].some(({ key, slug }) => slug === article.slug && key !== article.key)
  if (!isTaken) files.set(article.key, article)
}

function choose<T>(items: Iterable<T>, at: number): T | undefined {
  const list = [...items]
  return list[at % Math.max(1, list.length)]
}

async function take(world: World, step: Step): Promise<void> {
  const { site, files, strangers } = world
  if (step.kind === 'publish') return await publishAndCheck(world)
  if (step.kind === 'write') return write(world, step.article)
  if (step.kind === 'time') return site.passTime(step.now > site.now ? step.now : site.now)
  if (step.kind === 'stranger') {
    const { id } = await site.createPost({
      title: 'By hand',
      slug: step.slug,
      content: '<p>By hand.</p>',
      status: 'publish',
    })
    strangers.add(id)
    return
  }
  if (step.kind === 'rename-file') {
    const file = choose(files.values(), step.at)
    if (file === undefined || files.has(step.key)) return
    files.delete(file.key)
    files.set(step.key, { ...file, key: step.key })
    return
  }
  if (step.kind === 'remove-file') {
    const file = choose(files.keys(), step.at)
    // A folder without articles is refused before anything is planned.
    if (file !== undefined && files.size > 1) files.delete(file)
    return
  }
  if (step.kind === 'admin-alt') {
    const attachment = choose(site.media, step.at)
    if (attachment !== undefined) await site.updateMedia(attachment.id, { alt: EDITED_ALT })
    return
  }
  const id = choose(
    [...site.posts.keys()].filter((post) => !strangers.has(post)),
    step.at,
  )
  const post = id === undefined ? undefined : site.posts.get(id)
  if (post === undefined) return
  if (step.kind === 'admin-trash') return await site.trashPost(post.id)
  if (step.kind === 'admin-delete') return void site.posts.delete(post.id)
  if (step.kind === 'admin-copy') {
    const { content, title } = post
    await site.createPost({ title, content, status: 'draft' })
    return
  }
  site.edit(post.id, ADMIN_EDITS[step.field](post.content))
}

const EDITED_ALT = 'Edited in wp-admin'

const ADMIN_EDITS: Readonly<Record<AdminEdit, (content: string) => PostFields>> = {
  title: () => ({ title: 'Edited in wp-admin' }),
  text: (content) => ({ content: content.replace('<p>', '<p>Edited. ') }),
  block: (content) => ({ content: removeMarker(content).replace('<p>', '<p>Other. ') }),
  slug: () => ({ slug: 'edited' }),
  status: () => ({ status: 'draft' }),
  tags: () => ({ tags: [] }),
}

async function see(world: World): Promise<{ rendered: RenderedPost[]; state: SiteState; plan: Plan }> {
  const rendered = render(world)
  const state = await readSite(world.site, rendered, config)
  const plan = planOf(world, rendered, state)
  expect(await planWithKept(world, rendered)).toEqual(plan)
  return { rendered, state, plan }
}

/** The same by what earlier runs kept. */
async function planWithKept({ site, project, ...world }: World, rendered: RenderedPost[]): Promise<Plan> {
  const { url, user } = site
  const kept = new KeptPosts(project, { url, user, clock: () => '2030-01-01T00:00:00' })
  const ahead = {
    categories: site.listTerms('category'),
    tags: site.listTerms('post_tag'),
    marked: site.searchPosts(MARKER_WORD, kept),
    kept,
  }
  const options = optionsOf({ site, project, ...world }, rendered)
  const { plan } = await readAndPlan(site, rendered, project, options, ahead)
  recalledPosts += kept.recalled.size
  return plan
}

let recalledPosts = 0

function planOf(world: World, rendered: readonly RenderedPost[], state: SiteState): Plan {
  return planChanges(rendered, state, optionsOf(world, rendered))
}

function optionsOf({ site }: World, rendered: readonly RenderedPost[]): PlanOptions {
  return {
    selected: new Set(rendered.map(({ post }) => post.key)),
    now: Date.parse(`${site.now}Z`),
    timezone: 'UTC',
    categories: { configured: undefined, create: false },
    adopt: false,
    overwrite: false,
    name: undefined,
    orphans: { matches: () => true, prune: false },
  }
}

/** One run, and everything that must hold of it. */
async function publishAndCheck(world: World): Promise<void> {
  const { rendered, state, plan } = await see(world)
  expect(planOf(world, rendered, state)).toEqual(plan)
  expectNothingForeign(plan, world)
  expectOrder(plan, state)
  const foreign = [...world.strangers].map((id) => world.site.posts.get(id))

  const editedPictures = world.site.media.filter(({ alt }) => alt === EDITED_ALT)
  const outcomes = await applyPlan(plan, state, world.site)
  expect(world.site.media).toEqual(expect.arrayContaining(editedPictures))
  expect(outcomes.map(({ status, error }) => error?.message ?? status)).toEqual(
    plan.changes.map(() => 'applied'),
  )
  expect([...world.strangers].map((id) => world.site.posts.get(id))).toEqual(foreign)

  const again = await see(world)
  // A slug that another article gives up in this run is free only in the next one.
  if (plan.conflicts.some(({ reason }) => reason === 'slug-taken')) return await expectToSettle(world)
  expect(again.plan.changes).toEqual([])
  expectFollowingTexts(plan, again.rendered, state, again.state)
  const drift = ({ key, fields }: Drift): unknown => [key, fields]
  const conflicts = plan.conflicts.map(({ key }) => key)
  // While the address of a link is unknown, the file counts as changed, and an edit of the post as a conflict.
  const still = again.plan.drift.filter(({ key }) => !conflicts.includes(key))
  // What was deleted for good and is made anew has another address, which the file of the link asks for then.
  const created = plan.changes.flatMap((change) => (change.kind === 'create-post' ? [change.after.key] : []))
  const isLinkMoved = (key: string): boolean =>
    again.rendered.some(({ post, links }) => post.key === key && links.some((to) => created.includes(to)))
  const late = again.plan.conflicts.map(({ key }) => key).filter((key) => !conflicts.includes(key))
  expect(late.filter((key) => !isLinkMoved(key))).toEqual([])
  expect(still.map(drift)).toEqual(plan.drift.filter(({ key }) => !late.includes(key)).map(drift))
  expectDesiredIsLive(plan, again.plan, again.state)
}

async function expectToSettle(world: World): Promise<void> {
  for (const _ of world.files) {
    const { plan, state } = await see(world)
    expectNothingForeign(plan, world)
    await applyPlan(plan, state, world.site)
  }
  expect((await see(world)).plan.changes).toEqual([])
}

function written(plan: Plan): UpdatePost[] {
  return plan.changes.flatMap((change) => (change.kind === 'update-post' ? [change] : []))
}

function expectNothingForeign(plan: Plan, { strangers }: World): void {
  for (const { before, after, fields } of written(plan)) {
    expect(strangers.has(before.id)).toBe(false)
    expect(readMarker(before.content)).toBeDefined()
    const drifted = plan.drift.find(({ key }) => key === after.key)?.fields ?? []
    expect(fields.filter((name) => drifted.includes(name))).toEqual([])
    expect(plan.conflicts.map(({ key }) => key)).not.toContain(after.key)
  }
}

/** Whatever a change needs is on the site already, or made by an earlier change. */
function expectOrder(plan: Plan, state: SiteState): void {
  const names = new Set(state.terms.map(({ name }) => name.toLowerCase()))
  const pictures = new Set(state.media.keys())
  const slugs = new Map(
    state.posts.filter(({ status }) => status !== 'trash').map(({ slug, id }) => [slug, id]),
  )
  expect(new Dependencies(plan.changes).inOrder()).toEqual(plan.changes)
  for (const change of plan.changes) {
    if (change.kind === 'create-term') names.add(change.term.name.toLowerCase())
    if (change.kind === 'upload-media') pictures.add(change.media.sha256)
    if (!('after' in change)) continue
    const { after } = change
    expect(after.tags.filter(({ name }) => !names.has(name.toLowerCase()))).toEqual([])
    if (after.featuredMedia !== undefined) expect(pictures).toContain(after.featuredMedia)
    if (change.kind === 'update-post') {
      if (!change.fields.includes('slug')) continue
      expect(slugs.get(after.slug) ?? change.before.id).toBe(change.before.id)
      slugs.delete(change.before.slug)
    }
    slugs.set(after.slug, 0)
  }
}

/** A picture that only one article shows has its text, where it had the one of before or is new. */
function expectFollowingTexts(
  { changes }: Plan,
  rendered: readonly RenderedPost[],
  before: SiteState,
  after: SiteState,
): void {
  for (const { post, media } of rendered) {
    const change = changes.find((item) => 'after' in item && item.after.key === post.key)
    const [shown] = media
    if (change === undefined || shown === undefined || shown.alt === '') continue
    if (rendered.filter((item) => item.media.some(({ sha256 }) => sha256 === shown.sha256)).length > 1)
      continue
    const old = before.media.get(shown.sha256)
    const isKnown =
      change.kind === 'update-post' &&
      change.fields.includes('content') &&
      change.before.content.includes(`alt="${old?.alt}" class="wp-image-${old?.id}"`)
    if (old === undefined || isKnown) expect(after.media.get(shown.sha256)?.alt).toBe(shown.alt)
  }
}

/** Every article that was written or found as here has on the site what its file asks for. */
function expectDesiredIsLive(first: Plan, again: Plan, site: SiteState): void {
  const state = new RunState(again, site)
  for (const change of first.changes) {
    if (!('after' in change)) continue
    const { key } = change.after
    const live = state.post(key)
    const left = first.drift.find((drift) => drift.key === key)?.fields ?? []
    const names = [...managedFields(change.after)].filter((name) => !left.includes(name))
    const desired = hashFields(resolveFields(change.after, state).fields)
    const found = live === undefined ? {} : hashFields(liveFields(live))
    for (const name of names) expect([name, found[name]]).toEqual([name, desired[name]])
  }
}

test('whatever happened before, a run does what it says, touches nothing foreign, and leaves nothing to do', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ byName, first, steps }) => {
      const project = { ...config, root: await mkdtemp(join(folder, 'world-')) }
      const world = { project, site: new ModelSite(byName), files: new Map(), strangers: new Set<number>() }
      for (const article of first) write(world, article)
      for (const step of steps) await take(world, step)
      await publishAndCheck(world)
    }),
    { numRuns: 400 },
  )
  expect(recalledPosts).toBeGreaterThan(200)
})
