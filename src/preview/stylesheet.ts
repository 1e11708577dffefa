import path from 'node:path'
import type { Config } from '../config/types.ts'
import { ExitCode, UserError } from '../errors.ts'
import { readProjectFile } from '../files/read.ts'
import { say } from '../language/say.ts'

/**
 * Finds the style sheet of the author's theme, which is a file of the project and no link out of it.
 *
 * @returns its absolute path, or `undefined` where the configuration names none
 * @throws UserError (usage) where it is not there
 * @throws WriteError (usage) where it is a link, no file, or lies outside of the project
 */
export function findStylesheet({ root, preview: { stylesheet } }: Config): string | undefined {
  if (stylesheet === undefined) return undefined
  const name = path.posix.normalize(stylesheet)
  if (readProjectFile({ root }, name) === undefined) {
    throw new UserError(say`There is no style sheet at ${stylesheet}.`, {
      advice: say`Copy the style sheet of your theme into the project, and name that file in preview.stylesheet.`,
      exitCode: ExitCode.usage,
    })
  }
  return path.join(root, name)
}
