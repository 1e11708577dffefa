import { loadConfig } from '../config/load.ts'
import { ExitCode } from '../errors.ts'
import { say } from '../language/say.ts'
import { versionsToTable } from '../report/versions.ts'
import { findPost, readVersions } from '../sync/versions.ts'
import { openSite } from './open-site.ts'
import type { Output } from './output.ts'

export interface HistoryOptions {
  /** Path of wp.config.json. */
  readonly config: string
}

/** Lists the versions of a post that the site keeps: when, by whom, what changed, and what was published from here. */
export async function history(slug: string, options: HistoryOptions, output: Output): Promise<ExitCode> {
  const config = await loadConfig(options.config)
  const { client, close } = await openSite(config, output)
  try {
    const versions = await readVersions(await findPost(slug, client), client)
    if (versions.length === 0) {
      output.say(say`${client.url} keeps no revisions of "${slug}".`)
      return ExitCode.ok
    }
    const authors = new Set(versions.map(({ revision }) => revision.author))
    output.print(versionsToTable(versions, await client.readUsers([...authors])))
    return ExitCode.ok
  } finally {
    await close()
  }
}
