import { once } from 'node:events'
import { loadConfig } from '../config/load.ts'
import { ExitCode } from '../errors.ts'
import { resetSandbox, startSandbox } from '../sandbox/start.ts'
import type { Output } from './output.ts'

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
  const running = await output.during('Starting the embedded WordPress', (onProgress) =>
    startSandbox({
      ...place,
      timezone: config.site.timezone,
      permalink: config.site.permalink,
      share: true,
      ...(options.port === undefined ? {} : { port: options.port }),
      onProgress,
    }),
  )
  output.say(
    [
      `Site:     ${running.url}`,
      `Admin:    ${running.url}/wp-admin/`,
      `Login:    ${running.username}`,
      `Password: ${running.adminPassword}`,
      'Ctrl+C stops it; its posts stay.',
    ].join('\n'),
  )
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')])
  await running.stop()
  return ExitCode.ok
}
