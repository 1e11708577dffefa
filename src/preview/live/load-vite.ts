import { ExitCode, UserError } from '../../errors.ts'
import { installCommand } from '../../installation.ts'
import { say } from '../../language/say.ts'

/**
 * Loads Vite, which only the live preview needs.
 *
 * @throws UserError (usage) where it is not installed, as after `npm ci --omit=dev`
 */
export async function loadVite(): Promise<typeof import('vite')> {
  try {
    return await import('vite')
  } catch (cause) {
    if (!(cause instanceof Error && 'code' in cause && cause.code === 'ERR_MODULE_NOT_FOUND')) throw cause
    throw new UserError(say`The live preview needs Vite, which is not installed.`, {
      advice: say`Run "${installCommand('vite')}" to get it, or build a static preview without "--serve".`,
      exitCode: ExitCode.usage,
      cause,
    })
  }
}
