import { access, mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { glob } from 'tinyglobby'
import { loadConfig } from '../config.ts'
import { ExitCode, UserError } from '../errors.ts'
import type { FrontMatterValue } from '../pull/front-matter.ts'
import type { PullWorld } from '../pull/make-context.ts'
import { writeDate, writeNewFile, writtenCategories } from '../pull/new-file.ts'
import { updateFile } from '../pull/update-file.ts'
import { type PulledFile, pulledToText } from '../report/pull.ts'
import type { Client } from '../site/client.ts'
import { attachmentIds } from '../site/find-attachments.ts'
import { readMarker, removeMarker } from '../site/marker.ts'
import { readSite } from '../site/read-site.ts'
import { type Comparison, comparePosts } from '../sync/compare.ts'
import { hashField } from '../sync/fields.ts'
import { finalPermalink } from '../sync/permalink.ts'
import { pulledChange, writePulled } from '../sync/pulled.ts'
import type { Config, FieldName, RemotePost, RenderedPost, SiteState } from '../types.ts'
import { compile } from './compile.ts'
import { openSite } from './open-site.ts'
import type { Output } from './output.ts'
import { pullPictures } from './pull-pictures.ts'

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
    const here = comparePosts(rendered, site, Date.now(), config.site.timezone)
    const chosen = await choosePosts(slugs, options, here, client)
    const posts = chosen.map((remote) => ({ remote, own: here.find((item) => item.remote.id === remote.id) }))
    const world = await readWorld(posts, rendered, here, site, client, config)
    const results: PulledFile[] = []
    for (const { remote, own } of posts) {
      const result = hasCoreNotes(remote)
        ? leaveNotes(remote, own, config)
        : own?.marker === undefined
          ? await pullNew(remote, own, options, world, site, config)
          : await pullEdits(own, own.marker.base.content, world, site, client, config)
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
  const found = (await client.listPostsBySlug(slugs)).filter(({ status }) => status !== 'trash')
  return slugs.map((slug) => {
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

interface Chosen {
  readonly remote: RemotePost
  readonly own: Comparison | undefined
}

/** What the chosen posts share: addresses of the articles here and to come, and the pictures of both sides. */
async function readWorld(
  posts: readonly Chosen[],
  rendered: readonly RenderedPost[],
  here: readonly Comparison[],
  site: SiteState,
  client: Client,
  config: Config,
): Promise<PullWorld> {
  const coming = posts.filter(({ own }) => own === undefined)
  const addresses = [
    ...rendered.map(({ post }) => ({ key: post.key, path: post.file.path, slug: post.slug, id: post.id })),
    ...coming.map(({ remote }) => ({ ...placeOf(remote, config), slug: remote.slug, id: remote.id })),
  ]
  const permalinks = new Map([
    ...here.map(({ item, remote }) => [item.post.key, finalPermalink(remote, remote.slug)] as const),
    ...coming.map(
      ({ remote }) => [placeOf(remote, config).key, finalPermalink(remote, remote.slug)] as const,
    ),
  ])
  const local = new Map(rendered.flatMap(({ media }) => media.map((item) => [item.sha256, item] as const)))
  const known = [...site.media].flatMap(([sha256, attachment]) => {
    const media = local.get(sha256)
    return media === undefined ? [] : [{ attachment, media }]
  })
  const ids = posts.flatMap(({ remote }) => [
    ...attachmentIds(remote.content),
    ...(remote.featuredMedia === 0 ? [] : [remote.featuredMedia]),
  ])
  const shown = (await client.listMediaById([...new Set(ids)])).filter(({ id, url }) =>
    posts.some(({ remote }) => remote.featuredMedia === id || remote.content.includes(`"${url}"`)),
  )
  return { config, addresses, permalinks, pictures: await pullPictures(shown, known, client, config) }
}

/** The key and path of the article that a post is brought into: the one it came from, or one named by its slug. */
function placeOf(remote: RemotePost, config: Config): { key: string; path: string } {
  const marker = readMarker(remote.content)
  const prefix = config.name === undefined ? '' : `${config.name}/`
  const name =
    marker?.key.startsWith(prefix) === true
      ? marker.key.slice(prefix.length)
      : remote.slug || `post-${remote.id}`
  return { key: prefix + name, path: path.posix.join(config.posts, `${name}.md`) }
}

async function pullNew(
  remote: RemotePost,
  own: Comparison | undefined,
  options: PullOptions,
  world: PullWorld,
  site: SiteState,
  config: Config,
): Promise<PulledFile> {
  const place =
    own === undefined ? placeOf(remote, config) : { key: own.item.post.key, path: own.item.post.file.path }
  const found = { path: place.path, slug: remote.slug, id: remote.id, fields: [], conflicts: 0 }
  if (own !== undefined && own.decision.update.length === 0) return { ...found, action: 'same' }
  const target = path.join(config.root, place.path)
  const isTaken = await access(target).then(
    () => true,
    () => false,
  )
  if (isTaken && !options.overwrite) return { ...found, action: 'refused' }
  const content = removeMarker(remote.content)
  const base = readMarker(remote.content)?.base.content
  const terms = termsOf(remote, site)
  const text = await writeNewFile(
    {
      remote,
      content,
      ...place,
      categories: writtenCategories(terms.categories, config),
      tags: terms.tags,
      featuredImage: featuredPath(remote, place.path, world),
      id: site.isConfiguredSite ? remote.id : undefined,
      pulled:
        base === undefined
          ? undefined
          : writePulled(new Map([['content', pulledChange(base, hashField(content))]])),
    },
    world,
  )
  await mkdir(path.dirname(target), { recursive: true })
  await writeFile(target, text)
  return { ...found, action: 'created' }
}

async function pullEdits(
  { item, remote, marker, live, decision, pulled }: Comparison,
  baseHash: string | undefined,
  world: PullWorld,
  site: SiteState,
  client: Client,
  config: Config,
): Promise<PulledFile> {
  const { post } = item
  const fields = [...decision.drift, ...decision.conflict]
  const found = { path: post.file.path, slug: post.slug, id: remote.id, fields, conflicts: 0 }
  if (fields.length === 0) return { ...found, action: 'same' }
  const notes = new Map(pulled)
  for (const name of fields) notes.set(name, pulledChange(marker?.base[name], hashField(live[name])))
  const target = path.join(config.root, post.file.path)
  const { text, conflicts } = await updateFile(
    await readFile(target, 'utf8'),
    post,
    {
      ...decision,
      content: live.content,
      base: decision.conflict.includes('content') ? await findBase(remote, baseHash, client) : undefined,
      excerpt: live.excerpt,
      values: valuesOf(remote, post.file.path, world, site),
      pulled: writePulled(notes),
    },
    world,
  )
  await writeFile(target, text)
  return { ...found, conflicts, action: conflicts === 0 ? 'updated' : 'conflict' }
}

/** Notes of the core block stand in post meta under ids that Markdown has no place for. */
function hasCoreNotes({ content }: RemotePost): boolean {
  return /<!-- wp:footnotes\b/.test(content)
}

function leaveNotes(remote: RemotePost, own: Comparison | undefined, config: Config): PulledFile {
  const fields = own === undefined ? [] : [...own.decision.drift, ...own.decision.conflict]
  const path = own?.item.post.file.path ?? placeOf(remote, config).path
  const action = own?.marker !== undefined && fields.length === 0 ? 'same' : 'notes'
  return { path, slug: remote.slug, id: remote.id, fields, conflicts: 0, action }
}

/** The content that was last published, from the revisions that the site keeps. */
async function findBase(
  { id }: RemotePost,
  baseHash: string | undefined,
  client: Client,
): Promise<string | undefined> {
  const contents = (await client.listRevisions(id)).map(({ content }) => removeMarker(content))
  return contents.find((content) => hashField(content) === baseHash)
}

function valuesOf(
  remote: RemotePost,
  file: string,
  world: PullWorld,
  site: SiteState,
): Map<FieldName, FrontMatterValue> {
  const { categories, tags } = termsOf(remote, site)
  return new Map<FieldName, FrontMatterValue>([
    ['title', remote.title],
    ['excerpt', remote.excerpt.trim()],
    ['slug', remote.slug],
    ['status', remote.status],
    ['date', writeDate(remote.date)],
    ['categories', categories.map(({ name }) => name)],
    ['tags', tags.map(({ name }) => name)],
    ['featuredMedia', featuredPath(remote, file, world)],
    ['author', String(remote.author)],
    ['sticky', String(remote.sticky)],
    ['commentStatus', remote.commentStatus],
    ['format', remote.format],
  ])
}

function termsOf(remote: RemotePost, { terms }: SiteState) {
  const named = (taxonomy: string, ids: readonly number[]) =>
    ids.flatMap((id) => terms.filter((term) => term.taxonomy === taxonomy && term.id === id))
  return { categories: named('category', remote.categories), tags: named('post_tag', remote.tags) }
}

function featuredPath(
  { featuredMedia }: RemotePost,
  file: string,
  { pictures }: PullWorld,
): string | undefined {
  const picture = pictures.find(({ attachment }) => attachment.id === featuredMedia)
  return picture === undefined ? undefined : path.posix.relative(path.posix.dirname(file), picture.media.path)
}
