import { FIELDS, type FieldName } from '../fields/registry.ts'
import { toLocalMinute } from '../posts/dates.ts'
import { fileNameOf } from '../site/file-name.ts'
import type { Site } from '../site/site.ts'
import type { RemotePost } from '../site/types.ts'
import { whereAllowed } from '../site/where-allowed.ts'
import type { Edit, Lookups } from './types.ts'

/** A post that somebody edited on the site. */
export interface EditedPost {
  readonly post: RemotePost
  /** What was edited there. */
  readonly fields: readonly FieldName[]
}

/**
 * Reads what only the report of a plan needs: who edited the posts that are left alone, and the file names of
 * pictures that no article has.
 *
 * @param timezone IANA name of the site's zone
 */
export async function readLookups(
  client: Site,
  needed: {
    readonly edited: readonly EditedPost[]
    readonly pictures: readonly number[]
    readonly users: readonly number[]
  },
  timezone: string,
): Promise<Lookups> {
  const edited = needed.edited.filter(({ post }) => post.modifiedGmt !== '')
  const [edits, pictures, users] = await Promise.all([
    Promise.all(edited.map(async (one) => [one.post.id, await readEdit(client, one, timezone)] as const)),
    client.listMediaById(needed.pictures),
    client.readUsers(needed.users),
  ])
  return {
    edits: new Map(edits),
    pictures: new Map(pictures.map(({ id, url }) => [id, fileNameOf(url)])),
    users: new Map([...users].map(([id, { slug }]) => [id, slug])),
  }
}

/**
 * WordPress records in the revision of that moment who saved one of the fields that make a revision. An edit of anything
 * else leaves no revision, and then nobody can say who it was.
 */
async function readEdit(client: Site, { post, fields }: EditedPost, timezone: string): Promise<Edit> {
  const at = toLocalMinute(post.modifiedGmt, timezone)
  // A revision of the same second would be somebody else's.
  if (!fields.some((name) => FIELDS[name].revision === 'makes')) return { by: undefined, at }
  const revisions = await whereAllowed(() => client.listRevisionFacts(post.id))
  const saved = revisions?.find(
    ({ isAutosave, modifiedGmt }) => !isAutosave && modifiedGmt === post.modifiedGmt,
  )
  const by = saved === undefined ? undefined : await whereAllowed(() => client.readUserName(saved.author))
  return { by, at }
}
