import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import type { Post } from '../posts/post.ts'
import type { RenderedPost } from '../render/types.ts'
import type { RemotePost } from '../site/types.ts'
import { htmlToText } from '../standards/html-to-text.ts'
import { findRenames } from './find-renames.ts'
import { type FaultyArticle, NOTHING_ELSE, type RestOfFolder } from './folder.ts'
import type { Identity } from './identity.ts'
import type { Marker } from './marker.ts'
import { listOrphans } from './orphans.ts'
import { isOtherFolders } from './other-folder.ts'
import type { SiteState } from './types.ts'

interface IdentifyOptions {
  /** `name` of the configuration, which the keys of this folder begin with. */
  readonly name: string | undefined
  /** Whether an article whose post was deleted for good is a new one. @default false */
  readonly adopt?: boolean
  /** @default nothing else */
  readonly folder?: RestOfFolder
}

/** What tells one article from another. */
type Named = Pick<FaultyArticle, 'key' | 'path' | 'id'>

/**
 * Finds each article's post by its id in front matter (on the configured site only), then by the source
 * marker in the content, then by its slug, and then by its texts, where it is a file under a new name. Pure.
 */
export function identifyPosts(
  rendered: readonly RenderedPost[],
  site: SiteState,
  { name, adopt = false, folder = NOTHING_ELSE }: IdentifyOptions,
): ReadonlyMap<string, Identity> {
  const found = indexSite(site)
  const articles = new Map<string, Named>([
    ...rendered.map(({ post }) => [post.key, { ...post, path: post.file.path }] as const),
    ...folder.faulty.map((article) => [article.key, article] as const),
  ])
  const identities = new Map<string, Identity>()
  for (const item of rendered) identities.set(item.post.key, identify(item, site, found, articles))
  for (const item of folder.faulty) identities.set(item.key, identifyFaulty(item, site, found, articles))
  const faulty = new Set(folder.faulty.map(({ key }) => key))
  const copied = copiedIds(rendered, site, identities, articles, faulty)
  for (const [key, other] of copied) identities.set(key, other)

  const fresh = rendered.filter(({ post }) => identities.get(post.key)?.kind === 'new')
  const orphans = fresh.length === 0 ? [] : listOrphans(articles.keys(), site, identities, name, folder)
  for (const [key, identity] of findRenames(fresh, orphans)) identities.set(key, identity)
  for (const { post } of fresh) {
    const error = identities.get(post.key)?.kind === 'new' ? lostPost(post, site) : undefined
    const isAdopted = adopt && site.kinds.get(site.remembered.get(post.key)?.id ?? 0) !== 'post'
    if (error !== undefined && !isAdopted) identities.set(post.key, { kind: 'refused', error })
  }
  return identities
}

/** Posts by what an article can be found by. */
interface KnownPosts {
  readonly byId: ReadonlyMap<number, RemotePost>
  readonly byKey: ReadonlyMap<string, RemotePost>
  readonly bySlug: ReadonlyMap<string, RemotePost>
  /** Posts of others that were public once, by the key in their marker. */
  readonly foreign: ReadonlyMap<string, RemotePost>
}

function indexSite({ posts, markers, strangers }: SiteState): KnownPosts {
  // Of two with one slug, which takes a draft, the lower id counts and must be set last.
  const sorted = posts.toSorted((a, b) => b.id - a.id)
  const foreign = strangers.filter(
    // Whoever may only write drafts can name any article in them.
    ({ reason, remote: { status } }) =>
      reason === 'author' && !['draft', 'pending', 'trash'].includes(status),
  )
  return {
    byId: new Map(sorted.map((remote) => [remote.id, remote])),
    byKey: new Map(sorted.flatMap((remote) => keyed(remote, markers.get(remote.id)))),
    bySlug: new Map(sorted.flatMap((remote) => (remote.status === 'trash' ? [] : [[remote.slug, remote]]))),
    foreign: new Map(foreign.map(({ marker, remote }) => [marker.key, remote])),
  }
}

function keyed(remote: RemotePost, marker: Marker | undefined): [string, RemotePost][] {
  return marker === undefined ? [] : [[marker.key, remote]]
}

function identify(
  item: RenderedPost,
  site: SiteState,
  { byId, byKey, bySlug, foreign }: KnownPosts,
  articles: ReadonlyMap<string, Named>,
): Identity {
  const { post } = item
  const isNamed = site.isConfiguredSite && post.id !== undefined
  const named = isNamed ? byId.get(post.id) : undefined
  if (isNamed && named === undefined) return { kind: 'refused', error: noSuchPost(post, site) }
  const marked = byKey.get(post.key)
  const known = byId.get(site.remembered.get(post.key)?.id ?? 0)
  const remote = named ?? marked ?? foreign.get(post.key) ?? bySlug.get(post.slug) ?? known
  if (remote === undefined) return { kind: 'new' }
  const marker = site.markers.get(remote.id)
  if (marker === undefined) {
    const stranger = site.strangers.find((other) => other.remote.id === remote.id)
    const isForeign = stranger?.reason === 'author' && stranger.marker.key === post.key
    return { kind: isForeign ? 'foreign' : 'unmanaged', remote }
  }
  // A marker of a file that is gone means that the file was renamed.
  const isOther = remote !== named && marker.key !== post.key && articles.has(marker.key)
  if (isOther) return { kind: 'taken', remote }
  if (remote === marked && remote !== named && isOtherFolders(item, remote, marker)) {
    return { kind: 'refused', error: otherFolder(post, remote) }
  }
  return { kind: 'ours', remote, marker }
}

/** The post of an article that is not written: its texts tell nothing, but others link to it, and its post is its own. */
function identifyFaulty(
  { key, slug, id }: FaultyArticle,
  site: SiteState,
  { byId, byKey, bySlug }: KnownPosts,
  articles: ReadonlyMap<string, Named>,
): Identity {
  const named = site.isConfiguredSite && id !== undefined ? byId.get(id) : undefined
  const remote = named ?? byKey.get(key) ?? bySlug.get(slug)
  if (remote === undefined) return { kind: 'new' }
  const marker = site.markers.get(remote.id)
  if (marker === undefined) return { kind: 'unmanaged', remote }
  const isOther = marker.key !== key && articles.has(marker.key)
  return isOther ? { kind: 'taken', remote } : { kind: 'ours', remote, marker }
}

/**
 * Articles with the id of a post that was published from another file, which is still here: neither of the two is
 * written. Two articles with ids of their own may have exchanged their names: then the ids tell.
 */
function copiedIds(
  rendered: readonly RenderedPost[],
  { isConfiguredSite, markers }: SiteState,
  identities: ReadonlyMap<string, Identity>,
  articles: ReadonlyMap<string, Named>,
  faulty: ReadonlySet<string>,
): ReadonlyMap<string, Identity> {
  const refused = new Map<string, Identity>()
  for (const { post } of rendered) {
    const identity = identities.get(post.key)
    if (!isConfiguredSite || post.id === undefined || identity?.kind !== 'ours') continue
    const marker = markers.get(identity.remote.id)
    const other = marker === undefined || marker.key === post.key ? undefined : articles.get(marker.key)
    if (other === undefined || (other.id ?? post.id) !== post.id) continue
    const error = copiedId({ path: post.file.path, id: post.id }, other)
    refused.set(post.key, { kind: 'refused', error })
    // One with an error is not written anyhow, and the post is its own.
    if (!faulty.has(other.key)) refused.set(other.key, { kind: 'refused', error })
  }
  return refused
}

function copiedId(post: { readonly path: string; readonly id: number }, other: Named): UserError {
  return new UserError(
    say`${post.path} has the id ${post.id}, but that post was published from ${other.path}.`,
    {
      advice: say`Where ${post.path} is a copy, remove its "id". Where it is the old ${other.path} under a new name, give the file that now has the old name another one.`,
      exitCode: ExitCode.content,
    },
  )
}

function noSuchPost({ file, id = 0 }: Post, { url, kinds }: SiteState): UserError {
  const kind = kinds.get(id)
  const message =
    kind === 'post'
      ? say`${file.path} has the id ${id}, of which the login may not read the post.`
      : kind === undefined || kind === 'none'
        ? say`${file.path} has the id ${id}, which ${url} does not have.`
        : say`${file.path} has the id ${id}, which on ${url} is of the type "${kind}", not a post.`
  return new UserError(message, {
    advice: say`Correct or remove "id" in its front matter; without it a new post is made.`,
    exitCode: ExitCode.content,
  })
}

function otherFolder({ file, key }: Post, { id, link, title }: RemotePost): UserError {
  return new UserError(
    say`${file.path} has nothing in common with post ${id} (${link}, "${htmlToText(title)}"), which was published from "${key}".`,
    {
      advice: say`Where that file lies in another folder, give this one a "name" in wp.config.json, so that their files are told apart. Where the article was written anew, say so by "id: ${id}" in its front matter.`,
      exitCode: ExitCode.content,
    },
  )
}

/** What became of a post that this machine remembers and that cannot be read. */
function lostPost(post: Post, { url, remembered, kinds }: SiteState): UserError | undefined {
  const known = remembered.get(post.key)
  // With another slug it is another article under an old name.
  if (known === undefined || known.slug !== post.slug) return undefined
  const { path } = post.file
  if (kinds.get(known.id) === 'post') {
    return new UserError(say`${path} was published as post ${known.id}, which the login may not read.`, {
      advice: say`Use the login that published it, or one that may edit the posts of others.`,
      exitCode: ExitCode.stopped,
    })
  }
  return new UserError(say`${path} was published as post ${known.id}, which ${url} has no more.`, {
    advice: say`It was deleted for good there. To publish it again as a new post, use --adopt or give it another slug; otherwise remove the file.`,
    exitCode: ExitCode.stopped,
  })
}
