import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { argumentsOf, type Command } from './commands.ts'
import type { Fault } from './fault-proxy.ts'
import { type Lane, runKilled } from './lane.ts'
import type { Project } from './project.ts'
import type { Seeded } from './seeded.ts'
import { readWorld, type SiteWorld } from './site-world.ts'
import type { Verdict } from './trials.ts'

/** A command, where it starts, and where it ends when nothing disturbs it. */
export interface Scenario {
  readonly name: string
  readonly command: Command
  /** Takes site and project to where the command starts. */
  readonly begin: () => Promise<void>
  /** The files before, and files and site after a run that nothing disturbed. */
  readonly before: Files
  readonly files: Files
  readonly world: SiteWorld
  /** What such a run takes: requests, and milliseconds in a process of its own. */
  readonly requests: number
  readonly duration: number
}

/** The bytes of each file of a project but what is kept between runs, by path. */
type Files = ReadonlyMap<string, string>

/** What the scenarios are made of, in the order in which they are prepared. */
const SCENARIOS = ['first publish', 'update of all', 'prune', 'pull', 'rollback'] as const

export type ScenarioName = (typeof SCENARIOS)[number]

/** Prepares scenarios on a lane: each is run once, undisturbed. */
export async function prepareScenarios(
  lane: Lane,
  names: readonly ScenarioName[] = SCENARIOS,
): Promise<ReadonlyMap<ScenarioName, Scenario>> {
  const publish = async (): Promise<void> => {
    const { exitCode, said } = await lane.run({ name: 'publish' })
    if (exitCode !== 0) throw new Error(said)
  }
  const published = await lane.reach(async () => {
    await lane.empty()
    await publish()
  })
  const builds: Record<ScenarioName, () => Promise<Command>> = {
    'first publish': async () => {
      await lane.empty()
      return { name: 'publish' }
    },
    'update of all': async () => {
      await published()
      await editFiles(lane.project)
      return { name: 'publish' }
    },
    prune: async () => {
      await published()
      await removeFiles(lane.project)
      return { name: 'prune' }
    },
    pull: async () => {
      await published()
      for (const post of await listOurs(lane)) {
        await lane.wordpress.rest('POST', `/wp/v2/posts/${post.id}`, {
          title: `${post.title.raw}, corrected`,
          content: `${post.content.raw}\n\n<!-- wp:paragraph -->\n<p>Written there.</p>\n<!-- /wp:paragraph -->`,
        })
      }
      return { name: 'pull' }
    },
    rollback: async () => {
      await published()
      await editFiles(lane.project)
      await publish()
      const [post] = await listOurs(lane)
      const revisions = await lane.wordpress.rest<{ id: number }[]>(
        'GET',
        `/wp/v2/posts/${post?.id}/revisions?per_page=100&order=desc`,
      )
      return { name: 'rollback', slug: String(post?.slug), revision: String(revisions[1]?.id) }
    },
  }
  const prepared = new Map<ScenarioName, Scenario>()
  for (const name of names) {
    let command: Command = { name: 'publish' }
    const begin = await lane.reach(async () => {
      command = await builds[name]()
    })
    prepared.set(name, await prepare(lane, name, () => command, begin))
  }
  return prepared
}

async function prepare(
  lane: Lane,
  name: ScenarioName,
  command: () => Command,
  begin: () => Promise<void>,
): Promise<Scenario> {
  const before = await readFiles(lane.project)
  const heard = lane.proxy.requests()
  const start = performance.now()
  // In a process of its own, since that is what is killed.
  await runKilled(lane, argumentsOf(command()), () => {})
  const duration = performance.now() - start
  const requests = lane.proxy.requests() - heard
  const again = await lane.run(command())
  if (again.exitCode !== 0) throw new Error(`${name}: ${again.said}`)
  const [files, world] = [await readFiles(lane.project), await readWorld(lane.wordpress)]
  return {
    name,
    get command() {
      return command()
    },
    begin,
    before,
    files,
    world,
    requests,
    duration,
  }
}

interface OurPost {
  readonly id: number
  readonly slug: string
  readonly title: { readonly raw: string }
  readonly content: { readonly raw: string }
}

/** Every post of the lane's articles that is not in the trash, by id. */
async function listOurs({ wordpress }: Lane): Promise<OurPost[]> {
  const route = '/wp/v2/posts?context=edit&status=any&per_page=100&orderby=id&order=asc'
  return (await wordpress.rest<OurPost[]>('GET', route)).filter(({ content }) =>
    content.raw.includes('rensai'),
  )
}

/** Changes title, excerpt, tags, featured picture and text of every article, and the slug of one. */
async function editFiles(project: Project): Promise<void> {
  for (const name of await listArticles(project)) {
    await project.edit(`posts/${name}`, (text) =>
      `${text}\nOne more paragraph of ${name}.\n`
        .replace(/^title: "(.*)"$/m, `title: "$1, again"\nexcerpt: "About ${name}."`)
        .replace(/^tags: \[.*?, (.*)\]$/m, 'tags: [$1]')
        .replace('featured_image: ../images/second dot.png', 'featured_image: ../images/third.png')
        .replace('slug: story-three-en', 'slug: story-third-en'),
    )
  }
}

/** Removes the first articles, those of its languages, and the links to them. */
async function removeFiles(project: Project): Promise<void> {
  const names = await listArticles(project)
  const gone = names.filter((name) => /^(one|first)-/.test(name))
  for (const name of gone) await rm(path.join(project.root, 'posts', name))
  for (const name of names.filter((other) => !gone.includes(other))) {
    await project.edit(`posts/${name}`, (text) =>
      text.replace(/\[([^\]]*)\]\(\.\/(?:one|first)-\w+\.md[^)]*\)/g, '$1'),
    )
  }
}

async function listArticles({ root }: Project): Promise<string[]> {
  return (await readdir(path.join(root, 'posts'))).filter((name) => name.endsWith('.md')).sort()
}

/** What a kill may leave beside a file that was being written. */
const TEMPORARY = /(^|\/)\.rensai-[^/]*\.tmp$/

async function readFiles({ root }: Project): Promise<Files> {
  const names = (await readdir(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
    .filter((name) => !name.startsWith('.rensai/') && name !== '.env' && !TEMPORARY.test(name))
  const entries = names.sort().map(async (name) => {
    return [name, await readFile(path.join(root, name), 'base64')] as const
  })
  return new Map(await Promise.all(entries))
}

/** What a killed run left half written: files that are neither as before nor as after, and records that break off. */
async function listHalfWritten({ project }: Lane, { before, files }: Scenario): Promise<string[]> {
  const found = await readFiles(project)
  const names = new Set([...found.keys(), ...before.keys()])
  const half = [...names].filter((name) => ![before.get(name), files.get(name)].includes(found.get(name)))
  const kept = await readdir(path.join(project.root, '.rensai'), { recursive: true }).catch(() => [])
  const records = kept.filter((name) => name.endsWith('.json') && !TEMPORARY.test(name))
  for (const name of records) {
    const text = await readFile(path.join(project.root, '.rensai', name), 'utf8')
    try {
      // Behind the line with the seal.
      JSON.parse(text.slice(text.indexOf('\n') + 1))
    } catch {
      half.push(`.rensai/${name}`)
    }
  }
  return half.map((name) => `${name} is half written`)
}

async function isThere(lane: Lane, { files, world }: Scenario): Promise<boolean> {
  return (
    isDeepStrictEqual(await readFiles(lane.project), files) &&
    isDeepStrictEqual(await readWorld(lane.wordpress), world)
  )
}

const REACHED = ['converged at once', 'after one rerun', 'after two reruns'] as const

/** Plain reruns until all is as undisturbed, and what is wrong after that. */
async function converge(lane: Lane, scenario: Scenario, reruns: 1 | 2): Promise<Verdict> {
  await lane.proxy.settled()
  lane.proxy.calm()
  let reached = (await isThere(lane, scenario)) ? 0 : undefined
  const problems: string[] = []
  for (let rerun = 1; rerun <= reruns && (reached === undefined || rerun === 1); rerun += 1) {
    const { exitCode, said } = await lane.run(scenario.command)
    const isGood = exitCode === 0 && (await isThere(lane, scenario))
    if (isGood) reached ??= rerun
    else if (reached !== undefined || rerun === reruns) {
      problems.push(`rerun ${rerun} exits with ${exitCode}: ${said}\n${await differences(lane, scenario)}`)
    }
  }
  const dead = await lane.watch.deadLinks()
  problems.push(
    ...(await lane.watch.faults()),
    ...dead.map(({ id, href, status }) => `post ${id} links to ${href}, which answers ${status}`),
  )
  return { ended: problems.length > 0 ? 'wrong' : (REACHED[reached ?? 2] ?? REACHED[2]), problems }
}

async function differences(lane: Lane, scenario: Scenario): Promise<string> {
  const lines = (world: SiteWorld): string[] =>
    Object.entries(world).flatMap(([kind, items]) =>
      (items as readonly unknown[]).map((item) => `${kind}: ${JSON.stringify(item)}`),
    )
  const [found, wanted] = [lines(await readWorld(lane.wordpress)), lines(scenario.world)]
  const files = await readFiles(lane.project)
  const names = [...new Set([...files.keys(), ...scenario.files.keys()])]
  return [
    ...found.filter((line) => !wanted.includes(line)).map((line) => `+ ${line}`),
    ...wanted.filter((line) => !found.includes(line)).map((line) => `- ${line}`),
    ...names
      .filter((name) => files.get(name) !== scenario.files.get(name))
      .map((name) => `~ ${name}: ${Buffer.from(files.get(name) ?? '', 'base64')}`),
  ].join('\n')
}

/** Seconds that a run waits for an answer that never comes; a busy machine takes some for a real answer. */
const TIMEOUT = 3

const FAULTS = ['reset-before', 'reset-after', 'truncated', '429', '500', '502', 'hang'] as const

/** Requests that a rerun sends at least. */
const SHORTEST_RUN = 12

/** Two or three faults in one run, and up to two in a rerun; then it has to be there after two plain reruns. */
export async function endureSequence(lane: Lane, scenario: Scenario, seeded: Seeded): Promise<Verdict> {
  const draw = (count: number, requests: number): [number, Fault][] =>
    Array.from({ length: count }, () => [seeded.below(requests), seeded.pick(FAULTS)])
  const runs = [draw(2 + seeded.below(2), scenario.requests), draw(seeded.below(3), SHORTEST_RUN)]
  await scenario.begin()
  for (const faults of runs.filter(({ length }) => length > 0)) {
    const isSlow = faults.some(([, fault]) => fault === 'hang')
    await lane.setEnvironment(isSlow ? { WP_TIMEOUT: String(TIMEOUT) } : {})
    for (const [index, fault] of faults) lane.proxy.inject(index, fault, 'all')
    await lane.run(scenario.command)
    await lane.proxy.settled()
    lane.proxy.calm()
  }
  await lane.setEnvironment({})
  const verdict = await converge(lane, scenario, 2)
  return { ...verdict, problems: verdict.problems.map((problem) => `${JSON.stringify(runs)}: ${problem}`) }
}

/** A kill at a request, which the site carries out or never sees, or at a moment of the run; then one plain rerun. */
export async function endureKill(lane: Lane, scenario: Scenario, seeded: Seeded): Promise<Verdict> {
  const by = seeded.pick(['request', 'lost request', 'time'])
  const at = seeded.below(by === 'time' ? Math.ceil(scenario.duration) : scenario.requests)
  await scenario.begin()
  let timer: NodeJS.Timeout | undefined
  const isKilled = await runKilled(lane, argumentsOf(scenario.command), (kill) => {
    if (by === 'time') timer = setTimeout(kill, at)
    else {
      lane.proxy.inject(
        at,
        () => {
          kill()
          return by === 'request' ? undefined : 'reset-before'
        },
        'all',
      )
    }
  })
  clearTimeout(timer)
  await lane.proxy.settled()
  const half = await listHalfWritten(lane, scenario)
  const { ended, problems } = await converge(lane, scenario, 1)
  const place = `${scenario.name}, killed by ${by} at ${at}`
  return {
    ended: isKilled || problems.length > 0 ? ended : 'was faster than the kill',
    problems: [...half, ...problems].map((problem) => `${place}: ${problem}`),
  }
}
