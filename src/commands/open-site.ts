import path from 'node:path'
import { readEnvironment } from '../config.ts'
import { Connection, connectionFrom, timeoutFrom } from '../connection.ts'
import { startSandbox } from '../sandbox/start.ts'
import { Client } from '../site/client.ts'
import type { Config } from '../types.ts'
import type { Output } from './output.ts'

export interface OpenSite {
  readonly client: Client
  /** True for the embedded WordPress, where nothing can be harmed. */
  readonly isSandbox: boolean
  readonly close: () => Promise<void>
}

/** Connects to the configured site, or starts the embedded WordPress where none is configured. */
export async function openSite(config: Config, output: Output): Promise<OpenSite> {
  const onRetry = (reason: string, attempt: number): void => {
    output.say(`  waiting: ${reason}; try ${attempt + 1}`)
  }
  const environment = await readEnvironment(config)
  const timeout = timeoutFrom(environment)
  const connection = connectionFrom(environment)
  if (connection !== undefined) {
    return { client: new Client(connection, { timeout, onRetry }), isSandbox: false, close: async () => {} }
  }
  const sandbox = await output.during('Starting the embedded WordPress', (onProgress) =>
    startSandbox({
      folder: path.join(config.root, '.sandbox'),
      timezone: config.site.timezone,
      permalink: config.site.permalink,
      onProgress,
    }),
  )
  return {
    client: new Client(new Connection(sandbox.url, sandbox.username, sandbox.appPassword), {
      timeout,
      onRetry,
    }),
    isSandbox: true,
    close: () => sandbox.stop(),
  }
}
