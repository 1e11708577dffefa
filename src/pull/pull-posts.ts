import path from 'node:path'
import type { Config } from '../config/types.ts'
import type { Judge } from '../judge/judge.ts'
import { ExcessError } from '../limits/bounded.ts'
import type { RenderedPost } from '../render/types.ts'
import type { PulledFile } from '../report/pull.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost } from '../site/types.ts'
import { comparePosts, findFaulty } from '../sync/compare.ts'
import type { FaultyArticle, RestOfFolder } from '../sync/folder.ts'
import type { SiteState } from '../sync/types.ts'
import { type Choice, choosePosts } from './choose-posts.ts'
import type { PullWorld } from './make-context.ts'
import { type Proposal, withoutFile, writeProposal } from './proposal.ts'
import { proposeEdits } from './propose-edits.ts'
import { proposeNew } from './propose-new.ts'
import { type Chosen, placeOf, readWorld } from './pull-world.ts'
import { EXCESS, FAULTY } from './reasons.ts'
import { type Desk, settleProposals } from './settle-proposals.ts'

/** The project that posts are brought into. */
export interface Here {
  readonly config: Config
  /** Has judged the project before, where it holds any article. */
  readonly judge: Judge
  readonly rendered: readonly RenderedPost[]
  /** What else is there; the files of articles with errors stay as they are. */
  readonly folder: RestOfFolder
  /** Paths of the articles, below the project. */
  readonly paths: readonly string[]
}

export interface PullChoice extends Choice {
  /** Write over a file that holds something else. */
  readonly overwrite: boolean
}

/**
 * Brings posts of a site into files. Nothing on the site changes.
 *
 * @param site what was read of it for the articles here
 * @returns what became of each post
 * @throws UserError (usage) where there is no post with a slug
 * @throws SiteError where the site cannot be read
 * @throws WriteError (usage) where a picture cannot be written
 */
export async function pullPosts(
  choice: PullChoice,
  { config, judge, rendered, folder, paths }: Here,
  site: SiteState,
  client: Site,
): Promise<PulledFile[]> {
  const options = { now: Date.now(), timezone: config.site.timezone, name: config.name, folder }
  const here = comparePosts(rendered, site, options)
  const chosen = await choosePosts(choice, here, client)
  const posts = chosen.map((remote) => ({ remote, own: here.find((item) => item.remote.id === remote.id) }))
  const world = await readWorld(posts, rendered, here, site, client, config)
  const whole = withAll(site, chosen, world)
  const looked = new Set<string>()
  const faulty = findFaulty(rendered, site, options)
  const desk: Desk = {
    paths,
    propose: async ({ remote, own }, withheld, absent) => {
      const broken = faulty.get(remote.id)
      if (broken !== undefined) return leftFaulty(remote, broken)
      const near = absent.size === 0 ? world : withOnly(world, posts, absent, site, config)
      try {
        return own?.marker === undefined
          ? await proposeNew(remote, own, choice.overwrite, withheld, near, site, config)
          : await proposeEdits(own, own.marker, withheld, near, site, client, config)
      } catch (error) {
        if (!(error instanceof ExcessError)) throw error
        return beyondLimits({ remote, own }, site, config)
      }
    },
    judge: async (texts) => {
      const places = new Map([...texts].map(([file, text]) => [path.join(config.root, file), text]))
      // A file that is no longer proposed is looked at once more, as it is.
      for (const place of places.keys()) looked.add(place)
      return await judge.judge(looked, places)
    },
    compare: (items) => comparePosts(items, whole, options),
  }
  const proposals = await settleProposals(posts, desk, new Set(folder.faulty.map(({ key }) => key)))
  return proposals.map((proposal) => writeProposal(config, proposal))
}

/** A file with an error cannot be compared, so nothing tells which side has what of the other. */
function leftFaulty(remote: RemotePost, { key, path, slug }: FaultyArticle): Proposal {
  const result = {
    path,
    slug,
    id: remote.id,
    fields: [],
    conflicts: 0,
    withheld: [],
    action: 'left' as const,
  }
  return withoutFile({ remote, key, result }, { action: 'left', reason: FAULTY })
}

/** One post that no article could hold keeps no other from being brought here. */
function beyondLimits({ remote, own }: Chosen, site: SiteState, config: Config): Proposal {
  const { key, path: file } =
    own === undefined
      ? placeOf(remote, site, config)
      : { key: own.item.post.key, path: own.item.post.file.path }
  const result = { path: file, slug: remote.slug, id: remote.id, fields: [], conflicts: 0, withheld: [] }
  const action = own === undefined ? 'missed' : 'left'
  return withoutFile({ remote, key, result: { ...result, action } }, { action, reason: EXCESS })
}

/** The world without the files of new posts that are not brought here. */
function withOnly(
  world: PullWorld,
  posts: readonly Chosen[],
  absent: ReadonlySet<number>,
  site: SiteState,
  config: Config,
): PullWorld {
  const fresh = posts.filter(({ own }) => own === undefined)
  const keysOf = (isAbsent: boolean): string[] =>
    fresh
      .filter(({ remote }) => absent.has(remote.id) === isAbsent)
      .map(({ remote }) => placeOf(remote, site, config).key)
  const coming = new Set(keysOf(false))
  const gone = new Set(keysOf(true).filter((key) => !coming.has(key)))
  return {
    ...world,
    addresses: world.addresses.filter(({ key }) => !gone.has(key)),
    permalinks: new Map([...world.permalinks].filter(([key]) => !gone.has(key))),
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
