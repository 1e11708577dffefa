import path from 'node:path'
import { glob } from 'tinyglobby'
import { loadConfig } from '../config/load.ts'
import { ExitCode, UserError } from '../errors.ts'
import { readSlug } from '../posts/slugs.ts'
import { pullEdits, pullNew } from '../pull/pull-article.ts'
import { readWorld } from '../pull/pull-world.ts'
import { type PulledFile, pulledToText } from '../report/pull.ts'
import type { Client } from '../site/client.ts'
import type { RemotePost } from '../site/types.ts'
import { type Comparison, comparePosts } from '../sync/compare.ts'
import { readSite } from '../sync/read-site.ts'
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
  const rendered = files.length === 0 ? [] : await compile(config, output)
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
    const results: PulledFile[] = []
    for (const { remote, own } of posts) {
      const result =
        own?.marker === undefined
          ? await pullNew(remote, own, options.overwrite, world, site, config)
          : await pullEdits(own, own.marker, world, site, client, config)
      output.say(pulledToText(result))
      results.push(result)
    }
    if (results.length === 0) output.say(`Nothing to pull: no article here was edited on ${client.url}.`)
    const stopped = results.some(({ action }) => ['conflict', 'refused', 'notes'].includes(action))
    return stopped ? ExitCode.stopped : ExitCode.ok
  } finally {
    await close()
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
