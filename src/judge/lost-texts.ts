import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'

/** What an earlier run rendered was removed or damaged since; whoever reads all at once renders it anew. */
export class LostTextsError extends UserError {
  constructor(path: string) {
    super(say`What an earlier run rendered of ${path} is there no more.`, {
      advice: say`Run the command again; it is then rendered anew.`,
      exitCode: ExitCode.stopped,
    })
  }
}
