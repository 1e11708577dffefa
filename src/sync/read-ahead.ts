import type { Config } from '../config/types.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost, RemoteTerm } from '../site/types.ts'
import { KeptPosts } from './kept-posts.ts'
import { MARKER_WORD } from './marker.ts'

/** What planning needs of a site whichever articles there are, being read. */
export interface ReadAhead {
  readonly categories: Promise<readonly RemoteTerm[]>
  readonly tags: Promise<readonly RemoteTerm[]>
  /** The posts with a marker. */
  readonly marked: Promise<readonly RemotePost[]>
  /** What is kept of posts for the next run; absent where nothing is to be. */
  readonly kept: KeptPosts | undefined
}

/**
 * Begins to read it; that somebody waits for it is not needed, and what fails is told to whoever does.
 *
 * @param project whose earlier runs may tell of posts that nobody saved since; `undefined`: all are read
 */
export function readAhead(client: Site, project?: Config): ReadAhead {
  const kept = project === undefined ? undefined : new KeptPosts(project, client)
  const ahead: ReadAhead = {
    categories: client.listTerms('category'),
    tags: client.listTerms('post_tag'),
    marked: client.searchPosts(MARKER_WORD, kept?.isThere === true ? kept : undefined),
    kept,
  }
  for (const reading of [ahead.categories, ahead.tags, ahead.marked]) reading.catch(() => undefined)
  return ahead
}

/**
 * The same, of which posts are read whole whose contents planning has asked for, or that the plan does not leave as they are:
 * what is kept of them may be wrong, since plugins add to contents without saving them, and other programs write into the
 * database.
 *
 * @param concerned what the plan says anything else of than that it is unchanged
 * @returns `undefined` where all of them have been read whole
 */
export async function readConcerned(
  ahead: ReadAhead,
  concerned: readonly RemotePost[],
  client: Site,
): Promise<ReadAhead | undefined> {
  const { kept } = ahead
  if (kept === undefined) return undefined
  const meant = new Set([...kept.asked, ...concerned.map(({ id }) => id)])
  const ids = [...meant].filter((id) => kept.recalled.has(id))
  if (ids.length === 0) return undefined
  kept.forget(ids)
  const [marked, read] = await Promise.all([ahead.marked, client.listPostsById(ids)])
  const fresh = new Map(read.map((post) => [post.id, post]))
  const without = new Set(ids.filter((id) => !fresh.has(id)))
  const now = marked.filter(({ id }) => !without.has(id)).map((post) => fresh.get(post.id) ?? post)
  return { ...ahead, marked: Promise.resolve(now) }
}
