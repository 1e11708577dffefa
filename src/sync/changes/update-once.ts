import { isDeepStrictEqual } from 'node:util'
import { REVISED_FIELDS } from '../../fields/groups.ts'
import { FIELD_NAMES, FIELDS } from '../../fields/registry.ts'
import type { Site } from '../../site/site.ts'
import type { PostFields, RemotePost, Revision } from '../../site/types.ts'
import { whereAllowed } from '../../site/where-allowed.ts'
import { hashField, hashFields, hasTurned, liveFields } from '../fields.ts'
import { MARKER_WORD, readMarker } from '../marker.ts'
import { editedMeanwhile } from './errors.ts'
import { isUntouched, readAgain } from './untouched.ts'
import { writeOnce } from './write-once.ts'

/**
 * Writes fields of a post. Before a write is sent again whose answer was lost or refused, the post is read: what
 * somebody saved in the pause is never written over.
 *
 * @param before the post as it was read right before
 * @returns the post as the site has it then
 * @throws UserError (stopped) where somebody saved the post in the pause
 */
export async function updateOnce(before: RemotePost, fields: PostFields, site: Site): Promise<RemotePost> {
  return await writeOnce(
    site,
    () => site.updatePost(before.id, fields),
    async () => {
      const now = await site.readPost(before.id)
      if (isUntouched(before, now)) return undefined
      if (await isCarriedOut(now, fields, site)) return now
      throw editedMeanwhile(before)
    },
  )
}

/** Moves a post to the trash; what somebody restored or saved in the pause before a repetition stays. */
export async function trashOnce(before: RemotePost, site: Site): Promise<void> {
  await writeOnce(
    site,
    async () => {
      await site.trashPost(before.id)
      return true
    },
    async () => {
      const now = await readAgain(before, { site })
      if (now.status === 'trash') return true
      if (isUntouched(before, now)) return undefined
      throw editedMeanwhile(before)
    },
  )
}

/**
 * Whether the site carried out a write whose answer was lost, and nobody saved the post since. A text may be stored
 * otherwise than it was sent; then the one revision that carries the marker of this very write tells how, as long as
 * the post still is as that.
 */
async function isCarriedOut(now: RemotePost, sent: PostFields, site: Site): Promise<boolean> {
  const live = hashFields({ ...liveFields(now), content: now.content })
  const wanted = hashFields(sent)
  const other = FIELD_NAMES.filter((name) => {
    if (wanted[name] === undefined || wanted[name] === live[name]) return false
    return !hasTurned(name, sent[name], liveFields(now)[name])
  })
  if (other.length === 0) return true
  const marker = readMarker(sent.content ?? '')
  if (marker === undefined || other.some((name) => !FIELDS[name].isFiltered)) return false
  const revisions = (await whereAllowed(() => site.searchRevisions(now.id, MARKER_WORD))) ?? []
  const ours = revisions.filter(({ content }) => isDeepStrictEqual(readMarker(content), marker))
  return ours.length === 1 && ours.every((revision) => hasTextsOf(now, revision))
}

function hasTextsOf(post: RemotePost, revision: Revision): boolean {
  return REVISED_FIELDS.every((name) => {
    const kept = revision[name]
    // What plugins hook in is shown of posts and not of their revisions.
    return kept === undefined || hashField(name, kept) === hashField(name, post[name])
  })
}
