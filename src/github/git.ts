import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Variables } from '../config/environment.ts'
import { ExitCode, UserError } from '../errors.ts'
import { say } from '../language/say.ts'

const run = promisify(execFile)

/** Runs git in a folder, without hooks and questions; the repository's own settings hold. */
export interface Git {
  /** @returns what it printed, without the last line end; throws UserError (site) where it fails */
  readonly run: (...args: string[]) => Promise<string>
}

/**
 * @param folder where git runs
 * @param environment of the process; besides what stands here it is handed on as it is
 * @param header sent to `server` alone, by an environment variable: arguments can be seen by every user of the machine
 */
export function openGit(
  folder: string,
  environment: Variables,
  header?: { readonly server: string; readonly value: string },
): Git {
  const env = {
    ...environment,
    GIT_TERMINAL_PROMPT: '0',
    ...(header === undefined
      ? {}
      : {
          GIT_CONFIG_COUNT: '1',
          GIT_CONFIG_KEY_0: `http.${header.server}/.extraheader`,
          GIT_CONFIG_VALUE_0: header.value,
        }),
  }
  return {
    run: async (...args) => {
      const options = { cwd: folder, env, maxBuffer: 2 ** 26 }
      const { stdout } = await run('git', ['-c', 'core.hooksPath=/dev/null', ...args], options).catch(
        (cause: Error & { readonly stderr?: string }) => {
          throw new UserError(say`git ${args[0] ?? ''} failed: ${cause.stderr?.trim() ?? cause.message}`, {
            advice: say`Look at what git says; pushing takes the permission "contents: write".`,
            exitCode: ExitCode.site,
            cause,
          })
        },
      )
      return stdout.replace(/\n$/, '')
    },
  }
}
