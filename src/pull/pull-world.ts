import path from 'node:path'
import type { Config } from '../config/types.ts'
import { attachmentIds } from '../content/attachment-ids.ts'
import { portablePath } from '../files/portable-name.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost } from '../site/types.ts'
import type { Comparison } from '../sync/compare.ts'
import { finalPermalink } from '../sync/permalink.ts'
import type { SiteState } from '../sync/types.ts'
import type { PullWorld } from './make-context.ts'
import { pullPictures } from './pull-pictures.ts'

/** A post to be brought here, and the article that it is the post of. */
export interface Chosen {
  readonly remote: RemotePost
  readonly own: Comparison | undefined
}

/** What the chosen posts share: addresses of the articles here and to come, and the pictures of both sides. */
export async function readWorld(
  posts: readonly Chosen[],
  rendered: readonly RenderedPost[],
  here: readonly Comparison[],
  site: SiteState,
  client: Site,
  config: Config,
): Promise<PullWorld> {
  // A copy made in wp-admin would have the file of its original.
  const fresh = posts.filter(({ own }) => own === undefined)
  const coming = [
    ...new Map(fresh.toReversed().map((post) => [placeOf(post.remote, site, config).key, post])).values(),
  ].reverse()
  const addresses = [
    ...rendered.map(({ post }) => ({ key: post.key, path: post.file.path, slug: post.slug, id: post.id })),
    ...coming.map(({ remote }) => {
      const place = placeOf(remote, site, config)
      // A draft without a slug has that of its file.
      return { ...place, slug: remote.slug || path.posix.basename(place.path, '.md'), id: remote.id }
    }),
  ]
  const permalinks = new Map([
    ...here.map(({ item, remote }) => [item.post.key, finalPermalink(remote, remote.slug)] as const),
    ...coming.map(
      ({ remote }) => [placeOf(remote, site, config).key, finalPermalink(remote, remote.slug)] as const,
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
  return {
    config,
    addresses,
    permalinks,
    pictures: await pullPictures(shown, known, client, config),
    hasMath: await hasMath(posts, site, client, config),
  }
}

/** Where "auto" depends on it: a post without a dollar and a formula says the same either way. */
async function hasMath(
  posts: readonly Chosen[],
  site: SiteState,
  client: Site,
  { math }: Config,
): Promise<boolean> {
  if (math !== 'auto' || site.hasMath === true) return site.hasMath === true
  const isConcerned = posts.some(({ remote }) => /\$|<math\b/.test(remote.content))
  return isConcerned && (await client.hasBlock('core/math'))
}

/**
 * The key and path of the article that a post is brought into: the one it came from, or one named by its slug. Whoever may
 * write drafts chooses both, so what is no plain name everywhere gives way to the post's id.
 */
export function placeOf(
  remote: RemotePost,
  { markers }: Pick<SiteState, 'markers'>,
  config: Config,
): { key: string; path: string } {
  const marker = markers.get(remote.id)
  const prefix = config.name === undefined ? '' : `${config.name}/`
  const own = marker?.key.startsWith(prefix) === true ? marker.key.slice(prefix.length) : undefined
  const name =
    (own === undefined ? undefined : portablePath(own)) ??
    (remote.slug.includes('/') ? undefined : portablePath(remote.slug)) ??
    `post-${remote.id}`
  return { key: prefix + name, path: path.posix.join(config.posts, `${name}.md`) }
}
