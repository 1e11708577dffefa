import { ExitCode, UserError } from '../errors.ts'
import { commandLine } from '../installation.ts'
import type { FaultyArticle } from './folder.ts'
import { type Identity, remoteOf } from './identity.ts'
import { isPublicStatus } from './public-status.ts'
import type { Refused } from './types.ts'

/**
 * The articles of a run that have an error. An unfinished draft is no failure of the run, unless readers see the post that
 * it is to take off the site.
 */
export function refuseFaulty(
  faulty: readonly FaultyArticle[],
  identities: ReadonlyMap<string, Identity>,
  selected: ReadonlySet<string>,
): Refused[] {
  return faulty
    .filter(({ key }) => selected.has(key))
    .map(({ key, path, slug, isDraft, errors }) => {
      const remote = remoteOf(identities.get(key))
      const left = remote === undefined ? '' : ' Its post stays as it is on the site.'
      return {
        key,
        path,
        slug,
        ...(remote === undefined ? {} : { id: remote.id }),
        isExpected: isDraft && !isPublicStatus(remote?.status),
        error: new UserError(
          `${path} has ${errors === 1 ? 'an error' : `${errors} errors`}, so it is held back.${left}`,
          {
            advice: `${commandLine('check')} says what is wrong.`,
            exitCode: ExitCode.content,
          },
        ),
      }
    })
}
