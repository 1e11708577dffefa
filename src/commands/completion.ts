import { realpathSync } from 'node:fs'
import { completionScript } from '../completion/scripts.ts'
import type { Shell } from '../completion/shells.ts'
import { ExitCode } from '../errors.ts'
import type { Output } from './output.ts'

/** Prints what makes a shell complete. */
export function completion(shell: Shell, output: Output): ExitCode {
  output.print(completionScript(shell, realpathSync(process.argv[1] ?? '')))
  return ExitCode.ok
}
