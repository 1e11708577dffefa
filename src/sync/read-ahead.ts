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
    marked: client.searchPosts(MARKER_WORD, kept?.isThere === true ? (id) => kept.find(id) : undefined),
    kept,
  }
  for (const reading of [ahead.categories, ahead.tags, ahead.marked]) reading.catch(() => undefined)
  return ahead
}
