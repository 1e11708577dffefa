import picomatch from 'picomatch'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'
import { bounded, ExcessError } from './bounded.ts'

/** Milliseconds for one text: nothing that people mean takes one of them. */
const MOST_MILLISECONDS = 1000

/**
 * Says whether a text matches one of the globs.
 *
 * @param name what the globs are called where they were given
 * @throws UserError (usage), from what it returns, where a glob tries so many ways that it does not come to an end
 */
export function globMatcher(
  globs: readonly string[],
  name: string,
  options: picomatch.PicomatchOptions = {},
): (text: string) => boolean {
  const matches = picomatch([...globs], options)
  return (text) => {
    try {
      return bounded(() => matches(text), MOST_MILLISECONDS)
    } catch (error) {
      if (!(error instanceof ExcessError)) throw error
      throw new UserError(say`${name} ${globs.join(' ')} does not come to an end.`, {
        advice: say`Write it without a repetition inside a repetition, such as +(a*).`,
        exitCode: ExitCode.usage,
        cause: error,
      })
    }
  }
}

/**
 * Says whether a text matches a regular expression.
 *
 * @throws ExcessError where it tries so many ways that it does not come to an end
 */
export function matchesPattern(pattern: string, text: string): boolean {
  const expression = new RegExp(pattern, 'u')
  return bounded(() => expression.test(text), MOST_MILLISECONDS)
}
