import { Connection, connectionFrom, timeoutFrom } from '../config/connection.ts'
import { readEnvironment } from '../config/read-environment.ts'
import type { Config } from '../config/types.ts'
import { pauseToText } from '../report/pause.ts'
import { startSandbox } from '../sandbox/start.ts'
import { Client } from '../site/client.ts'
import type { Pause } from '../site/patience.ts'
import { assertConfiguredSite } from '../sync/configured-site.ts'
import type { Output } from './output.ts'

export interface OpenSite {
  readonly client: Client
  /** True for the embedded WordPress, where nothing can be harmed. */
  readonly isSandbox: boolean
  readonly close: () => Promise<void>
}

/**
 * Connects to the configured site, or starts the embedded WordPress where none is configured.
 *
 * @throws UserError (usage) where the login is of another site than the configuration; see assertConfiguredSite
 */
export async function openSite(config: Config, output: Telling): Promise<OpenSite> {
  const connection = connectionFrom(await readEnvironment(config))
  if (connection !== undefined) {
    const client = await connect(connection, config, output)
    assertConfiguredSite(client.facts.home, client.url, config)
    return { client, isSandbox: false, close: async () => {} }
  }
  const sandbox = await output.during('Starting the embedded WordPress', (onProgress) =>
    startSandbox({
      project: config,
      folder: '.sandbox',
      timezone: config.site.timezone,
      permalink: config.site.permalink,
      onProgress,
    }),
  )
  try {
    const client = await connect(
      new Connection(sandbox.url, sandbox.username, sandbox.appPassword),
      config,
      output,
    )
    return { client, isSandbox: true, close: () => sandbox.stop() }
  } catch (error) {
    await sandbox.stop()
    throw error
  }
}

/** Connects to a site with the time-out of the environment, and tells of every wait. */
export async function connect(to: Connection, config: Config, output: Telling): Promise<Client> {
  const timeout = timeoutFrom(await readEnvironment(config))
  const onPause = (pause: Pause): void => {
    output.say(`  ${pauseToText(pause)}`)
  }
  return await output.during(`Connecting to ${to.url}`, () => Client.connect(to, { timeout, onPause }))
}

type Telling = Pick<Output, 'say' | 'during'>
