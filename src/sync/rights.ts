import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import type { RemoteUser } from '../site/types.ts'
import { CAPABILITIES, type Capability } from './changes/capabilities.ts'
import { type Change, kindOf } from './changes/registry.ts'

/**
 * Checks before anything is sent that the user may do what is asked for.
 *
 * @throws UserError (site) naming the right that is missing
 */
export function assertRights(changes: readonly Change[], user: RemoteUser): void {
  const needed = new Set(changes.flatMap((change) => kindOf(change).rights(change)))
  const all = Object.keys(CAPABILITIES) as Capability[]
  const missing = all.find((capability) => needed.has(capability) && !user.capabilities.has(capability))
  if (missing !== undefined) throw missingRight(missing, user)
}

/** What somebody without a right is told. */
export function missingRight(capability: Capability, user: Pick<RemoteUser, 'name'>): UserError {
  return new UserError(say`The user "${user.name}" may not ${CAPABILITIES[capability]}.`, {
    advice: say`Log in as a user with the right "${capability}": an Author or Editor has most, an Administrator all of them.`,
    exitCode: ExitCode.site,
  })
}
