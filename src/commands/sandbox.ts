import { loadConfig } from '../config/load.ts'
import { ExitCode } from '../errors.ts'
import { say } from '../language/say.ts'
import { blogOf } from '../sandbox/blog.ts'
import { resetSandbox, startSandbox } from '../sandbox/start.ts'
import type { Output } from './output.ts'
import { sandboxToText } from './sandbox-lines.ts'
import { untilStopped } from './until-stopped.ts'

export interface SandboxOptions {
  /** Path of wp.config.json. */
  readonly config: string
  readonly reset: boolean
  readonly port: number | undefined
}

/** Keeps the embedded WordPress running until the process is told to stop. */
export async function sandbox(options: SandboxOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const place = { project: config, folder: '.sandbox' }
  if (options.reset) resetSandbox(place)
  const running = await output.during(say`Starting the embedded WordPress`, (onProgress) =>
    startSandbox({
      ...place,
      ...blogOf(config),
      share: true,
      ...(options.port === undefined ? {} : { port: options.port }),
      onProgress,
    }),
  )
  output.say(sandboxToText(running))
  await untilStopped()
  await running.stop()
  return ExitCode.ok
}
