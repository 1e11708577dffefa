import type { RemotePost } from '../site/types.ts'
import { hashField, hashFields } from './fields.ts'
import type { Marker } from './marker.ts'
import { withoutNumber } from './numbered-slug.ts'
import { isSkeleton } from './skeleton.ts'

/** What a draft has until it is completed, in the fields that are not sent along with it. */
const UNSENT = hashFields({ excerpt: '', tags: [], featuredMedia: 0 })

/**
 * What is known of a post's last publication. A draft that was never completed had nothing in the fields that are
 * written later, so what stands there was given by somebody; and its slug does not count where WordPress gave it
 * another one, since something had the wanted one.
 */
export function lastPublished(key: string, remote: RemotePost, marker: Marker | undefined): Marker {
  if (marker === undefined) return { key, base: {}, stored: {} }
  if (!isSkeleton(remote)) return marker
  const base = { ...UNSENT, ...marker.base }
  if (!isRenamed(remote, marker)) return { ...marker, base }
  const { slug: _, ...others } = base
  return { ...marker, base: others }
}

/** Whether a slug is the published one with a number. */
function isRenamed({ slug }: RemotePost, { base }: Marker): boolean {
  const { stem, isCut } = withoutNumber(slug)
  return hashField('slug', stem) === base.slug || isCut
}
