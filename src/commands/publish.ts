import { loadConfig } from '../config/load.ts'
import type { ExitCode } from '../errors.ts'
import { LostTextsError } from '../judge/lost-texts.ts'
import { readPlanFile } from '../sync/plan-file.ts'
import { approachSite, chooseSite } from './open-site.ts'
import type { Output } from './output.ts'
import type { PublishOptions } from './publish-options.ts'

/** Makes the site have what the articles ask for; with `dryRun` says what that would take. */
export async function publish(given: PublishOptions, output: Output): Promise<ExitCode> {
  const planned = given.plan === undefined ? undefined : await readPlanFile(given.plan)
  const options = { ...given, ...planned?.options }
  const config = await loadConfig(options.config, options)
  const chosen = await chooseSite(config, output)
  const publishOnce = async (defersContents: boolean): Promise<ExitCode> => {
    const approach = approachSite(chosen, config, output)
    try {
      // What the site says comes while the rest of the program is loaded.
      const { publishTo } = await import('./publish-to.ts')
      return await publishTo({ chosen, approach, defersContents }, config, planned, options, output)
    } finally {
      approach?.abandon()
    }
  }
  try {
    // Of an article that is as its post has it, nobody asks for the content.
    return await publishOnce(true)
  } catch (error) {
    // Planning asked for it, so that nothing has been sent.
    if (error instanceof LostTextsError) return await publishOnce(false)
    throw error
  }
}
