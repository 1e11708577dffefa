import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { findNoncharacter } from '../standards/noncharacters.ts'

/**
 * Sees that nothing is sent that holds a noncharacter, which may be a mark of the renderer's own.
 *
 * @param values what is to be sent
 * @param name of what would hold it, for people
 * @throws UserError (content)
 */
export function assertCharacters(values: object, name: string): void {
  const found = findNoncharacter(JSON.stringify(values))
  if (found === undefined) return
  throw new UserError(say`${name} would hold ${found}, which is no character; it is not sent.`, {
    advice: say`Look for it in the article and in wp.config.json. If it stands in neither, report this.`,
    exitCode: ExitCode.content,
  })
}
