import { FIELD_NAMES } from '../../fields/registry.ts'
import type { RemotePost } from '../../site/types.ts'
import { hashFields, hasTurned, liveFields } from '../fields.ts'
import { editedMeanwhile } from './errors.ts'
import type { Run } from './run.ts'

/** The post as it is now. WordPress has no conditional write, so it is read again right before it is written. */
export async function readAgain(before: RemotePost, { site }: Pick<Run, 'site'>): Promise<RemotePost> {
  return await site.readPost(before.id)
}

/** @throws UserError (stopped) where a post is no longer as it was when it was read before */
export function assertUntouched(before: RemotePost, now: RemotePost): void {
  if (!isUntouched(before, now)) throw editedMeanwhile(before)
}

/** Whether nobody saved a post since; WordPress dates by the second, so every field is compared, too. */
export function isUntouched(before: RemotePost, now: RemotePost): boolean {
  if (now.modifiedGmt !== before.modifiedGmt || now.content !== before.content) return false
  const [live, known] = [liveFields(now), liveFields(before)]
  const [found, expected] = [hashFields(live), hashFields(known)]
  return FIELD_NAMES.every((name) => {
    return found[name] === expected[name] || hasTurned(name, known[name], live[name])
  })
}
