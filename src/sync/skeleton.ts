import { withoutAdditions } from '../content/additions/without-additions.ts'
import { writeBlock } from '../content/block-delimiters.ts'
import type { RemotePost } from '../site/types.ts'
import { removeMarker } from './marker.ts'

/** What a new draft holds until it is completed: nothing but the marker by which the next run finds it. */
export const SKELETON = writeBlock('paragraph', {}, '<p></p>')

/** Whether a post of ours was never completed. */
export function isSkeleton({ content }: Pick<RemotePost, 'content'>): boolean {
  return withoutAdditions(removeMarker(content)) === SKELETON
}
