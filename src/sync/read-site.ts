import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import type { RenderedPost } from '../render/types.ts'
import type { Site } from '../site/site.ts'
import type { Attachment, RemotePost, SiteFacts } from '../site/types.ts'
import { findAttachments } from './find-attachments.ts'
import { recoverMarkers } from './lost-markers.ts'
import { MARKER_WORD } from './marker.ts'
import { mediaSlug } from './media-slug.ts'
import type { SiteState } from './types.ts'

/**
 * Reads from the site what planning needs, and nothing else: who we are, terms, pictures, and the posts that
 * the articles could be.
 *
 * @throws SiteError where the site cannot be reached
 * @throws UserError (usage) where the site's time zone is not the configured one
 */
export async function readSite(
  client: Site,
  rendered: readonly RenderedPost[],
  config: Config,
): Promise<SiteState> {
  const { facts, user } = client
  assertTimezone(facts, config.site.timezone)
  const isConfiguredSite = sameSite(facts.home, config.site.url)

  const ids = rendered.flatMap(({ post }) => (post.id === undefined ? [] : [post.id]))
  const slugs = rendered.map(({ post }) => post.slug)
  const names = new Set(rendered.flatMap(({ post }) => post.author ?? []))
  const [categories, tags, marked, named, numbered, media, authors] = await Promise.all([
    client.listTerms('category'),
    client.listTerms('post_tag'),
    client.searchPosts(MARKER_WORD),
    client.listPostsBySlug(slugs),
    isConfiguredSite ? client.listPostsById(ids) : [],
    readMedia(client, rendered),
    readAuthors(client, names),
  ])
  const posts = byId([...marked, ...named, ...numbered])
  // The site finds what an article names without its marker, too.
  const meant = byId([...named, ...numbered])
  for (const post of await recoverMarkers([...meant.values()], client)) posts.set(post.id, post)
  const missing = new Set(
    rendered.flatMap((item) => item.media.map(({ sha256 }) => sha256)).filter((sha256) => !media.has(sha256)),
  )
  const shown = await findAttachments(client, rendered, missing, [...posts.values()])
  return {
    url: client.url,
    isConfiguredSite,
    user,
    terms: [...categories, ...tags],
    posts: [...posts.values()],
    media: new Map([...media, ...shown]),
    authors,
    hasFootnotes: await hasFootnotes(client, rendered, [...posts.values()]),
  }
}

function byId(posts: readonly RemotePost[]): Map<number, RemotePost> {
  return new Map(posts.map((post) => [post.id, post]))
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

async function readAuthors(client: Site, names: ReadonlySet<string>): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>()
  for (const name of names) {
    const id = await client.findAuthor(name)
    if (id === undefined) {
      throw new UserError(`The site has no user "${name}".`, {
        advice: 'Correct "author" in the front matter: it is a login name or a user id.',
        exitCode: ExitCode.content,
      })
    }
    found.set(name, id)
  }
  return found
}

/** A site that runs in another zone would publish every article at another hour than its author wrote. */
function assertTimezone(facts: SiteFacts, timezone: string): void {
  if (facts.timezone === timezone) return
  const offsets = [facts.gmtOffset, ...offsetsOf(timezone)]
  if (facts.timezone === '' && offsets.every((offset) => offset === offsets[0])) return
  const shown =
    facts.timezone === '' ? `UTC${facts.gmtOffset >= 0 ? '+' : ''}${facts.gmtOffset}` : facts.timezone
  throw new UserError(`The site's time zone is ${shown}, wp.config.json says ${timezone}.`, {
    advice: `Set site.timezone in wp.config.json, or the zone in wp-admin > Settings > General; every date would shift otherwise.`,
    exitCode: ExitCode.usage,
  })
}

/** Hours east of UTC in January and in July, which differ where there is summer time. */
function offsetsOf(timezone: string): number[] {
  return [0, 6].map((month) => {
    const parts = new Intl.DateTimeFormat('en', {
      timeZone: timezone,
      timeZoneName: 'longOffset',
    }).formatToParts(new Date(Date.UTC(2026, month, 15)))
    const [, sign = '+', hours = '0', minutes = '0'] =
      /GMT([+-])(\d+):(\d+)/.exec(parts.find(({ type }) => type === 'timeZoneName')?.value ?? '') ?? []
    return Number(`${sign}1`) * (Number(hours) + Number(minutes) / 60)
  })
}

function sameSite(a: string, b: string): boolean {
  const bare = (text: string): string => text.replace(/^https?:\/\/(www\.)?/, '').replace(/\/+$/, '')
  return bare(a) === bare(b)
}
