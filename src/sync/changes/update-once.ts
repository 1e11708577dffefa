import { FIELD_NAMES, FIELDS } from '../../fields/registry.ts'
import type { Site } from '../../site/site.ts'
import type { PostFields, RemotePost } from '../../site/types.ts'
import { whereAllowed } from '../../site/where-allowed.ts'
import { hashFields, liveFields } from '../fields.ts'
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
      if (await holds(now, fields, site)) return now
      if (isUntouched(before, await readAgain(before, { site }))) return undefined
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

/** Whether a post has what was sent, so that the write was carried out although its answer was lost. */
async function holds(now: RemotePost, sent: PostFields, site: Site): Promise<boolean> {
  const live = hashFields({ ...liveFields(now), content: now.content })
  const wanted = hashFields(sent)
  const other = FIELD_NAMES.filter((name) => wanted[name] !== undefined && wanted[name] !== live[name])
  if (other.length === 0) return true
  const isFiltered = !site.user.capabilities.has('unfiltered_html')
  if (!isFiltered || other.some((name) => !FIELDS[name].isFiltered)) return false
  // What the filter made of the texts is not known, but whose write it was.
  const revisions = await whereAllowed(() => site.listRevisionFacts(now.id))
  const newest = revisions?.find(({ isAutosave }) => !isAutosave)
  return newest?.author === site.user.id && newest.modifiedGmt === now.modifiedGmt
}
