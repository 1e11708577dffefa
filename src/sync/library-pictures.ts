import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { isWebAddress } from '../posts/library-picture.ts'
import type { StateView } from './resolve.ts'

/** Whether a picture of the media library is not there; another site than that of the address is no place to look for it. */
export function isAbsent(picture: string, known: StateView, isConfiguredSite: boolean): boolean {
  return isConfiguredSite && isWebAddress(picture) && known.media(picture) === undefined
}

export function unknownPicture(at: string, address: string): UserError {
  return new UserError(say`${at}: the media library of the site has no picture ${address}.`, {
    advice: say`Copy the address in wp-admin > Media, or name a file of the project.`,
    exitCode: ExitCode.content,
  })
}
