import type { Site } from '../../site/site.ts'
import type { RemotePost } from '../../site/types.ts'
import { hashFields } from '../fields.ts'
import { type Marker, removeMarker, writeMarker } from '../marker.ts'
import type { DesiredPost } from '../types.ts'
import { slugTaken } from './errors.ts'
import { updateOnce } from './update-once.ts'

/**
 * Gives a post its slug before anything else is written: where something else has that, WordPress renames it to
 * `slug-2`, and then the post gets back the one that it had, so that it never stands at an address of which nobody knows.
 *
 * @returns the post as the site has it then
 * @throws UserError (partial) where the slug is taken
 */
export async function moveSlug(
  before: RemotePost,
  after: Pick<DesiredPost, 'slug'>,
  site: Site,
): Promise<RemotePost> {
  if (before.slug === after.slug) return before
  const moved = await updateOnce(before, { slug: after.slug }, site)
  if (moved.slug === after.slug) return moved
  if (moved.slug !== before.slug) await updateOnce(moved, { slug: before.slug }, site)
  throw slugTaken(after, moved.slug)
}

/**
 * Takes a post off the address that WordPress chose for it when it went public, since something else had taken its
 * slug meanwhile: it is as hidden as before again.
 *
 * @param marker what was written into it, which is right for everything but the status
 * @returns the error to throw
 */
export async function takeBack(
  stored: RemotePost,
  before: RemotePost,
  after: Pick<DesiredPost, 'slug'>,
  marker: Marker,
  site: Site,
): Promise<Error> {
  const { slug } = before
  const status = before.status === 'trash' ? 'draft' : before.status
  // Without a base for the slug the next run asks for it again.
  const { slug: _, ...others } = marker.base
  const base = { ...others, ...hashFields({ status }) }
  const content = writeMarker(removeMarker(stored.content), { ...marker, base, at: site.clock() })
  await updateOnce(stored, { slug, status, content }, site)
  return slugTaken(after, stored.slug)
}
