import path from 'node:path'
import { glob } from 'tinyglobby'
import { loadConfig } from '../config/load.ts'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { createJudge } from '../judge/judge.ts'
import { readSlug } from '../posts/slugs.ts'
import type { PullWorld } from '../pull/make-context.ts'
import { writeProposal } from '../pull/proposal.ts'
import { proposeEdits } from '../pull/propose-edits.ts'
import { proposeNew } from '../pull/propose-new.ts'
import { type Chosen, placeOf, readWorld } from '../pull/pull-world.ts'
import { type Desk, settleProposals } from '../pull/settle-proposals.ts'
import { needsAttention, pulledToText } from '../report/pull.ts'
import type { Client } from '../site/client.ts'
import type { RemotePost } from '../site/types.ts'
import { type Comparison, comparePosts } from '../sync/compare.ts'
import { readSite } from '../sync/read-site.ts'
import type { SiteState } from '../sync/types.ts'
import { compile } from './compile.ts'
import { openSite } from './open-site.ts'
import type { Output } from './output.ts'

export interface PullOptions {
  /** Path of wp.config.json. */
  readonly config: string
  /** Every post of the site. */
  readonly all: boolean
  /** Write over a file that holds something else. */
  readonly overwrite: boolean
}

/**
 * Brings posts of the site into Markdown files. Nothing on the site changes.
 *
 * @param slugs of posts; none and no `all` means the articles here that were edited on the site
 */
export async function pull(
  slugs: readonly string[],
  options: PullOptions,
  output: Output,
): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const files = await glob('**/*.md', { cwd: path.join(config.root, config.posts) })
  const judge = createJudge(config, { render: true })
  const rendered = files.length === 0 ? [] : await compile(config, output, judge)
  if (rendered === undefined) return ExitCode.content

  const { client, close } = await openSite(config, output)
  try {
    const site = await output.during(`Reading ${client.url}`, () => readSite(client, rendered, config))
    const here = comparePosts(rendered, site, {
      now: Date.now(),
      timezone: config.site.timezone,
      name: config.name,
    })
    const chosen = await choosePosts(slugs, options, here, client)
    const posts = chosen.map((remote) => ({ remote, own: here.find((item) => item.remote.id === remote.id) }))
    const world = await readWorld(posts, rendered, here, site, client, config)
    const looked = new Set<string>()
    const desk: Desk = {
      paths: files.map((name) => path.posix.join(config.posts, name)),
      propose: async ({ remote, own }, withheld, absent) => {
        const near = without(
          world,
          posts.filter(({ remote: { id } }) => absent.has(id)),
          site,
          config,
        )
        return own?.marker === undefined
          ? await proposeNew(remote, own, options.overwrite, withheld, near, site, config)
          : await proposeEdits(own, own.marker, withheld, near, site, client, config)
      },
      judge: async (texts) => {
        const places = new Map([...texts].map(([file, text]) => [path.join(config.root, file), text]))
        for (const place of places.keys()) looked.add(place)
        return await judge.judge(looked, places)
      },
      compare: (items) =>
        comparePosts(items, withAll(site, chosen, world), {
          now: Date.now(),
          timezone: config.site.timezone,
          name: config.name,
        }),
    }
    const proposals = await output.during('Comparing with the files', () => settleProposals(posts, desk))
    const results = proposals.map((proposal) => writeProposal(config, proposal))
    for (const result of results) output.say(pulledToText(result))
    if (results.length === 0) output.say(`Nothing to pull: no article here was edited on ${client.url}.`)
    return results.some(needsAttention) ? ExitCode.stopped : ExitCode.ok
  } finally {
    await close()
  }
}

/** The world without the files of new posts that are not brought here. */
function without(world: PullWorld, absent: readonly Chosen[], site: SiteState, config: Config): PullWorld {
  const keys = new Set(
    absent.filter(({ own }) => own === undefined).map(({ remote }) => placeOf(remote, site, config).key),
  )
  if (keys.size === 0) return world
  return {
    ...world,
    addresses: world.addresses.filter(({ key }) => !keys.has(key)),
    permalinks: new Map([...world.permalinks].filter(([key]) => !keys.has(key))),
  }
}

/** What the site has, the posts that nothing here named and the pictures that have been loaded included. */
function withAll(site: SiteState, chosen: readonly RemotePost[], { pictures }: PullWorld): SiteState {
  const known = new Set(site.posts.map(({ id }) => id))
  const loaded = pictures.map(({ attachment, media }) => [media.sha256, attachment] as const)
  return {
    ...site,
    posts: [...site.posts, ...chosen.filter(({ id }) => !known.has(id))],
    media: new Map([...loaded, ...site.media]),
  }
}

async function choosePosts(
  slugs: readonly string[],
  { all }: PullOptions,
  here: readonly Comparison[],
  client: Client,
): Promise<RemotePost[]> {
  if (all) return await client.listPosts()
  if (slugs.length === 0) {
    return here
      .filter(({ marker, decision }) => marker !== undefined && isEdited(decision))
      .map(({ remote }) => remote)
  }
  const wanted = slugs.map(readSlug)
  const found = (await client.listPostsBySlug(wanted)).filter(({ status }) => status !== 'trash')
  return wanted.map((slug) => {
    const own = here.find(({ item }) => item.post.slug === slug)?.remote
    const post = own ?? found.find((remote) => remote.slug === slug)
    if (post !== undefined) return post
    throw new UserError(`${client.url} has no post "${slug}".`, {
      advice: 'Give the slug as it stands in the address of the post, or --all for every post.',
      exitCode: ExitCode.usage,
    })
  })
}

function isEdited({ drift, conflict }: Comparison['decision']): boolean {
  return drift.length + conflict.length > 0
}
