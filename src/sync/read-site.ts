import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Site } from '../site/site.ts'
import type { Attachment, PostKind, RemotePost } from '../site/types.ts'
import { inTurns } from '../standards/in-turns.ts'
import { sameSite } from '../standards/same-site.ts'
import { findAttachments } from './find-attachments.ts'
import { NOTHING_ELSE, type RestOfFolder } from './folder.ts'
import { mediaSlug } from './media-slug.ts'
import { type Publishers, settleOwnership } from './ownership.ts'
import { type ReadAhead, readAhead } from './read-ahead.ts'
import { readLibrary } from './read-library.ts'
import { readMarkers } from './read-markers.ts'
import { readRemembered } from './remembered.ts'
import { assertTimezone } from './site-timezone.ts'
import type { SiteState } from './types.ts'

/**
 * Reads from the site what planning needs, and nothing else: who we are, terms, pictures, and the posts that
 * the articles could be, those with errors included.
 *
 * @param ahead what of it has been asked for already
 * @throws SiteError where the site cannot be reached
 * @throws UserError (usage) where the site's time zone is not the configured one
 */
export async function readSite(
  client: Site,
  rendered: readonly RenderedPost[],
  config: Config,
  { faulty }: Pick<RestOfFolder, 'faulty'> = NOTHING_ELSE,
  ahead: ReadAhead = readAhead(client),
): Promise<SiteState> {
  const { facts, user } = client
  assertTimezone(facts, config.site.timezone)
  const isConfiguredSite = sameSite(facts.home, config.site.url)

  const articles = [...rendered.map(({ post }) => post), ...faulty]
  const given = isConfiguredSite ? articles.flatMap(({ id }) => id ?? []) : []
  const remembered = readRemembered(config, client.url)
  const known = articles.flatMap(({ key }) => remembered.get(key)?.id ?? [])
  const ids = [...given, ...known]
  const names = new Set([...rendered.flatMap(({ post }) => post.author ?? []), ...config.publishers])
  const [categories, tags, { posts, meant }, media, users, library] = await Promise.all([
    ahead.categories,
    ahead.tags,
    readPosts(client, articles, ids, ahead),
    readMedia(client, rendered),
    readUsers(client, names),
    readLibrary(client, rendered),
  ])
  const publishers = publishersOf(rendered, users, config.publishers, user)
  const recalled = ahead.kept?.recalled
  const ownership = settleOwnership(posts, await readMarkers(posts, meant, client, recalled), publishers)
  const missing = new Set(
    rendered.flatMap((item) => item.media.map(({ sha256 }) => sha256)).filter((sha256) => !media.has(sha256)),
  )
  const shown = await findAttachments(client, rendered, missing, { posts, markers: ownership.markers })
  return {
    url: client.url,
    isConfiguredSite,
    user,
    terms: [...categories, ...tags],
    posts,
    ...ownership,
    publishers,
    kinds: await readKinds(client, { given, known }, posts),
    ...(recalled === undefined ? {} : { recalled }),
    remembered,
    media: new Map([...media, ...shown.media, ...library]),
    unread: shown.unread,
    authors: users,
    hasFootnotes: await hasFootnotes(client, rendered, posts),
    hasMath: rendered.some(({ withMath }) => withMath !== undefined) && (await client.hasBlock('core/math')),
  }
}

/**
 * The posts that the articles could be, each once: those with a marker, and those with their ids and slugs, which are also
 * told apart (`meant`). A slug or id that a post with a marker has is not asked for again: WordPress gives it to no other.
 */
async function readPosts(
  client: Site,
  articles: readonly { readonly slug: string }[],
  ids: readonly number[],
  ahead: Pick<ReadAhead, 'marked'>,
): Promise<{ readonly posts: readonly RemotePost[]; readonly meant: ReadonlySet<number> }> {
  const wanted = { ids: new Set(ids), slugs: new Set(articles.map(({ slug }) => slug)) }
  const marked = await ahead.marked
  const known = { ids: new Set(marked.map(({ id }) => id)), slugs: new Set(marked.map(({ slug }) => slug)) }
  const [named, numbered] = await Promise.all([
    client.listPostsBySlug([...wanted.slugs].filter((slug) => !known.slugs.has(slug))),
    client.listPostsById([...wanted.ids].filter((id) => !known.ids.has(id))),
  ])
  const meant = marked.filter(({ id, slug }) => wanted.ids.has(id) || wanted.slugs.has(slug))
  return {
    posts: [...new Map([...marked, ...named, ...numbered].map((post) => [post.id, post])).values()],
    meant: new Set([...meant, ...named, ...numbered].map(({ id }) => id)),
  }
}

/** A post says whether it can keep notes; on a site without posts of ours only the block does. */
async function hasFootnotes(
  client: Site,
  rendered: readonly RenderedPost[],
  posts: readonly RemotePost[],
): Promise<boolean> {
  if (posts.length > 0) return posts.some(({ footnotes }) => footnotes !== undefined)
  return rendered.some(({ core }) => core !== undefined) && (await client.hasBlock('core/footnotes'))
}

/** Requests at once: of a site that was taken back to an older state hundreds of posts may be gone. */
const AT_ONCE = 4

/** What stands on the site under ids that no list of posts has; of those that are only remembered, whether it is a post. */
async function readKinds(
  client: Site,
  { given, known }: { readonly given: readonly number[]; readonly known: readonly number[] },
  posts: readonly RemotePost[],
): Promise<ReadonlyMap<number, PostKind>> {
  const listed = new Set(posts.map(({ id }) => id))
  const named = new Set(given)
  const missing = [...new Set([...given, ...known])].filter((id) => !listed.has(id))
  const readKind = async (id: number): Promise<PostKind> => {
    if (named.has(id)) return await client.kindOfId(id)
    return (await client.hasPost(id)) ? 'post' : 'none'
  }
  return new Map(await inTurns(AT_ONCE, missing, async (id) => [id, await readKind(id)] as const))
}

async function readMedia(
  client: Site,
  rendered: readonly RenderedPost[],
): Promise<ReadonlyMap<string, Attachment>> {
  const hashes = [...new Set(rendered.flatMap(({ media }) => media.map(({ sha256 }) => sha256)))]
  const found = await client.listMediaBySlug(hashes.map(mediaSlug))
  // Of duplicates the lower id counts, which comes first and must be set last.
  const bySlug = new Map(found.toReversed().map((media) => [media.slug, media]))
  return new Map(
    hashes.flatMap((sha256) => {
      const media = bySlug.get(mediaSlug(sha256))
      return media === undefined ? [] : [[sha256, media] as const]
    }),
  )
}

async function readUsers(client: Site, names: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const name of names) {
    const id = await client.findAuthor(name)
    if (id !== undefined) found.set(name, id)
  }
  return found
}

/** @throws UserError (usage) where the site has no such user as the configuration names */
function publishersOf(
  rendered: readonly RenderedPost[],
  users: ReadonlyMap<string, number>,
  configured: readonly string[],
  user: SiteState['user'],
): Publishers {
  const everywhere = configured.map((name) => {
    const id = users.get(name)
    if (id !== undefined) return id
    throw new UserError(say`The site has no user "${name}", which "publishers" of wp.config.json names.`, {
      advice: say`Write login names or user ids there.`,
      exitCode: ExitCode.usage,
    })
  })
  const authors = rendered.flatMap(({ post: { key, author } }): [string, number][] => {
    const id = author === undefined ? undefined : users.get(author)
    return id === undefined ? [] : [[key, id]]
  })
  return { everywhere: new Set([user.id, ...everywhere]), authors: new Map(authors) }
}
