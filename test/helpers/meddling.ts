import type { Scenario } from './endurance.ts'
import type { Lane } from './lane.ts'
import {
  BY_HAND,
  changedFields,
  type Done,
  doSomething,
  type SeenField,
  seePost,
  seeRevisions,
} from './person.ts'
import type { Seeded } from './seeded.ts'
import { readWorld, type SiteWorld } from './site-world.ts'
import type { Verdict } from './trials.ts'

/** What a disturbed publish may leave of an article: how it was before, and how it is to be. */
export interface Expected {
  readonly scenario: Scenario
  /** The site where the command starts. */
  readonly start: SiteWorld
  /** Slugs of the articles, before and after. */
  readonly slugs: readonly [string, ...string[]]
}

/** Reads what a scenario starts with. */
export async function expectedOf(lane: Lane, scenario: Scenario): Promise<Expected> {
  await scenario.begin()
  const start = await readWorld(lane.wordpress)
  const [first = '', ...others] = scenario.world.posts.map(({ slug }) => String(slug))
  return { scenario, start, slugs: [first, ...others] }
}

/**
 * Somebody does one thing before a request of a publish, or right after the site has carried it out; then comes one
 * more plain run. What was done by hand has to be there, and nothing else may be lost, twice, or public with a dead link.
 *
 * @param index of the request
 */
export async function meddle(
  lane: Lane,
  expected: Expected,
  index: number,
  seeded: Seeded,
): Promise<Verdict> {
  const { scenario, slugs } = expected
  const { proxy, watch } = lane
  await scenario.begin()
  const isAfter = seeded.below(2) === 1
  const from = proxy.heard().length
  const deeds: Done[] = []
  proxy.inject(
    index,
    async (carryOut) => {
      const answer = isAfter ? await carryOut() : undefined
      const [, likely] = /\/posts\/(\d+)/.exec(proxy.heard()[from + index] ?? '') ?? []
      const deed = await doSomething(lane, slugs, likely === undefined ? undefined : Number(likely), seeded)
      if (deed !== undefined) deeds.push(deed)
      return answer
    },
    'all',
  )
  const runs = [await lane.run(scenario.command)]
  await proxy.settled()
  const heard = proxy.heard().slice(from)
  proxy.calm()
  runs.push(await lane.run(scenario.command))
  const [done] = deeds
  if (done === undefined) return { ended: 'nothing that could be done', problems: [] }

  const inWindow = isInWindow(done.id, heard, isAfter ? index + 1 : index)
  const kept = await judgeDone(done, inWindow, lane)
  const problems = [...kept.problems, ...(await judgeOthers(done, kept.lost, expected, lane))]
  const hides = ['trash', 'status'].includes(done.deed) && done.after.status !== 'publish'
  const dead = await watch.deadLinks()
  const fatal = dead.filter(({ href }) => !(hides && pointsTo(href, done)))
  problems.push(
    ...watch.broken(),
    ...fatal.map(({ id, href, status }) => `post ${id} links to ${href}, which answers ${status}`),
  )
  // What an update writes again was linked to before.
  const late =
    expected.start.posts.length === 0 &&
    dead.some(({ id }) => heard.slice(isAfter ? index + 1 : index).some((request) => writes(id, request)))
  const place = `"${done.deed}" of post ${done.id} (${done.before.slug}) ${isAfter ? 'after' : 'before'} request ${index}, ${heard[index]}`
  const story = `${runs.map(({ exitCode, said }) => `${exitCode}: ${said}`).join('\n')}\n${heard.join('\n')}`
  return {
    ended: problems.length > 0 ? 'wrong' : late ? `${kept.ended}, linked to although hidden` : kept.ended,
    problems: problems.map((problem) => `${place}: ${problem}\n${story}`),
  }
}

/** Whether a request writes a post that is there. */
function writes(id: number, request: string | undefined): boolean {
  return (
    request !== undefined && !request.startsWith('GET ') && new RegExp(`/posts/${id}(\\?|$)`).test(request)
  )
}

/** Whether a request asks for a post, alone or among those that are about to be written. */
function asksFor(id: number, request = ''): boolean {
  return new RegExp(`/posts/${id}(\\?|$)|[?&]include=(?:\\d+%2C)*${id}(?:%2C|&|$)`).test(request)
}

const isBatch = (request = ''): boolean => /^POST .*\/batch\/v1/.test(request)

/**
 * The window that docs/safety.md names: the last that was asked for the post was in order to write it, and what follows
 * writes it; of those that are asked for together, several requests may write one after another.
 */
function isInWindow(id: number, heard: readonly string[], next: number): boolean {
  const read = heard.slice(0, next).findLast((request) => !isBatch(request))
  return (writes(id, heard[next]) || isBatch(heard[next])) && asksFor(id, read)
}

function pointsTo(href: string, { id, before }: Done): boolean {
  return href.endsWith(`/archives/${id}`) || href.includes(`/${before.slug}`) || href.endsWith(`?p=${id}`)
}

interface Kept {
  readonly ended: string
  readonly lost: readonly SeenField[]
  readonly problems: readonly string[]
}

/** Whether what was done by hand is still there. */
async function judgeDone(done: Done, inWindow: boolean, { wordpress: { rest } }: Lane): Promise<Kept> {
  const { id, before, after, deed } = done
  const now = await seePost(id, rest)
  const names =
    deed === 'take slug' ? changedFields({ ...after, title: '' }, after) : changedFields(before, after)
  const lost = names.filter((name) => now[name] !== after[name])
  if (lost.length === 0) return { ended: 'kept', lost, problems: [] }
  const revisions = await seeRevisions(id, rest)
  const isRevised = lost.every(
    (name) =>
      (name === 'title' || name === 'content' || name === 'excerpt') &&
      revisions.some((revision) => revision[name] === after[name]),
  )
  const ended = isRevised
    ? 'overwritten in the window, in a revision'
    : 'overwritten in the window, without a trace'
  const told = lost.map(
    (name) => `${name} is ${JSON.stringify(now[name])}, not ${JSON.stringify(after[name])}`,
  )
  return { ended, lost, problems: inWindow ? [] : told }
}

/** What is wrong with everything that nobody touched: lost, twice, half done, or at an address of which no file knows. */
async function judgeOthers(
  done: Done,
  lost: readonly SeenField[],
  { scenario, start, slugs }: Expected,
  lane: Lane,
): Promise<string[]> {
  const problems: string[] = []
  const world = await readWorld(lane.wordpress)
  for (const kind of ['terms', 'media'] as const) {
    const [found, wanted] = [world[kind], scenario.world[kind]].map((items) => JSON.stringify(items))
    if (found !== wanted) problems.push(`${kind}: ${found}, not ${wanted}`)
  }
  const touched = changedFields(done.before, done.after).filter((name) => !lost.includes(name))
  const plain = canonical(done.before.slug)
  const [before, after] = [start, scenario.world].map((one) => byArticle(one, plain))
  const found = world.posts.filter(
    (post) => !isGivenUp(post) && !(done.deed === 'take slug' && post.title === 'By hand'),
  )
  const isHeldBack =
    done.deed === 'take slug' ||
    found.some(({ slug, status }) => nameOf(String(slug), plain) === plain && status !== 'publish')
  const names = found.map(({ slug }) => nameOf(String(slug), plain))
  if (new Set(names).size !== names.length) problems.push(`there twice: ${names.join(', ')}`)
  for (const post of found.map((one) => withNames(one, plain))) {
    const name = nameOf(String(post.slug), plain)
    const isDone = done.deed !== 'take slug' && name === plain
    const [old, wanted] = [before?.get(name), after?.get(name)]
    if (wanted === undefined) {
      problems.push(`nobody knows ${JSON.stringify(post)}`)
      continue
    }
    // All link to each other, directly or by others, so that all wait for one that is not public.
    const isWaiting = old === undefined && post.status === 'draft' && isHeldBack
    const isOpen = isSkeleton(post) && (post.status !== 'publish' || isDone)
    for (const [field, value] of Object.entries(post)) {
      const isHis = isDone && (touched as readonly string[]).includes(field)
      const isKnown = [old?.[field], wanted[field]].some(
        (one) => JSON.stringify(one) === JSON.stringify(value),
      )
      const isExcused = (isOpen && field !== 'slug') || (isWaiting && field === 'status')
      if (!isHis && !isKnown && !isExcused) {
        problems.push(
          `${field} of ${name} is ${JSON.stringify(value)}, neither ${JSON.stringify(old?.[field])} nor ${JSON.stringify(wanted[field])}`,
        )
      }
    }
  }
  const missing = [...(before?.keys() ?? [])].filter((name) => !names.includes(name))
  if (missing.length > 0) problems.push(`lost: ${missing.join(', ')}`)
  const known = [...slugs, ...start.posts.map(({ slug }) => slug), BY_HAND]
  const astray = world.posts.filter(
    ({ slug, status }) => status === 'publish' && !known.includes(String(slug)),
  )
  problems.push(...astray.map(({ slug }) => `public at an address that no file names: ${slug}`))
  return problems
}

type WorldPost = SiteWorld['posts'][number]

function isSkeleton({ content }: WorldPost): boolean {
  return /<p><\/p>/.test(String(content)) && String(content).length < 200
}

/** A draft that gave way. */
function isGivenUp(post: WorldPost): boolean {
  return post.status === 'trash' && isSkeleton(post)
}

/** One name for a slug, whether its file changes it or the trash does. */
function canonical(slug: string): string {
  return slug.replace(/__trashed(-\d+)?$/, '').replace('story-third-en', 'story-three-en')
}

function nameOf(slug: string, plain: string): string {
  return slug.startsWith(BY_HAND) ? plain : canonical(slug)
}

function byArticle({ posts }: SiteWorld, plain: string): ReadonlyMap<string, WorldPost> {
  return new Map(posts.map((post) => [nameOf(String(post.slug), plain), withNames(post, plain)]))
}

/** The same post with links that name their articles, whatever slug those have at the moment. */
function withNames(post: WorldPost, plain: string): WorldPost {
  const content = String(post.content).replace(
    /\/archives\/([^"#]+)/g,
    (_, slug: string) => `/archives/${nameOf(slug, plain)}`,
  )
  return { ...post, content }
}
