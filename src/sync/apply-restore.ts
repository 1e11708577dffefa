import { ExitCode, UserError } from '../errors.ts'
import type { Site } from '../site/site.ts'
import type { PostFields, RemotePost } from '../site/types.ts'
import { keepMarker } from './lost-markers.ts'
import { readMarker, writeMarker } from './marker.ts'

/** The texts of an older revision, to be written back into its post. */
export interface Restore {
  /** The post as it was when the revision was chosen. */
  readonly before: RemotePost
  /** Those texts that differ; the content without its marker. */
  readonly fields: PostFields
}

/**
 * Writes the texts of a revision back. The source marker stays that of what was last published, so the next plan
 * takes what was restored for an edit on the site, and leaves it alone.
 *
 * @throws UserError (stopped) where somebody edited the post meanwhile
 */
export async function applyRestore({ before, fields }: Restore, client: Site): Promise<RemotePost> {
  const now = keepMarker(before, await client.readPost(before.id))
  if (now.modifiedGmt !== before.modifiedGmt || now.content !== before.content) {
    throw new UserError(`"${before.slug}" was edited on the site while this run was going on.`, {
      advice: 'Run the command again; it compares anew.',
      exitCode: ExitCode.stopped,
    })
  }
  const marker = readMarker(now.content)
  const { content } = fields
  if (content === undefined || marker === undefined) return await client.updatePost(before.id, fields)
  return await client.updatePost(before.id, { ...fields, content: writeMarker(content, marker) })
}
