import { isDeepStrictEqual } from 'node:util'
import { FILTERED_FIELDS } from '../fields/groups.ts'
import type { FieldName } from '../fields/registry.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost, Revision } from '../site/types.ts'
import { whereAllowed } from '../site/where-allowed.ts'
import { inTurns } from '../standards/in-turns.ts'
import { hasHash, hashField, liveFields } from './fields.ts'
import type { Recalled } from './kept-posts.ts'
import { MARKER_WORD, type Marker, readMarker, removeMarker } from './marker.ts'

/** Requests at once; a plugin that saves every post after us would make hundreds. */
const AT_ONCE = 4

/** Milliseconds that a write of ours takes at most, on a patient host; a post that changed later was saved by somebody. */
const LONGEST_WRITE = 10_000

/**
 * Reads the marker of each post: what was last published into it.
 *
 * The one in its content is not always that. An edit in wp-admin may take it away, along with the block that carried
 * it, and under a WordPress whose editor does not know the attribute `metadata` yet (6.1) with anything that was saved
 * there; "Restore This Revision" brings an old one back; and of texts that WordPress filters the first revision tells
 * how they were stored. So where somebody may have saved a post since, its revisions are asked, the newest marker
 * among them counts, and the edit is drift. Where the site keeps no revisions, or lets the user read none, the marker
 * stays as the post has it.
 *
 * @param meant ids of posts that articles name without a marker
 * @param recalled posts of which the contents have not been read
 * @returns by the ids of the posts; those that have none are left out
 */
export async function readMarkers(
  posts: readonly RemotePost[],
  meant: ReadonlySet<number>,
  site: Pick<Site, 'searchRevisions'>,
  recalled: ReadonlyMap<number, Recalled> = new Map(),
): Promise<Map<number, Marker>> {
  const markerOf = (post: RemotePost): Marker | undefined =>
    (recalled.get(post.id) ?? { marker: readMarker(post.content) }).marker
  const own = new Map(posts.map((post) => [post.id, markerOf(post)]))
  const times = [...own.values()].flatMap((marker) => marker?.at ?? [])
  // Since then every marker of ours has a time.
  const [since] = times.sort()
  const isWorthIt = (post: RemotePost): boolean => {
    const marker = own.get(post.id)
    return marker === undefined
      ? meant.has(post.id)
      : isUncertain(marker, post) || wasSaved(marker, post, since)
  }
  const newest = await inTurns(
    AT_ONCE,
    posts.filter(isWorthIt),
    async (post) => [post.id, await newestMarker(post, own.get(post.id), site)] as const,
  )
  const found = [...new Map([...own, ...newest])]
  return new Map(found.flatMap(([id, marker]) => (marker === undefined ? [] : [[id, marker] as const])))
}

/** The marker of one post, as `readMarkers` reads it; its revisions are asked in any case. */
export async function newestMarker(
  post: RemotePost,
  own: Marker | undefined,
  site: Pick<Site, 'searchRevisions'>,
): Promise<Marker | undefined> {
  const revisions = (await whereAllowed(() => site.searchRevisions(post.id, MARKER_WORD))) ?? []
  const [newest] = newestFirst(own, revisions)
  return newest?.isUnchecked === true ? withStored(newest, revisions) : newest
}

/**
 * Every marker once, by its time. Of those of the same second, or without a time, the one that appeared last is the
 * newest: a restored one is in the post and in the youngest revision again, but in an older one as well.
 *
 * @param revisions the youngest first
 */
function newestFirst(own: Marker | undefined, revisions: readonly Revision[]): Marker[] {
  const kept = [own, ...revisions.map(({ content }) => readMarker(content))].filter(
    (marker) => marker !== undefined,
  )
  const appeared = kept.filter(
    (marker, index) => kept.findLastIndex((other) => isDeepStrictEqual(other, marker)) === index,
  )
  return appeared.toSorted((a, b) => ((a.at ?? '') < (b.at ?? '') ? 1 : (a.at ?? '') > (b.at ?? '') ? -1 : 0))
}

/** Whether somebody saved the post after the write that its marker tells of. */
function wasSaved({ at }: Marker, { modifiedGmt }: RemotePost, since: string | undefined): boolean {
  if (modifiedGmt === '') return false
  if (at === undefined) return since !== undefined && modifiedGmt > since
  return toTime(modifiedGmt) > toTime(at) + LONGEST_WRITE
}

function toTime(utc: string): number {
  return Date.parse(`${utc}Z`)
}

/** Whether a text differs from what was sent, and nobody noted whether WordPress or a person changed it. */
function isUncertain(marker: Marker, post: RemotePost): boolean {
  return marker.isUnchecked === true && listUnlike(marker, liveFields(post)).length > 0
}

function listUnlike(
  { base }: Marker,
  texts: Readonly<Partial<Record<FieldName, unknown>>>,
): (typeof FILTERED_FIELDS)[number][] {
  return FILTERED_FIELDS.filter((name) => {
    const text = texts[name]
    return base[name] !== undefined && typeof text === 'string' && !hasHash(name, text, base[name])
  })
}

/** The oldest revision with this very marker is how WordPress stored what was sent with it. */
function withStored(marker: Marker, revisions: readonly Revision[]): Marker {
  const first = revisions.findLast(({ content }) => isDeepStrictEqual(readMarker(content), marker))
  if (first === undefined) return marker
  const texts = { ...first, content: removeMarker(first.content) }
  const stored = listUnlike(marker, texts).map((name) => [name, hashField(name, texts[name] ?? '')])
  return { ...marker, stored: { ...marker.stored, ...Object.fromEntries(stored) } }
}
