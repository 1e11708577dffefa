import type { RemotePost } from '../../site/types.ts'
import { keepMarker } from '../lost-markers.ts'
import { editedMeanwhile } from './errors.ts'
import type { Run } from './run.ts'

/** The post as it is now. WordPress has no conditional write, so it is read again right before it is written. */
export async function readAgain(before: RemotePost, { site }: Pick<Run, 'site'>): Promise<RemotePost> {
  return keepMarker(before, await site.readPost(before.id))
}

/** @throws UserError (stopped) where a post is no longer as it was when the plan was made */
export function assertUntouched(before: RemotePost, now: RemotePost): void {
  if (now.modifiedGmt !== before.modifiedGmt || now.content !== before.content) throw editedMeanwhile(before)
}
