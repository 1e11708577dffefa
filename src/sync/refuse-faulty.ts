import { ExitCode, UserError } from '../errors.ts'
import { commandLine } from '../installation.ts'
import { count } from '../language/count.ts'
import { say } from '../language/say.ts'
import { joinSentences } from '../language/sentences.ts'
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
      const left = remote === undefined ? '' : say`Its post stays as it is on the site.`
      return {
        key,
        path,
        slug,
        ...(remote === undefined ? {} : { id: remote.id }),
        isExpected: isDraft && !isPublicStatus(remote?.status),
        error: new UserError(
          joinSentences(
            errors === 1
              ? say`${path} has an error, so it is held back.`
              : say`${path} has ${count(errors, 'error')}, so it is held back.`,
            left,
          ),
          {
            advice: say`${commandLine('check')} says what is wrong.`,
            exitCode: ExitCode.content,
          },
        ),
      }
    })
}
